import { describe, expect, test } from "vitest";
import { build } from "../../sql/build.ts";

/** One area of two leaves that the unit scores itself, and a survey leaf; 3 + 1 + 6 points. */
const framework = `
  framework_code | unit_level | node_code | parent_node_code | node_order:integer | node_depth:integer | node_kind | is_leaf:boolean | is_self_scored:boolean | max_points:decimal(18,9) | evidence | rule_json
  f              | ministry   | total     |                  | 0 | 0 | group     | false | false | 10 | |
  f              | ministry   | 1         | total            | 1 | 1 | group     | false | false | 10 | |
  f              | ministry   | 1.1       | 1                | 2 | 2 | appraised | true  | true  | 3  | |
  f              | ministry   | 1.2       | 1                | 3 | 2 | appraised | true  | true  | 1  | |
  f              | ministry   | 1.3       | 1                | 4 | 2 | survey    | true  | false | 6  | |
  f              | ministry   | P1        | total            | 9 | 1 | penalty   | false | false | 2  | |
`;
const stages = `
  stage_code  | stage_order:integer | carries_stage_code | covers_all_leaves:boolean
  self        | 1 |             | false
  appraised_1 | 2 |             | false
  explained   | 3 | self        | false
  appraised_2 | 4 | appraised_1 | false
  final       | 5 |             | true
`;
const noSurvey =
  "round_code | index_code | unit_code | framework_code | node_code | points:decimal(18,9) | points_status | provenance";
const head =
  "round_code | index_code | unit_code | unit_level | framework_code | framework_provenance | is_fictional:boolean | node_code | stage_code | score_status | points:decimal(18,9) | reason | evidence | provenance";
const entries = (...lines: string[]) =>
  [
    head,
    ...lines.map(
      (line) => `2023 | par_ministry | a | ministry | f | illustrative | true | ${line} | | | illustrative`,
    ),
  ].join("\n");

const nodePoints = (...lines: string[]) => surveyedNodePoints(noSurvey, ...lines);

async function surveyedNodePoints(surveyed: string, ...lines: string[]) {
  const leaves = await build("scores.par_leaf_points", {
    "staging.score_entries": entries(...lines),
    "spec.framework_nodes": framework,
    "spec.score_stages": stages,
    "scores.par_survey_points": surveyed,
  });
  const columns = Object.keys(leaves[0] ?? {});
  const typed: Record<string, string> = {
    stage_order: ":integer",
    points: ":decimal(18,9)",
    max_points: ":decimal(18,9)",
    is_self_scored: ":boolean",
    is_fictional: ":boolean",
    is_carried: ":boolean",
    is_surveyed: ":boolean",
  };
  const drawn = [
    columns.map((column) => `${column}${typed[column] ?? ""}`).join(" | "),
    ...leaves.map((row) => columns.map((column) => row[column] ?? "null").join(" | ")),
  ].join("\n");
  return build("scores.par_node_points", {
    "scores.par_leaf_points": drawn,
    "spec.framework_nodes": framework,
  });
}

const pick = (rows: Awaited<ReturnType<typeof nodePoints>>, node: string, stage: string) =>
  rows
    .filter((row) => row["node_code"] === node && row["stage_code"] === stage)
    .map(({ points, known_points, max_points, points_status, n_missing, n_not_applicable }) => ({
      points,
      known_points,
      max_points,
      points_status,
      n_missing,
      n_not_applicable,
    }));

