import { expect, test } from "vitest";
import { build } from "./build.ts";

const pairs = (an: string) =>
  build("scores.sipas_pairs", {
    "scores.sipas_scores": `
      round_code | index_code | recipe_code | unit_code | score_rank:int | score_percent:double | rank_se:double | rank_df:double | provenance
      2023       | sipas      | design      | an        | 1              | ${an}                | 1              | 50             | derived
      2023       | sipas      | design      | binh      | 2              | 80                   | 1              | 50             | derived
      2023       | sipas      | design      | chi       | 3              | 79.5                 | 1              | 50             | derived
      2023       | sipas      | design      | dung      | 4              | 60                   |                |                | derived
      2023       | sipas      | design      | em        |                |                      |                |                | derived
    `,
  }).then((rows) => rows.map((row) => `${row["unit_code"]} ${row["n_alike"]} of ${row["n_others"]}`));

// |t| = 10/√2 = 7.07 and 0.5/√2 = 0.35 on 100 degrees of freedom; 2.5/√2 = 1.77 has p = 0.08
test("a province is told from another only by a test that is held over all pairs; one without an error from nobody", async () => {
  expect(await pairs("90")).toEqual(["an 1 of 3", "binh 2 of 3", "chi 2 of 3", "dung null of 3"]);
  expect(await pairs("82.5")).toEqual(["an 3 of 3", "binh 3 of 3", "chi 3 of 3", "dung null of 3"]);
});

const nobody = {
  "marts.par_standings":
    "round_code | index_code | ranking_code | unit_code | unit_name | unit_name_en | index_rank:int | percent:double | n_indistinct:int | simultaneous_low:int | simultaneous_high:int | rank_status | provenance",
  "marts.par_ministry_scores":
    "round_code | index_code | unit_code | unit_name | unit_name_en | index_rank:int | total_points:decimal(18,2) | provenance",
  "marts.sipas_ranking":
    "round_code | index_code | recipe_code | is_shown_recipe:boolean | unit_code | unit_name | unit_name_en | score_rank:int | score_percent:double | n_alike:int | provenance",
  "marts.sipas_changes":
    "round_code | index_code | is_shown_recipe:boolean | is_comparable:boolean | node_level | domain_level | earlier_round | change_percent:double | change_percent_low:double | change_percent_high:double | change_p:double | change_p_holm:double | provenance",
};

const found = async (inputs: Partial<typeof nobody>) =>
  (await build("marts.key_findings", { ...nobody, ...inputs })).map((row) =>
    [
      row["finding_kind"],
      row["verdict"],
      row["unit_name"],
      row["n_alike"],
      row["n_others"],
      row["n_up"],
      row["n_down"],
    ]
      .map((value) => value ?? "–")
      .join(" "),
  );

test("who leads is told from all others, from some, or cannot be tested", async () => {
  const standings = (alike: string) => `${nobody["marts.par_standings"]}
    2023 | par_province | r | a | An   | An   | 1 | 90 | ${alike} | 1 | 1 | ranked | derived
    2023 | par_province | r | b | Bình | Binh | 2 | 80 | 1 | 2 | 3 | ranked | derived
    2023 | par_province | r | c | Chi  | Chi  | 3 | 79 | 1 | 2 | 3 | ranked | derived
    2023 | par_province | r | d | Dũng | Dung |   |    |   |   |   | withheld | derived`;
  expect(await found({ "marts.par_standings": standings("0") })).toEqual([
    "leader established An 0 2 – –",
    "last not_established Chi 1 2 – –",
    "sure_ranks established – – 3 1 –",
  ]);
  expect((await found({ "marts.par_standings": standings("2") }))[0]).toBe(
    "leader not_established An 2 2 – –",
  );
  expect(
    await found({
      "marts.par_ministry_scores": `${nobody["marts.par_ministry_scores"]}
        2023 | par_ministry | a | Bộ A | A | 1 | 89.95 | published
        2023 | par_ministry | b | Bộ B | B | 2 | 78.03 | published
        2023 | par_ministry | c | Bộ C | C |   |       | published`,
    }),
  ).toEqual(["leader not_tested Bộ A – 1 – –", "last not_tested Bộ B – 1 – –"]);
});

test("units that share the first or the last rank are named together; where all share one, nobody leads", async () => {
  const ministries = (...lines: string[]) =>
    found({
      "marts.par_ministry_scores": [
        nobody["marts.par_ministry_scores"],
        ...lines.map((line) => `2023 | par_ministry | ${line} | published`),
      ].join("\n"),
    });
  expect(
    await ministries(
      "a | Bộ A | A | 1 | 89.95",
      "b | Bộ B | B | 1 | 89.95",
      "c | Bộ C | C | 3 | 80",
      "d | Bộ D | D | 4 | 78",
      "e | Bộ E | E | 4 | 78",
    ),
  ).toEqual(["leader not_tested Bộ A, Bộ B – 4 – –", "last not_tested Bộ D, Bộ E – 4 – –"]);
  expect(await ministries("a | Bộ A | A | 1 | 80", "b | Bộ B | B | 1 | 80")).toEqual([]);
});

test("a change is established only where its interval leaves out nought, and of provinces only after Holm", async () => {
  const changes = (low: string) => `${nobody["marts.sipas_changes"]}
    2023 | sipas | true | true  | overall | nation   | 2022 | 1.5 | ${low} | 3 | 0.04 |      | derived
    2023 | sipas | true | true  | overall | nation   | 2021 | 9   | 8 | 10  | 0.001 |      | derived
    2023 | sipas | true | true  | overall | province | 2022 | 4   | 1 | 7   | 0.01  | 0.03 | derived
    2023 | sipas | true | true  | overall | province | 2022 | -4  | -7 | -1 | 0.02  | 0.04 | derived
    2023 | sipas | true | true  | overall | province | 2022 | 2   | 0.1 | 4 | 0.04  | 0.2  | derived
    2023 | sipas | true | true  | item    | nation   | 2022 | 7   | 5 | 9   | 0.001 |      | derived
    2023 | sipas | true | false | overall | nation   | 2022 |     |   |     |       |      | derived`;
  expect(await found({ "marts.sipas_changes": changes("0.1") })).toEqual([
    "change established – – – – –",
    "changes established – – 3 1 1",
  ]);
  expect((await found({ "marts.sipas_changes": changes("-0.2") }))[0]).toBe(
    "change not_established – – – – –",
  );
});
