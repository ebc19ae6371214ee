import { expect, test } from "vitest";
import { build } from "./build.ts";

test("a unit may try the leaves that it can lift itself, against the goals that can be reached at all", async () => {
  const rows = await build("marts.par_what_if_parts", {
    "scores.par_index": `
      round_code | index_code   | unit_code | is_fictional:boolean | points:decimal(18,9) | max_points:decimal(18,9) | points_status | provenance
      2023       | par_province | an        | false                | 80.5                 | 100                      | ok            | derived
      2023       | par_province | binh      | false                |                      | 100                      | missing       | derived
    `,
    "scores.par_node_errors": `
      round_code | index_code   | unit_code | node_code | points_se:double | points_low:double | points_high:double
      2023       | par_province | an        | total     | 0.5              | 79.5              | 81.5
      2023       | par_province | an        | 8.1       | 0.5              | 1                 | 2
    `,
    "scores.par_lost_points": `
      round_code | index_code   | unit_code | framework_code | unit_level | node_code | node_kind | points:decimal(18,9) | max_points:decimal(18,9) | lost_status
      2023       | par_province | an        | f              | province   | 1.1       | appraised | 1.5                  | 2                        | ok
      2023       | par_province | an        | f              | province   | 1.2       | appraised |                      | 2                        | not_applicable
      2023       | par_province | an        | f              | province   | 8.1       | survey    | 1.5                  | 2                        | ok
      2023       | par_province | binh      | f              | province   | 1.1       | appraised | 1                    | 2                        | ok
    `,
    "scores.par_what_if": `
      round_code | index_code   | unit_code | goal_kind | goal_size:int | goal_order:int | plan_status  | plan_order:int | needed_points:decimal(18,9)
      2023       | par_province | an        | ranks     | 1             | 1              | first        | 0              | 0
      2023       | par_province | an        | points    | 1             | 3              | planned      | 1              | 1
      2023       | par_province | an        | points    | 1             | 3              | planned      | 2              | 1
      2023       | par_province | an        | points    | 5             | 4              | out_of_reach | 0              | 5
    `,
    "spec.framework_nodes": `
      framework_code | unit_level | node_code | node_order:int | node_name | node_name_en
      f              | province   | 1.1       | 1              | Một       | One
      f              | province   | 1.2       | 2              | Hai       | Two
      f              | province   | 8.1       | 3              | Ba        | Three
    `,
  });
  expect(
    rows.map((row) => [row["unit_code"], row["node_code"] ?? `${row["goal_size"]} ${row["goal_kind"]}`]),
  ).toEqual([
    ["an", "1 points"],
    ["an", "5 points"],
    ["an", "1.1"],
  ]);
  expect(rows[2]).toMatchObject({ total_points: "80.500000000", total_low: 79.5, total_high: 81.5 });
});
