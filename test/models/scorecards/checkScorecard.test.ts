import { describe, expect, test } from "vitest";
import { changedLocks, mergeScorecard } from "../../../models/scorecards/changedLocks.ts";
import { checkScorecard, type Entry } from "../../../models/scorecards/checkScorecard.ts";
import { nothingAllowed, type Scorable } from "../../../models/scorecards/scorable.ts";
import { maybeReadInputs, type ScoreRow, toInputsText } from "../../../models/scorecards/scoreEntry.ts";

const name = { vi: "Số", en: "Figure" };
const nodes: Scorable[] = [
  {
    code: "1.1.1",
    kind: "appraised",
    max: "1.50",
    isSelfScored: true,
    needsEvidence: false,
    rule: {
      kind: "share",
      inputs: [
        { code: "done", name, kind: "number" },
        { code: "planned", name, kind: "number" },
      ],
      part: "done",
      whole: "planned",
      full_from: "100",
      zero_below: "80",
      between: "proportional",
    },
  },
  { code: "1.2", kind: "appraised", max: "0.50", isSelfScored: true, needsEvidence: true, rule: null },
  { code: "8.1", kind: "sipas", max: "10", isSelfScored: false, needsEvidence: false, rule: null },
  { code: "8.3", kind: "statistic", max: "1", isSelfScored: true, needsEvidence: false, rule: null },
  { code: "P1", kind: "penalty", max: "2", isSelfScored: false, needsEvidence: false, rule: null },
];

const entry = (stage_code: Entry["stage_code"], points: string | null, more: Partial<Entry> = {}): Entry => ({
  node_code: "1.1.1",
  stage_code,
  score_status: "scored",
  points,
  inputs: null,
  role_code: stage_code.startsWith("appraised") ? "appraiser" : stage_code === "final" ? "council" : "unit",
  reason: null,
  evidence: null,
  ...more,
});
const problems = (rows: Entry[], allowed = nothingAllowed) =>
  checkScorecard(rows, nodes, allowed).map(({ row, field, message }) => `${row} ${field}: ${message}`);