describe("points of nodes", () => {
  test("a stage sums its leaves exactly; at self-scoring the surveyed leaf is out of both points and maximum", async () => {
    const rows = await nodePoints("1.1 | self | scored | 0.1", "1.2 | self | scored | 0.2");
    expect(pick(rows, "1", "self")).toEqual([
      {
        points: "0.300000000",
        known_points: "0.300000000",
        max_points: "4.000000000",
        points_status: "ok",
        n_missing: 0,
        n_not_applicable: 0,
      },
    ]);
    expect(rows.filter((row) => row["stage_code"] !== "self")).toEqual([]);
  });

  test("F66: missing, zero and not applicable are three different totals", async () => {
    const zero = await nodePoints("1.1 | self | scored | 2", "1.2 | self | scored | 0");
    const missing = await nodePoints("1.1 | self | scored | 2", "1.2 | self | missing | ");
    const absent = await nodePoints("1.1 | self | scored | 2");
    const notApplicable = await nodePoints("1.1 | self | scored | 2", "1.2 | self | not_applicable | ");
    const total = (rows: typeof zero) => {
      const found = pick(rows, "total", "self")[0];
      return [found?.points, found?.max_points, found?.points_status];
    };
    expect(total(zero)).toEqual(["2.000000000", "4.000000000", "ok"]);
    expect(total(missing)).toEqual([null, "4.000000000", "incomplete"]);
    expect(total(absent)).toEqual([null, "4.000000000", "incomplete"]);
    expect(total(notApplicable)).toEqual(["2.000000000", "3.000000000", "ok"]);
  });

  test("points held back count as nothing while the maximum stays", async () => {
    const rows = await nodePoints("1.1 | self | scored | 2", "1.2 | self | withheld | ");
    expect(pick(rows, "total", "self")).toMatchObject([
      { points: "2.000000000", max_points: "4.000000000", points_status: "ok" },
    ]);
  });

  test("a second appraisal touches what was explained; the other leaves stand as first appraised", async () => {
    const rows = await nodePoints(
      "1.1 | self | scored | 3",
      "1.2 | self | scored | 1",
      "1.1 | appraised_1 | scored | 1",
      "1.2 | appraised_1 | scored | 0.5",
      "1.1 | explained | scored | 3",
      "1.1 | appraised_2 | scored | 2.5",
    );
    const points = (stage: string) => pick(rows, "total", stage)[0]?.points;
    expect(["self", "appraised_1", "explained", "appraised_2"].map(points)).toEqual([
      "4.000000000",
      "1.500000000",
      "4.000000000",
      "3.000000000",
    ]);
  });

  test("the final stage has every leaf, and a penalty is taken from the total only", async () => {
    const rows = await nodePoints(
      "1.1 | final | scored | 3",
      "1.2 | final | scored | 1",
      "1.3 | final | scored | 5.5",
      "P1 | final | scored | 0.75",
    );
    expect(pick(rows, "1", "final")).toMatchObject([{ points: "9.500000000", max_points: "10.000000000" }]);
    expect(pick(rows, "total", "final")).toMatchObject([
      { points: "8.750000000", max_points: "10.000000000" },
    ]);
  });
});

test("a real card that takes points of invented answers is illustrative in every leaf; of others nothing changes", async () => {
  const leaves = async (provenance: string) =>
    build("scores.par_leaf_points", {
      "staging.score_entries": [
        head,
        ...["a", "b"].flatMap((unit) =>
          ["1.1 | final | scored | 3", "1.2 | final | scored | 1"].map(
            (line) =>
              `2023 | par_ministry | ${unit} | ministry | f | published | false | ${line} | | | derived`,
          ),
        ),
      ].join("\n"),
      "spec.framework_nodes": framework,
      "spec.score_stages": stages,
      "scores.par_survey_points": `${noSurvey}\n2023 | par_ministry | a | f | 1.3 | 5 | ok | ${provenance}\n2023 | par_ministry | b | f | 1.3 | | suppressed | ${provenance}`,
    });
  const of = (rows: Awaited<ReturnType<typeof leaves>>, unit: string) =>
    rows.filter((row) => row["unit_code"] === unit).map((row) => row["provenance"]);
  const invented = await leaves("illustrative");
  expect(of(invented, "a")).toEqual(["illustrative", "illustrative", "illustrative"]);
  expect(of(invented, "b")).toEqual(["derived", "derived", "derived"]);
  expect(of(await leaves("derived"), "a")).toEqual(["derived", "derived", "derived"]);
});

