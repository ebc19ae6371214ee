import { describe, expect, test } from "vitest";
import { build } from "../../sql/build.ts";

interface Compared {
  /** Framework of the cards of each round. */
  readonly frameworks: Readonly<Record<string, string>>;
  /** Lines of the crosswalk from the framework `new` to `old`. */
  readonly crosswalk?: readonly string[];
  /** Weights of the two groups of officials, by round. */
  readonly weights?: Readonly<Record<string, readonly [number, number]>>;
  readonly fictional?: Readonly<Record<string, boolean>>;
}

/** Two leaves, 1.1 of 4 points and 1.2 of 6, which the framework `old` calls 2.1 and 2.2. */
async function comparison({ frameworks, crosswalk = [], weights = {}, fictional = {} }: Compared) {
  const rounds = Object.entries(frameworks);
  const cards = rounds.map(
    ([round, framework]) =>
      `${round} | par_province | ${framework}:set | ${framework} | ${fictional[round] ?? true}`,
  );
  const rules = rounds.map(
    ([round, framework]) =>
      `${round} | par_province | ${framework} | form | mean_of_items | stated | 5 | linear`,
  );
  const items = rounds.map(
    ([round, framework]) => `${round} | par_province | ${framework === "old" ? "2.2" : "1.2"} | view_1`,
  );
  const shares = rounds.flatMap(([round]) =>
    ["0", "100"].map((share, i) => `${round} | par_province | ${i + 1} | ${share}`),
  );
  const groups = rounds.flatMap(([round]) =>
    ["a", "b"].map(
      (group, i) => `${round} | par_province | ${group} | ${i + 1} | ${weights[round]?.[i] ?? 0.5}`,
    ),
  );
  return build("scores.par_comparability", {
    "scores.par_index": `
      round_code | index_code | ranking_code | framework_code | is_fictional:boolean
      ${cards.join("\n")}
    `,
    "spec.framework_nodes": `
      framework_code | unit_level | node_code | is_leaf:boolean | max_points:decimal(18,9)
      new            | province   | 1         | false           | 10
      new            | province   | 1.1       | true            | 4
      new            | province   | 1.2       | true            | 6
      old            | province   | 2         | false           | 10
      old            | province   | 2.1       | true            | 4
      old            | province   | 2.2       | true            | 6
    `,
    "spec.crosswalk": `
      unit_level | framework_code | node_code | earlier_framework_code | earlier_node_code | is_reviewed:boolean
      ${crosswalk.map((line) => `province | new | ${line}`).join("\n")}
    `,
    "spec.official_rules": `
      round_code | index_code | framework_code | instrument_code | combine_rule | group_rule | merge_classes_below:integer | sipas_rule
      ${rules.join("\n")}
    `,
    "spec.official_leaves": `round_code | index_code | node_code | item_code\n${items.join("\n")}`,
    "spec.official_answer_shares": `
      round_code | index_code | answer_level:integer | share_percent:decimal(18,9)
      ${shares.join("\n")}
    `,
    "spec.official_group_weights": `
      round_code | index_code | group_code | group_order:integer | group_weight:double
      ${groups.join("\n")}
    `,
  });
}

const reviewed = ["1.1 | old | 2.1 | true", "1.2 | old | 2.2 | true"];

describe("two rounds of scorecards", () => {
  test("are compared under one framework, each with the round before it", async () => {
    const rows = await comparison({ frameworks: { "2021": "new", "2022": "new", "2023": "new" } });
    expect(rows).toMatchObject([
      { round_code: "2022", earlier_round: "2021", comparison_kind: "same_framework", is_comparable: true },
      { round_code: "2023", earlier_round: "2022", comparison_kind: "same_framework", is_comparable: true },
    ]);
  });

  test.each([
    ["no crosswalk", [], "other_framework"],
    ["a reviewed crosswalk of every leaf", reviewed, "crosswalk"],
    ["a crosswalk that lacks a leaf", reviewed.slice(1), "other_framework"],
    [
      "a crosswalk with a leaf that nobody reviewed",
      [reviewed[0]!, "1.2 | old | 2.2 | false"],
      "other_framework",
    ],
    [
      "a crosswalk of leaves of other maxima",
      ["1.1 | old | 2.2 | true", "1.2 | old | 2.1 | true"],
      "other_framework",
    ],
  ])("of two frameworks with %s: %#", async (_, crosswalk, expected) => {
    const rows = await comparison({ frameworks: { "2022": "old", "2023": "new" }, crosswalk });
    expect(rows).toMatchObject([{ comparison_kind: expected, is_comparable: expected === "crosswalk" }]);
  });

  test("are not compared where the groups of officials weigh otherwise: the surveyed points mean something else", async () => {
    const frameworks = { "2022": "new", "2023": "new" };
    const rows = await comparison({ frameworks, weights: { "2022": [0.3, 0.7] } });
    expect(rows).toMatchObject([{ comparison_kind: "other_survey_rules", is_comparable: false }]);
  });

  test("are never compared where one is of fictional units and the other is not", async () => {
    const frameworks = { "2022": "new", "2023": "new" };
    expect(await comparison({ frameworks, fictional: { "2023": false } })).toEqual([]);
  });
});

