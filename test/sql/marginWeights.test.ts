import { expect, test } from "vitest";
import { build } from "./build.ts";

const fits = (...lines: string[]) =>
  [
    "unit_code | category_level | category_code | population:bigint | merged_code | n_merged_responses:int | round_code | index_code | margin_code | n_responses:int | sum_base_weight:double | sum_entering_weight:double | sum_weight:double | margin_source | margin_reference_date | margin_verified_by | provenance",
    ...lines.map((line) => `${line} | 2023 | sipas | age | 30 | 300 | 300 | 310 | | | | derived`),
  ].join("\n");

const shownWeights = async (...lines: string[]) =>
  (
    await build("marts.weighting_margins", {
      "weights.margin_fits": fits(...lines),
      "spec.sipas_rules": "round_code | index_code | instrument_code\n2023 | sipas | form",
      "spec.items": "instrument_code | item_code | item_name | item_name_en\nform | age | Tuổi | Age",
      "spec.item_options": [
        "instrument_code | item_code | option_code | option_order:int | option_name | option_name_en",
        ...[1, 2, 3].map((level) => `form | age | o${level} | ${level} | ${level} | ${level}`),
      ].join("\n"),
      "scores.suppressed_respondents":
        "round_code | index_code | domain_level | domain_code | item_code | answer_level:int | hidden_reason\n2023 | sipas | province | hue | age | 1 | too_few",
      "spec.round_units": "round_code | index_code | unit_code | unit_name | unit_name_en",
    })
  ).map((row) => [row["category_level"], row["sum_weight"], row["n_merged_responses"]]);

// a weight of all respondents of an answer is as good as their number where weights hardly differ
test("what weights of a withheld count add to is withheld with it, unless it is the population total that they were brought to", async () => {
  expect(
    await shownWeights("hue | 1 | o1 | 310 | | ", "hue | 2 | o2 | 310 | | ", "hue | - | | | | "),
  ).toEqual([
    ["-", 310, null],
    ["1", 310, null],
    ["2", 310, null],
  ]);
  expect(await shownWeights("hue | 1 | o1 | | | ", "hue | 2 | o2 | | | ")).toEqual([
    ["1", null, null],
    ["2", 310, null],
  ]);
  // of merged categories only their sum is the population's, whichever of them is withheld
  const apart = "hue | 3 | o3 | 310 | | ";
  for (const merged of [
    ["hue | 1 | o1 | 310 | o2 | 60", "hue | 2 | o2 | 310 | | "],
    ["hue | 1 | o1 | 310 | | ", "hue | 2 | o2 | 310 | o1 | 60"],
  ])
    expect(await shownWeights(...merged, apart)).toEqual([
      ["1", null, null],
      ["2", null, null],
      ["3", 310, null],
    ]);
  expect(await shownWeights("hue | 2 | o2 | 310 | o3 | 60", apart)).toEqual([
    ["2", 310, 60],
    ["3", 310, null],
  ]);
});
