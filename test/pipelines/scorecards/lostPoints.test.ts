import { describe, expect, test } from "vitest";
import { build } from "../../sql/build.ts";

const head =
  "round_code | index_code | unit_code | unit_level | framework_code | node_code | node_kind | is_self_scored:boolean | stage_code | stage_order:integer | score_status | points:decimal(18,9) | max_points:decimal(18,9) | reason | is_fictional:boolean | provenance";
const stages = `
  stage_code  | stage_name  | stage_name_en
  self        | Tự chấm     | Self-scored
  appraised_1 | Thẩm định 1 | First appraisal
  explained   | Giải trình  | Explained
  appraised_2 | Thẩm định 2 | Second appraisal
  final       | Cuối cùng   | Final
`;
const order = ["self", "appraised_1", "explained", "appraised_2", "final"];

interface Leaf {
  readonly node: string;
  readonly stage?: string;
  readonly points?: string;
  readonly max: string;
  readonly kind?: string;
  readonly status?: string;
  readonly reason?: string;
  readonly round?: string;
  readonly framework?: string;
}

const leaf = ({
  node,
  stage = "final",
  points = "",
  max,
  kind = "appraised",
  status = "scored",
  ...more
}: Leaf) =>
  `${more.round ?? "2023"} | par_ministry | a | ministry | ${more.framework ?? "f"} | ${node} | ${kind} | ${
    kind === "appraised"
  } | ${stage} | ${order.indexOf(stage) + 1} | ${status} | ${points} | ${max} | ${more.reason ?? ""} | true | illustrative`;

async function lostPoints(leaves: readonly Leaf[], more: { nodes?: string; crosswalk?: string } = {}) {
  const rows = await build("scores.par_lost_points", {
    "scores.par_leaf_points": [head, ...leaves.map(leaf)].join("\n"),
    "spec.score_stages": stages,
    "scores.par_node_points": `round_code | index_code | unit_code | node_code | stage_code | points_status | points:decimal(18,9) | max_points:decimal(18,9)\n${more.nodes ?? ""}`,
    "spec.crosswalk": `unit_level | framework_code | node_code | earlier_framework_code | earlier_node_code | is_reviewed:boolean\n${more.crosswalk ?? ""}`,
  });
  return (node: string, round = "2023") =>
    rows.find((row) => row["node_code"] === node && row["round_code"] === round) ?? {};
}

