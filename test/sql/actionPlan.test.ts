import { expect, test } from "vitest";
import { build } from "./build.ts";

test("a plan lists losses and differences below the rest, largest first, of the newest round that knows them, and none that it settled", async () => {
  const rows = await build("marts.action_plan", {
    "marts.par_lost_points": `
      round_code | index_code   | unit_code | part_level | node_code | node_order:int | node_name | node_name_en | lost_points:decimal(18,9) | max_points:decimal(18,9) | department_name | department_name_en | department_status | provenance
      2022       | par_province | hue       | leaf       | 1.1       | 1              | Cũ        | Old          | 9                         | 9                        |                 |                    |                   | derived
      2023       | par_province | hue       | leaf       | 1.1       | 1              | Một       | One          | 0.25                      | 2                        | Sở A            | Department A       | assumed           | derived
      2023       | par_province | hue       | leaf       | 1.2       | 2              | Hai       | Two          | 1.5                       | 2                        |                 |                    |                   | derived
      2023       | par_province | hue       | leaf       | 1.3       | 3              | Đủ        | Full         | 0                         | 2                        |                 |                    |                   | derived
      2022       | par_province | quangtri  | leaf       | 1.1       | 1              | Cũ        | Old          | 3                         | 9                        |                 |                    |                   | derived
      2023       | par_province | quangtri  | leaf       | 1.1       | 1              | Đủ        | Full         | 0                         | 9                        |                 |                    |                   | derived
      2023       | par_province | hue       | leaf       | 1.4       | 4              | Thiếu     | Missing      |                           | 2                        |                 |                    |                   | derived
    `,
    "marts.sipas_contrasts": `
      round_code | index_code | unit_code | is_shown_recipe:boolean | node_code | node_order:int | node_name | node_name_en | difference_percent:double | difference_percent_low:double | difference_percent_high:double | difference_q:double | is_established:boolean | provenance
      2022       | sipas      | hue       | true                    | q1        | 1              | Kém       | Weak         | -7                        | -9                            | -5                             | 0.01                | true                   | derived
      2022       | sipas      | hue       | true                    | q2        | 2              | Gần       | Near         | -1                        | -4                            | 2                              | 0.6                 | false                  | derived
      2022       | sipas      | hue       | true                    | q3        | 3              | Xa        | Far          | -3                        | -8                            | 2                              | 0.2                 | false                  | derived
      2022       | sipas      | hue       | true                    | q4        | 4              | Hơn       | Above        | 4                         | 1                             | 7                              | 0.03                | true                   | derived
      2022       | sipas      | hue       | true                    | q5        | 5              | Kín       | Withheld     |                           |                               |                                |                     |                        | derived
      2022       | sipas      | quangtri  | true                    | q1        | 1              | Kém       | Weak         | -7                        | -9                            | -5                             | 0.01                | true                   | derived
      2023       | sipas      | quangtri  | true                    | q1        | 1              | Hơn       | Above        | 1                         | -2                            | 4                              | 0.6                 | false                  | derived
      2022       | sipas      | hue       | false                   | q1        | 1              | Kém       | Weak         | -8                        | -9                            | -5                             | 0.01                | true                   | derived
    `,
    "spec.fictional_units": "unit_code | unit_level | unit_type | unit_name | unit_name_en",
    "spec.round_units": `
      round_code | index_code   | unit_code | unit_level | unit_type | unit_name | unit_name_en
      2022       | sipas        | hue       | province   | province  | Huế       | Hue
      2023       | par_province | hue       | province   | city      | TP. Huế   | Hue City
      2022       | par_province | quangtri  | province   | province  | Quảng Trị | Quang Tri
      2022       | sipas        | quangtri  | province   | province  | Quảng Trị | Quang Tri
      2023       | par_province | quangtri  | province   | province  | Quảng Trị | Quang Tri
      2023       | sipas        | quangtri  | province   | province  | Quảng Trị | Quang Tri
    `,
  });
  const lines = rows
    .map((row) =>
      [row["matter_kind"], row["matter_order"], row["round_code"], row["node_name"], row["unit_name"]].join(
        " ",
      ),
    )
    .sort();
  expect(lines).toEqual([
    "gap 1 2022 Xa Huế",
    "gap 2 2022 Gần Huế",
    "lost_points 1 2023 Hai TP. Huế",
    "lost_points 2 2023 Một TP. Huế",
    "weakness 1 2022 Kém Huế",
  ]);
});