describe("a scorecard", () => {
  test("self, appraised, explained, appraised again and final, each change with its reason, is sound", () => {
    expect(
      problems([
        entry("self", "1.35", { inputs: '{"done":"9","planned":"10"}' }),
        entry("appraised_1", "1.2", { reason: "Hai hồ sơ không đủ căn cứ" }),
        entry("explained", "1.35", { reason: "Bổ sung hai hồ sơ" }),
        entry("appraised_2", "1.5", { reason: "Thẩm định công nhận cao hơn tự chấm" }),
        entry("final", "1.5"),
        entry("final", "9.117", { node_code: "8.1", role_code: "survey_office" }),
      ]),
    ).toEqual([]);
  });

  test.each([
    ["1.51", "1,51 điểm vượt điểm tối đa 1,50"],
    ["-0.01", "-0,01 điểm là dưới 0"],
    ["một", '"một" không phải số thập phân'],
    ["1,5", '"1,5" không phải số thập phân'],
    [null, 'trạng thái "đã chấm" mà không có điểm; không điểm phải ghi 0, chưa có thì ghi "chưa có"'],
  ])("%s points are refused", (points, message) => {
    expect(problems([entry("self", points)])).toEqual([`0 points: ${message}`]);
  });

  test("the maximum and zero themselves are allowed", () => {
    expect(problems([entry("self", "1.50")])).toEqual([]);
    expect(problems([entry("self", "0")])).toEqual([]);
  });

  test("missing, zero and not applicable are three things: only the first two without a source", () => {
    const rows = [
      entry("self", null, { score_status: "missing" }),
      entry("self", "0", {
        node_code: "8.3",
        inputs: '{"target":"8","outcome":"1","target_source":"NQ 1","outcome_source":"NGTK","year":"2023"}',
      }),
      entry("self", null, { node_code: "1.2", score_status: "not_applicable" }),
    ];
    expect(problems(rows)).toEqual([
      '2 score_status: năm chỉ số này không có căn cứ cho "không áp dụng"; hãy chấm điểm hoặc ghi "chưa có"',
    ]);
    expect(problems(rows, { ...nothingAllowed, notApplicable: true })).toEqual([]);
    expect(problems([entry("self", "0", { score_status: "missing" })])).toEqual([
      '0 points: có 0 điểm nhưng trạng thái không phải "đã chấm"',
    ]);
  });

  test("withholding and penalties are off unless the round allows them", () => {
    const withheld = [entry("self", null, { score_status: "withheld" })];
    const penalty = [entry("final", "1", { node_code: "P1" })];
    expect(problems(withheld)).toEqual(["0 score_status: năm chỉ số này không có căn cứ để giữ lại điểm"]);
    expect(problems(penalty)).toEqual(["0 node_code: năm chỉ số này không có căn cứ cho điểm trừ"]);
    expect(problems(withheld, { ...nothingAllowed, withholding: true })).toEqual([]);
    expect(problems(penalty, { ...nothingAllowed, penalty: true })).toEqual([]);
    expect(
      problems([entry("final", "2.5", { node_code: "P1" })], { ...nothingAllowed, penalty: true }),
    ).toEqual(["0 points: 2,5 điểm vượt điểm tối đa 2"]);
  });

  test("nobody appraises before the self-score, explains before the appraisal, or appraises again without an explanation", () => {
    expect(problems([entry("appraised_1", "1")])).toEqual([
      '0 stage_code: bước "Thẩm định lần 1" có trước khi có bước "Tự chấm"',
    ]);
    expect(problems([entry("self", "1"), entry("explained", "1", { reason: "x" })])).toEqual([
      '1 stage_code: bước "Giải trình" có trước khi có bước "Thẩm định lần 1"',
    ]);
    expect(problems([entry("self", "1"), entry("appraised_1", "1"), entry("appraised_2", "1")])).toEqual([
      '2 stage_code: bước "Thẩm định lần 2" có trước khi có bước "Giải trình"',
    ]);
  });

  test("what a survey scores is never self-scored, and a role writes its own stages only", () => {
    expect(problems([entry("self", "9", { node_code: "8.1" })])).toEqual([
      '0 stage_code: tiêu chí 8.1 không tự chấm, chỉ có điểm ở bước "Kết quả cuối cùng"',
    ]);
    expect(problems([entry("self", "1", { role_code: "appraiser" })])).toEqual([
      '0 role_code: vai trò "appraiser" không được ghi bước "Tự chấm"',
    ]);
  });

  test("F69: an appraisal may go below or above the claim, but not without a reason", () => {
    for (const points of ["1.2", "1.4"])
      expect(problems([entry("self", "1.35"), entry("appraised_1", points)])).toEqual([
        `1 reason: ${points.replace(".", ",")} điểm khác 1,35 điểm ở bước trước mà không có lý do`,
      ]);
    expect(problems([entry("self", "1.35"), entry("appraised_1", "1.350")])).toEqual([]);
  });

  test("points that are not what the rule makes of the declared figures need a reason", () => {
    const inputs = '{"done":"9","planned":"10"}';
    expect(problems([entry("self", "1.5", { inputs })])).toEqual([
      "0 points: 1,5 điểm, trong khi cách chấm cho 1,35 từ số liệu kê khai; phải ghi lý do",
    ]);
    expect(problems([entry("self", "1.5", { inputs, reason: "Làm tròn theo hướng dẫn" })])).toEqual([]);
    expect(problems([entry("self", "1.35", { inputs: '{"done":"9"}' })])).toEqual([
      "0 inputs: thiếu số liệu planned",
    ]);
    expect(problems([entry("self", "1.35", { inputs: '{"x":"9"}' })])[0]).toBe(
      '0 inputs: tiêu chí 1.1.1 không có số liệu "x"',
    );
    expect(problems([entry("self", "1.35", { inputs: "[1]" })])).toEqual([
      "0 inputs: số liệu kê khai không đọc được",
    ]);
  });

  test("a claim needs its evidence, or a word on why there is none", () => {
    const claim = entry("self", "0.5", { node_code: "1.2" });
    expect(problems([claim])).toEqual([
      "0 evidence: tự chấm có điểm phải kèm tài liệu kiểm chứng, nếu chưa đủ thì phải giải trình ở cột lý do",
    ]);
    expect(problems([{ ...claim, evidence: "QĐ 12/QĐ-BA" }])).toEqual([]);
    expect(problems([{ ...claim, reason: "Văn bản mật" }])).toEqual([]);
    expect(problems([{ ...claim, points: "0" }])).toEqual([]);
  });

  test("a socio-economic leaf states target and outcome with their documents and the year", () => {
    const statistic = entry("self", "1", { node_code: "8.3", inputs: '{"target":"8","outcome":"9"}' });
    expect(problems([statistic])).toEqual([
      "0 inputs: tiêu chí KT-XH thiếu target_source, outcome_source, year",
    ]);
  });

  test("an unknown leaf and a leaf that stands twice are named", () => {
    expect(
      problems([entry("self", "1", { node_code: "9.9" }), entry("self", "1"), entry("self", "1")]),
    ).toEqual([
      "2 node_code: tiêu chí 1.1.1 có hai dòng ở cùng một bước",
      '0 node_code: "9.9" không phải tiêu chí chấm điểm của bộ tiêu chí',
    ]);
  });
});