describe("lost points", () => {
  test("what was lost already in the claim and what appraisal took are told apart, and add to the loss", async () => {
    const of = await lostPoints([
      { node: "1.1", stage: "self", points: "2.5", max: "3" },
      { node: "1.1", points: "1.75", max: "3" },
    ]);
    expect(of("1.1")).toMatchObject({
      lost_points: "1.250000000",
      lost_before_points: "0.500000000",
      lost_in_appraisal_points: "0.750000000",
      loss_kind: "claimed_and_lowered",
    });
  });

  test.each<[string, readonly Leaf[], string]>([
    [
      "a full claim that appraisal lowered",
      [
        { node: "1.1", stage: "self", points: "3", max: "3" },
        { node: "1.1", points: "1", max: "3" },
      ],
      "lowered",
    ],
    [
      "a short claim that stood",
      [
        { node: "1.1", stage: "self", points: "1", max: "3" },
        { node: "1.1", points: "1", max: "3" },
      ],
      "claimed",
    ],
    [
      "a short claim that was raised, not to the maximum",
      [
        { node: "1.1", stage: "self", points: "1", max: "3" },
        { node: "1.1", points: "2", max: "3" },
      ],
      "claimed",
    ],
    [
      "the maximum",
      [
        { node: "1.1", stage: "self", points: "1", max: "3" },
        { node: "1.1", points: "3", max: "3" },
      ],
      "none",
    ],
    ["a survey's result", [{ node: "1.1", points: "2", max: "3", kind: "survey" }], "surveyed"],
    ["points held back", [{ node: "1.1", max: "3", status: "withheld" }], "withheld"],
  ])("%s", async (_, leaves, kind) => {
    expect((await lostPoints(leaves))("1.1")["loss_kind"]).toBe(kind);
  });

  test("points held back are lost whole; a missing leaf is no loss, and the whole loss is then unknown", async () => {
    const held = await lostPoints([{ node: "1.1", max: "3", status: "withheld" }]);
    expect(held("1.1")).toMatchObject({ lost_points: "3.000000000", lost_share: 1 });
    const missing = await lostPoints([
      { node: "1.1", points: "1", max: "3" },
      { node: "1.2", max: "2", status: "missing" },
    ]);
    expect(missing("1.2")).toMatchObject({
      lost_status: "missing",
      lost_points: null,
      unit_lost_points: null,
    });
    expect(missing("1.1")).toMatchObject({ lost_points: "2.000000000", lost_share: null });
  });

  test("a leaf that does not apply loses nothing, since its maximum is gone", async () => {
    const of = await lostPoints([
      { node: "1.1", points: "1", max: "3" },
      { node: "1.2", max: "2", status: "not_applicable" },
    ]);
    expect(of("1.2")).toMatchObject({ lost_status: "not_applicable", lost_points: null });
    expect(of("1.1")).toMatchObject({ unit_lost_points: "2.000000000", lost_share: 1 });
  });

  test.each(["not_applicable", "missing"])(
    "of a leaf that is %s in the end nothing was lost before or in appraisal",
    async (status) => {
      const of = await lostPoints([
        { node: "1.1", stage: "self", points: "2", max: "3" },
        { node: "1.1", max: "3", status },
      ]);
      expect(of("1.1")).toMatchObject({
        lost_points: null,
        lost_before_points: null,
        lost_in_appraisal_points: null,
      });
    },
  );

  test("a penalty adds to the loss and a bonus takes from it, so that loss and points still add to the maximum", async () => {
    const of = await lostPoints(
      [
        { node: "1.1", points: "8", max: "10" },
        { node: "P1", points: "0.75", max: "2", kind: "penalty" },
        { node: "B1", points: "0.25", max: "1", kind: "bonus" },
      ],
      { nodes: "2023 | par_ministry | a | total | final | ok | 7.5 | 10" },
    );
    expect(of("P1")).toMatchObject({ lost_points: "0.750000000", loss_kind: "penalty" });
    expect(of("B1")).toMatchObject({ lost_points: "-0.250000000", loss_kind: "bonus" });
    expect(of("1.1")["unit_lost_points"]).toBe("2.500000000");
  });

  test("a node whose loss and points do not add to its maximum stops the build", async () => {
    await expect(
      lostPoints([{ node: "1.1", points: "1", max: "3" }], {
        nodes: "2023 | par_ministry | a | 1 | final | ok | 1.5 | 3",
      }),
    ).rejects.toThrow("what was lost and what was achieved add to the maximum");
  });

  test("the reason is what was said where the points changed: not an explanation, not a word that changed nothing", async () => {
    const of = await lostPoints([
      { node: "1.1", stage: "self", points: "3", max: "3" },
      { node: "1.1", stage: "appraised_1", points: "1", max: "3", reason: "thiếu tài liệu" },
      { node: "1.1", stage: "explained", points: "3", max: "3", reason: "bổ sung" },
      { node: "1.1", stage: "appraised_2", points: "2", max: "3", reason: "chấp nhận một phần" },
      { node: "1.1", points: "2", max: "3", reason: "theo lần 2" },
    ]);
    expect(of("1.1")["reason"]).toBe("Thẩm định 1: thiếu tài liệu; Thẩm định 2: chấp nhận một phần");
  });
});

