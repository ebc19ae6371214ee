import type { Bilingual } from "../instruments/instrument.ts";

/** The names of the rules on the method page. */
export const ruleNames = {
  stages: { vi: "Các giai đoạn chọn mẫu trong tỉnh", en: "Stages of selection within a province" },
  fieldwork: { vi: "Thời gian khảo sát", en: "Fieldwork" },
  duplicate_keeps: { vi: "Phiếu nộp trùng: giữ phiếu", en: "Of duplicate submissions, the one kept" },
  weighting_base: { vi: "Quyền số cơ sở", en: "Base weights" },
  weighting_eligibility: { vi: "Chưa rõ có thuộc tổng thể", en: "Unknown eligibility" },
  weighting_nonresponse: { vi: "Điều chỉnh không trả lời", en: "Nonresponse" },
  weighting_calibration: {
    vi: "Quyền số hiệu chỉnh theo tổng người lớn",
    en: "Weights calibrated to adult totals",
  },
  weighting_trimming: { vi: "Cắt quyền số lớn", en: "Trimming of large weights" },
  weighting_quantisation: { vi: "Làm tròn quyền số", en: "Quantisation of weights" },
  satisfied_from: { vi: "Được coi là hài lòng", en: "Counts as satisfied" },
  denominator: { vi: "Mẫu số của một câu", en: "Denominator of an item" },
  factor: { vi: "Từ câu lên yếu tố", en: "From items to a factor" },
  part: { vi: "Lên phần (chính sách, dịch vụ)", en: "To a part (policy, services)" },
  service_weight: {
    vi: "Trọng số của phần dịch vụ trong chỉ số chung",
    en: "Weight of the service part in the overall index",
  },
  nation: { vi: "Từ tỉnh lên vùng và cả nước", en: "From provinces to regions and the nation" },
  minimum_n: { vi: "Số phiếu hợp lệ tối thiểu để công bố", en: "Least number of valid responses shown" },
  minimum_count: { vi: "Số người nhỏ nhất được công bố", en: "Least count of persons shown" },
  dominance: {
    vi: "Không công bố tỷ lệ có quyền số khi",
    en: "A weighted share is withheld where",
  },
  secondary: { vi: "Khi có thể trừ ra số không công bố", en: "Where a withheld figure could be worked out" },
  earlier_releases: {
    vi: "Khi số đếm khác kỳ công bố trước một vài người",
    en: "Where a count differs by few persons from an earlier release",
  },
  interval: { vi: "Sai số dùng khi xếp hạng tỉnh", en: "Errors that feed the ranks of provinces" },
  importance: { vi: "Mức quan trọng lấy từ", en: "Importance comes from" },
  shown_recipe: { vi: "Cách tính được trình bày trước", en: "Recipe shown first" },
  comparable_with: { vi: "So sánh với năm", en: "Compared with" },
  framework: { vi: "Bộ tiêu chí", en: "Framework" },
  blocks: { vi: "Cơ cấu điểm tối đa", en: "Blocks of points" },
  groups: { vi: "Nhóm kết quả", en: "Groups of results" },
  ties: { vi: "Đồng hạng", en: "Ties" },
  unpublished: { vi: "Không có số công bố", en: "No published figure" },
} as const satisfies Record<string, Bilingual>;

/** The settings of rules in words; a setting without words stands as it is. */
export const valueWords: Readonly<Record<string, Bilingual>> = {
  district: { vi: "huyện", en: "district" },
  commune: { vi: "xã", en: "commune" },
  village: { vi: "thôn, tổ dân phố", en: "village" },
  household: { vi: "hộ", en: "household" },
  person: { vi: "người", en: "person" },
  gender: { vi: "giới tính", en: "gender" },
  age: { vi: "nhóm tuổi", en: "age group" },
  residence: { vi: "đô thị, nông thôn", en: "urban or rural" },
  first_submitted: { vi: "nộp đầu tiên", en: "submitted first" },
  last_submitted: { vi: "nộp cuối cùng", en: "submitted last" },
  valid_answers: { vi: "các câu trả lời hợp lệ của câu đó", en: "valid answers to the item" },
  all_responses: { vi: "mọi phiếu hợp lệ, kể cả bỏ trống", en: "every valid response, blanks included" },
  mean_of_items: { vi: "trung bình cộng các câu", en: "plain mean of the items" },
  mean_of_factors: { vi: "trung bình cộng các yếu tố", en: "plain mean of the factors" },
  pooled_answers: { vi: "gộp mọi câu trả lời", en: "all answers pooled" },
  pooled: { vi: "gộp mọi câu trả lời", en: "all answers pooled" },
  mean_of_units: { vi: "trung bình cộng các tỉnh", en: "plain mean of the provinces" },
  population_weighted: {
    vi: "trung bình các tỉnh theo dân số 2019",
    en: "mean of the provinces weighted by 2019 population",
  },
  needs_importance: {
    vi: "điều người dân nêu là cần (câu 10)",
    en: "what people name as needs (question 10)",
  },
  smallest_cell: {
    vi: "không công bố thêm ô nhỏ nhất trong cùng phép cộng",
    en: "the smallest other cell of the sum is withheld too",
  },
  no_dominance: { vi: "không có quy tắc", en: "no rule" },
  none: { vi: "không làm gì thêm", en: "nothing more is withheld" },
  protect_earlier: {
    vi: "không công bố số mới, và các số từ đó suy ra được nó",
    en: "the new figure is withheld, with those it could be worked out from",
  },
  warn_earlier: {
    vi: "vẫn công bố, và cảnh báo khi tính",
    en: "shown all the same, with a warning when it is built",
  },
  direct_interval: {
    vi: "sai số trực tiếp của từng tỉnh, với bậc tự do của tỉnh đó",
    en: "each province's own error, with its own degrees of freedom",
  },
  pooled_interval: {
    vi: "sai số theo hiệu ứng thiết kế gộp giữa các tỉnh cùng loại (có dùng mô hình)",
    en: "errors by a design effect pooled over provinces of one type (model-assisted)",
  },
  plain: { vi: "không quyền số (mỗi phiếu tính một)", en: "unweighted (every response counts once)" },
  design: { vi: "có quyền số theo thiết kế mẫu", en: "weighted by the sample design" },
  comparable: { vi: "so sánh được", en: "comparable" },
  not_comparable: { vi: "không so sánh", en: "not comparable" },
  competition: {
    vi: "bằng điểm cùng hạng, hạng sau bỏ cách (1, 2, 2, 4)",
    en: "equal totals share a rank, the next is skipped (1, 2, 2, 4)",
  },
  dense: {
    vi: "bằng điểm cùng hạng, hạng sau liền kề (1, 2, 2, 3)",
    en: "equal totals share a rank, the next follows (1, 2, 2, 3)",
  },
};