describe("the index from scorecards", () => {
  const totals = (...lines: string[]) => ({
    "scores.par_node_points": [
      "round_code | index_code | unit_code | framework_code | is_fictional:boolean | node_code | stage_code | points:decimal(18,9) | max_points:decimal(18,9) | points_status | provenance",
      ...lines.map((line) => `2023 | par_ministry | ${line}`),
    ].join("\n"),
    "spec.fictional_units": "unit_code | unranked_reason\nunranked | Thanh tra",
    "spec.round_units": "round_code | index_code | unit_code | is_ranked:boolean",
    "spec.par_rules": "round_code | index_code | ties\n2023 | par_ministry | competition",
    "spec.par_groups":
      "round_code | index_code | group_code | group_order:integer | from_percent:decimal(18,9) | above_percent:decimal(18,9) | below_percent:decimal(18,9)\n" +
      "2023 | par_ministry | above_90 | 1 | | 90 |\n2023 | par_ministry | from_80 | 2 | 80 | |\n2023 | par_ministry | below_80 | 3 | | | 80",
  });
  const of = (rows: Awaited<ReturnType<typeof build>>) =>
    rows.map((row) => [
      row["unit_code"],
      row["index_percent"],
      row["index_rank"],
      row["n_ranked"],
      row["is_tied"],
      row["group_code"],
    ]);

  test("ranks are made on the exact quotient, also where print cannot tell, and equal quotients share a rank", async () => {
    const rows = await build(
      "scores.par_index",
      totals(
        "a | f | true | total | final | 85.000000001 | 100 | ok | illustrative",
        "b | f | true | total | final | 85 | 100 | ok | illustrative",
        "c | f | true | total | final | 42.5 | 50 | ok | illustrative",
        "d | f | true | total | final | 84 | 100 | ok | illustrative",
        "e | f | true | total | final | | 100 | incomplete | illustrative",
      ),
    );
    expect(of(rows)).toEqual([
      ["a", "85.000000001", 1, 4, false, "from_80"],
      ["b", "85.000000000", 2, 4, true, "from_80"],
      ["c", "85.000000000", 2, 4, true, "from_80"],
      ["d", "84.000000000", 4, 4, false, "from_80"],
      ["e", null, null, 4, false, null],
    ]);
  });

  test("a unit that is scored without being ranked takes no place: the others rank as if it were not there", async () => {
    const rows = await build(
      "scores.par_index",
      totals(
        "a | f | true | total | final | 85 | 100 | ok | illustrative",
        "b | f | true | total | final | 81 | 100 | ok | illustrative",
        "unranked | f | true | total | final | 83 | 100 | ok | illustrative",
      ),
    );
    expect(of(rows)).toEqual([
      ["a", "85.000000000", 1, 2, false, "from_80"],
      ["b", "81.000000000", 2, 2, false, "from_80"],
      ["unranked", "83.000000000", null, 2, false, "from_80"],
    ]);
  });

  test("90 exactly is not above 90, and 80 exactly is not below 80", async () => {
    const rows = await build(
      "scores.par_index",
      totals(
        "a | f | true | total | final | 90.000000001 | 100 | ok | illustrative",
        "b | f | true | total | final | 90 | 100 | ok | illustrative",
        "c | f | true | total | final | 80 | 100 | ok | illustrative",
        "d | f | true | total | final | 79.999999999 | 100 | ok | illustrative",
      ),
    );
    expect(rows.map((row) => row["group_code"])).toEqual(["above_90", "from_80", "from_80", "below_80"]);
  });

  test("fictional units and real ones are ranked apart", async () => {
    const rows = await build(
      "scores.par_index",
      totals(
        "a | f | true | total | final | 99 | 100 | ok | illustrative",
        "bnv | g | false | total | final | 80 | 100 | ok | derived",
      ),
    );
    expect(of(rows).map((row) => row.slice(0, 4))).toEqual([
      ["a", "99.000000000", 1, 1],
      ["bnv", "80.000000000", 1, 1],
    ]);
  });
});