describe("losses that repeat", () => {
  const years = (points: Readonly<Record<string, string>>, framework = "f") =>
    Object.entries(points).map(
      ([round, each]): Leaf => ({ node: "1.1", points: each, max: "3", round, framework }),
    );

  test("are counted over rounds in a row of one framework, up to the round itself", async () => {
    const of = await lostPoints(years({ "2020": "1", "2021": "3", "2022": "2", "2023": "2.5" }));
    expect(of("1.1")).toMatchObject({ n_rounds_comparable: 4, n_rounds_lost: 2 });
    expect(of("1.1", "2021")).toMatchObject({ n_rounds_comparable: 2, n_rounds_lost: 0 });
  });

  test("are not counted over a year without a scorecard", async () => {
    const of = await lostPoints(years({ "2021": "1", "2023": "1" }));
    expect(of("1.1")).toMatchObject({ n_rounds_comparable: 1, n_rounds_lost: 1 });
  });

  test("cross to another framework by a reviewed row of the crosswalk only", async () => {
    const leaves = [...years({ "2022": "1" }, "old"), ...years({ "2023": "1" }, "new")];
    const row = "ministry | new | 1.1 | old | 1.1";
    const unknown = await lostPoints(leaves);
    const proposed = await lostPoints(leaves, { crosswalk: `${row} | false` });
    const reviewed = await lostPoints(leaves, { crosswalk: `${row} | true` });
    expect([unknown, proposed, reviewed].map((of) => of("1.1")["n_rounds_lost"])).toEqual([1, 1, 2]);
  });
});

test("of a ministry whose blocks were not printed the total's loss is told, and each block is missing", async () => {
  const rows = await build("marts.par_lost_points", {
    "scores.par_lost_points": `round_code | index_code | unit_code | unit_level | framework_code | is_fictional:boolean | node_code | node_kind | max_points:decimal(18,9) | points:decimal(18,9) | self_points:decimal(18,9) | lost_points:decimal(18,9) | lost_before_points:decimal(18,9) | lost_in_appraisal_points:decimal(18,9) | lost_share:double | unit_lost_points:decimal(18,9) | loss_kind | lost_status | reason | reason_en | n_rounds_comparable:int | n_rounds_lost:int | provenance`,
    "scores.par_node_errors":
      "round_code | index_code | unit_code | node_code | points_se:double | percent_df:double | points_low:double | points_high:double",
    "scores.par_ministry_scores": `
      round_code | index_code   | unit_code | appraised_max:decimal(18,9) | appraised_points:decimal(18,9) | survey_max:decimal(18,9) | survey_points:decimal(18,9) | total_max:decimal(18,9) | total_points:decimal(18,9)
      2023       | par_ministry | a         | 68.5 | 60 | 31.5 | 25 | 100 | 85
      2023       | par_ministry | b         |      |    |      |    | 100 | 80
    `,
    "spec.framework_nodes":
      "framework_code | unit_level | node_code | node_order:int | node_name | node_name_en | node_depth:int | node_kind",
    "spec.responsible":
      "framework_code | unit_level | node_code | unit_code | department_name | department_name_en | department_status",
    "spec.fictional_units": "unit_code | unit_name | unit_name_en",
    "spec.round_units": `
      round_code | index_code   | unit_code | unit_name | unit_name_en
      2023       | par_ministry | a         | Bộ A      | A
      2023       | par_ministry | b         | Bộ B      | B
    `,
    "spec.par_blocks": `
      round_code | index_code   | block_code | block_order:int | block_name | block_name_en
      2023       | par_ministry | appraised  | 1               | Thẩm định  | Appraised
      2023       | par_ministry | survey     | 2               | Điều tra   | Survey
    `,
  });
  expect(
    rows.map((row) => [row["unit_code"], row["node_code"], row["lost_points"], row["lost_status"]]),
  ).toEqual([
    ["a", "appraised", "8.500000000", "ok"],
    ["a", "survey", "6.500000000", "ok"],
    ["b", "appraised", null, "missing"],
    ["b", "survey", null, "missing"],
  ]);
});