/** Units by rounds: `points of 2022, points of 2023`; a dash: no card; brackets: scored without a rank. */
function rankChanges(units: Readonly<Record<string, readonly [string, string]>>, status = "same_framework") {
  const line = (round: string, unit: string, text: string) => {
    const points = text.replaceAll(/[()]/g, "");
    const rank = text.includes("(") ? "" : "1"; // only whether there is one is read
    return `${round} | par_province | set | ${unit} | true | ${points} | 100 | ${rank} | illustrative`;
  };
  const lines = Object.entries(units).flatMap(([unit, [before, after]]) => [
    ...(before === "-" ? [] : [line("2022", unit, before)]),
    line("2023", unit, after),
  ]);
  return build("scores.par_rank_changes", {
    "scores.par_index": `
      round_code | index_code | ranking_code | unit_code | is_fictional:boolean | points:decimal(18,9) | max_points:decimal(18,9) | index_rank:integer | provenance
      ${lines.join("\n")}
    `,
    "scores.par_comparability": `
      round_code | index_code   | ranking_code | earlier_round | earlier_ranking_code | comparison_kind | is_comparable:boolean
      2023       | par_province | set          | 2022          | set                  | ${status} | ${status === "same_framework"}
    `,
  });
}

describe("a change of rank", () => {
  test("by the unit alone is its own: from 90 to 60 among 80 and 70 it falls two places", async () => {
    const rows = await rankChanges({ a: ["90", "60"], b: ["80", "80"], c: ["70", "70"] });
    expect(rows).toMatchObject([
      { unit_code: "a", earlier_rank: 1, index_rank: 3, rank_change: 2, own_change: 2, others_change: 0 },
      { unit_code: "b", earlier_rank: 2, index_rank: 1, rank_change: -1, own_change: 0, others_change: -1 },
      { unit_code: "c", earlier_rank: 3, index_rank: 2, rank_change: -1, own_change: 0, others_change: -1 },
    ]);
  });

  test("is told among units ranked in both rounds; whoever is not has a reason", async () => {
    const rows = await rankChanges({
      a: ["90", "90"],
      b: ["(95)", "95"],
      c: ["99", "(99)"],
      d: ["-", "98"],
      e: ["80", "80"],
    });
    expect(
      rows.map((row) => [row["unit_code"], row["change_status"], row["index_rank"], row["n_ranked"]]),
    ).toEqual([
      ["a", "ok", 1, 2],
      ["b", "no_earlier_rank", null, 2],
      ["c", "no_rank", null, 2],
      ["d", "no_earlier_card", null, 2],
      ["e", "ok", 2, 2],
    ]);
  });

  test("is not told between rounds that cannot be compared", async () => {
    const rows = await rankChanges({ a: ["90", "60"], b: ["80", "80"] }, "other_framework");
    expect(rows).toMatchObject([
      { change_status: "other_framework", rank_change: null, own_change: null },
      { change_status: "other_framework", rank_change: null, own_change: null },
    ]);
  });
});

test("the errors of two surveys add: 3 and 4 points on 10 degrees of freedom each give 5 points on 18.5", async () => {
  const node = (round: string, node: string, percent: number, se: string, status: string) =>
    `${round} | par_province | a | ${node} | ${node === "total" ? 0 : 1} | true | ${percent} | ${se} | ${se === "" ? "" : 10} | ${status} | illustrative`;
  const rows = await build("scores.par_changes", {
    "scores.par_node_errors": `
      round_code | index_code | unit_code | node_code | node_depth:integer | is_fictional:boolean | percent:double | percent_se:double | percent_df:double | percent_status | provenance
      ${node("2022", "total", 70, "3", "ok")}
      ${node("2023", "total", 76, "4", "ok")}
      ${node("2022", "1", 50, "", "fixed")}
      ${node("2023", "1", 60, "", "fixed")}
      ${node("2022", "2", 50, "", "not_published")}
      ${node("2023", "2", 60, "1", "ok")}
      2022 | par_province | b | total | 0 | true | 70 | | | fixed | illustrative
      2023 | par_province | b | total | 0 | true | 90 | | | fixed | illustrative
    `,
    "scores.par_index": `
      round_code | index_code   | unit_code | ranking_code
      2023       | par_province | a         | set
      2022       | par_province | a         | set
      2023       | par_province | b         | set
      2022       | par_province | b         | other
    `,
    "scores.par_comparability": `
      round_code | index_code   | ranking_code | earlier_round | earlier_ranking_code | comparison_kind | is_comparable:boolean
      2023       | par_province | set          | 2022          | set                  | same_framework  | true
    `,
  });
  expect(rows.filter((row) => row["unit_code"] === "b")).toEqual([]); // its earlier card was of another framework
  const of = (node: string) => rows.find((row) => row["node_code"] === node);
  expect(of("total")).toMatchObject({ change_percent: 6, change_percent_se: 5, change_status: "ok" });
  expect(of("total")?.["change_percent_df"]).toBeCloseTo((25 * 25) / (81 / 10 + 256 / 10), 9);
  expect(of("1")).toMatchObject({ change_percent: 10, change_percent_se: null, change_status: "fixed" });
  expect(of("2")).toMatchObject({
    change_percent: 10,
    change_percent_se: null,
    change_status: "not_estimable",
  });
});
