import type { Scorable } from "../../models/scorecards/scorable.ts";
import { statisticInputs } from "../../models/scorecards/scorable.ts";
import type { ScoreStatus } from "../../models/scorecards/scoreEntry.ts";

/** The first sheet: what the card is, one fact a row. Import reads it back. */
export const infoSheet = "Thông tin";
export const infoKeys = {
  round_code: "Năm chỉ số",
  index_code: "Chỉ số",
  unit_name: "Đơn vị",
  framework_code: "Bộ tiêu chí",
  framework_version: "Phiên bản bộ tiêu chí",
  stage_code: "Bước",
  role_code: "Vai trò",
} as const;

/** The table of an area's sheet: its heading row, and its columns from the left. */
export const headerRow = 3;
export const nInputs = 5;
export const cardColumns = {
  code: 1,
  name: 2,
  max: 3,
  rule: 4,
  asked: 5,
  firstInput: 6,
  before: 11,
  status: 12,
  points: 13,
  reason: 14,
  evidence: 15,
} as const;

export const headings: Readonly<Record<number, string>> = {
  1: "Mã",
  2: "Tiêu chí",
  3: "Điểm tối đa",
  4: "Cách chấm",
  5: "Số liệu cần kê khai",
  6: "Số liệu 1",
  7: "Số liệu 2",
  8: "Số liệu 3",
  9: "Số liệu 4",
  10: "Số liệu 5",
  11: "Bước trước",
  12: "Trạng thái",
  13: "Điểm",
  14: "Lý do, giải trình",
  15: "Tài liệu kiểm chứng",
};

export const statusWords: Readonly<Record<ScoreStatus, string>> = {
  scored: "Đã chấm",
  missing: "Chưa có",
  not_applicable: "Không áp dụng",
  withheld: "Giữ lại điểm",
};

export const yesNoWords = { yes: "Có", no: "Không" } as const;

/** A figure that a leaf asks for, in the order of its input columns. */
export interface AskedInput {
  readonly code: string;
  readonly name: string;
  readonly kind: "number" | "yes_no" | "text";
}

const statisticNames: Readonly<Record<(typeof statisticInputs)[number], string>> = {
  target: "Chỉ tiêu được giao",
  outcome: "Kết quả thực hiện",
  target_source: "Văn bản giao chỉ tiêu",
  outcome_source: "Nguồn số liệu kết quả",
  year: "Năm số liệu",
};

/** What a leaf asks for: the inputs of its rule, and of a statistic leaf its documents and year. */
export function askedInputs({ rule, kind }: Pick<Scorable, "rule" | "kind">): AskedInput[] {
  const ofRule = (rule?.inputs ?? []).map(({ code, name, kind: type }) => ({
    code,
    name: name.vi,
    kind: type,
  }));
  if (kind !== "statistic") return ofRule;
  const isNumber = (code: string) => code === "target" || code === "outcome";
  const more = statisticInputs
    .filter((code) => !ofRule.some((input) => input.code === code))
    .map((code) => ({
      code,
      name: statisticNames[code],
      kind: isNumber(code) ? ("number" as const) : ("text" as const),
    }));
  return [...ofRule, ...more];
}

/** The sheet of an area. Excel allows 31 characters and none of []:*?/\ */
export function areaSheet(code: string): string {
  return `Lĩnh vực ${code}`;
}