describe("a locked stage", () => {
  const row = (more: Partial<ScoreRow>): ScoreRow => ({
    round_code: "2023",
    index_code: "par_ministry",
    unit_name: "Bộ A",
    framework_code: "minh-hoa-ministry",
    framework_version: "v",
    scored_at: "2024-01-15T00:00:00Z",
    is_locked: "true",
    ...entry("self", "1"),
    ...more,
  });

  test("may be handed in again as it is, in whatever digits, and not otherwise", () => {
    expect(changedLocks([row({})], [row({ points: "1.00", is_locked: "false" })])).toEqual([]);
    expect(changedLocks([row({})], [row({ points: "1.1" })])).toEqual([
      { row: 0, field: "points", message: 'bước "Tự chấm" đã chốt với "1"; không được sửa thành "1.1"' },
    ]);
    expect(changedLocks([row({})], [row({}), row({ node_code: "1.2" })])).toEqual([
      { row: 1, field: "node_code", message: 'bước "Tự chấm" đã chốt; không được thêm tiêu chí' },
    ]);
    expect(changedLocks([row({ is_locked: "false" })], [row({ points: "1.1" })])).toEqual([]);
  });

  test("a stage handed in again replaces its rows, but a locked row that was left out stays", () => {
    const before = [
      row({ is_locked: "false" }),
      row({ node_code: "1.2", is_locked: "false" }),
      row({ stage_code: "appraised_1" }),
    ];
    expect(
      mergeScorecard(before, [row({ points: "0.5" })]).map(
        (each) => `${each.stage_code} ${each.node_code} ${each.points}`,
      ),
    ).toEqual(["self 1.1.1 0.5", "appraised_1 1.1.1 1"]);
    expect(mergeScorecard([row({}), row({ node_code: "1.2" })], [row({})])).toHaveLength(2);
  });
});

test("declared figures are the same text whatever their order, and nothing but texts is read", () => {
  expect(toInputsText({ b: "2", a: "1" })).toBe('{"a":"1","b":"2"}');
  expect(toInputsText({})).toBeNull();
  expect(maybeReadInputs(null)).toEqual({});
  expect(maybeReadInputs('{"a":1}')).toBeNull();
  expect(maybeReadInputs("{")).toBeNull();
});
