/**
 * How answers to the questions beside satisfaction are spread, by item or by block, in the order of the options' values.
 * Interest in economic and health policy 2022 and harassment 2023 follow published shares (models/published/sipas_results.csv);
 * everything else is invented. For a yes-no item, the share of yes.
 */
export const perceptionShares: Readonly<Record<string, readonly number[]>> = {
  ethnicity: [0.85, 0.15],
  education: [0.14, 0.27, 0.29, 0.14, 0.14, 0.02],
  occupation: [0.12, 0.13, 0.42, 0.05, 0.13, 0.1, 0.05],
  terrain: [0.36, 0.62, 0.02],
  interest_1: [0.0544, 0.3749, 0.5707],
  interest_2: [0.0234, 0.258, 0.7186],
  interest: [0.05, 0.34, 0.61],
  channel_1: [0.52],
  channel_2: [0.45],
  channel_3: [0.3],
  channel_4: [0.33],
  channel_5: [0.6],
  channel_6: [0.48],
  channel: [0.05],
  participation: [0.12, 0.1, 0.3, 0.26, 0.22],
  harassment: [0.8888, 0.1012, 0.01],
  bribe: [0.91, 0.082, 0.008],
  submission_mode: [0.55, 0.12, 0.33],
  information_mode: [0.42, 0.16, 0.42],
  exp_1: [0.62],
  exp_2: [0.71],
  exp_3: [0.44],
  exp_4: [0.4],
  experience: [0.09],
  need: [0.12, 0.3, 0.58],
};

/** What a few people write in the box at the end. */
export const remarks = [
  "Cần công khai thủ tục rõ hơn tại xã",
  "Cán bộ hướng dẫn nhiệt tình",
  "Đề nghị trả kết quả đúng hẹn",
  "Nước sinh hoạt còn yếu vào mùa khô",
  "Mong được nộp hồ sơ qua mạng",
  "Không có ý kiến gì thêm",
] as const;
