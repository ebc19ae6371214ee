import { describe, expect, test } from "vitest";
import { CheckError } from "../../../models/errors.ts";
import { build } from "../../sql/build.ts";

const head =
  "store_code | provenance | round_code | index_code | unit_name | node_code | stage_code | points:decimal(18,9) | inputs | role_code | scored_at:timestamp | reason | evidence | is_locked:boolean | score_status | framework_code | framework_version";
const row = (
  unit: string,
  more: Partial<{
    provenance: string;
    points: string;
    status: string;
    framework: string;
    version: string;
    stage: string;
  }> = {},
) =>
  `s | ${more.provenance ?? "illustrative"} | 2023 | par_ministry | ${unit} | 1.1 | ${more.stage ?? "self"} | ${more.points ?? "1"} | | unit | 2024-01-20 00:00:00 | | | true | ${more.status ?? "scored"} | ${more.framework ?? "minh-hoa-ministry"} | ${more.version ?? "v1"}`;

const entries = (...rows: string[]) =>
  build("staging.score_entries", {
    "raw.scorecards": [head, ...rows].join("\n"),
    "spec.fictional_units": "unit_code | unit_level | unit_name\nminh-hoa-bo-a | ministry | Bộ A",
    "staging.unit_names":
      "round_code | unit_level | unit_name | unit_code\n2023 | ministry | Bộ Tư pháp | btp",
    "spec.framework_versions":
      "framework_code | unit_level | framework_version | provenance | is_whole:boolean\n" +
      "minh-hoa-ministry | ministry | v1 | illustrative | true\n876/QĐ-BNV | ministry | v9 | published | false\n99/QĐ-BNV | ministry | v3 | published | true",
    "spec.score_stages": "stage_code\nself\nappraised_1\nexplained\nappraised_2\nfinal",
    "spec.rounds": "round_code\n2023",
    "spec.par_rules": "round_code | index_code | framework_code\n2023 | par_ministry | 99/QĐ-BNV",
  });

const refuses = async (promise: string, ...rows: string[]) => {
  const error = await entries(...rows).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(CheckError);
  expect(error.message).toContain(promise);
};

describe("entries of scorecards", () => {
  test("a fictional unit has its own code, and published rows are no entries", async () => {
    const found = await entries(
      row("Bộ A"),
      row("Bộ Tư pháp", { stage: "published", provenance: "published" }),
    );
    expect(found).toMatchObject([
      { unit_code: "minh-hoa-bo-a", is_fictional: true, points: "1.000000000", is_locked: true },
    ]);
  });

  test("a real unit under the round's own framework stands as what it is", async () => {
    const own = row("Bộ Tư pháp", { provenance: "published", framework: "99/QĐ-BNV", version: "v3" });
    expect(await entries(own)).toMatchObject([
      { unit_code: "btp", is_fictional: false, framework_provenance: "published" },
    ]);
  });

  test.each<[string, string, string]>([
    ["invented points under a real name", row("Bộ Tư pháp"), "nothing invented stands under a real unit"],
    [
      "illustrative criteria under a real name",
      row("Bộ Tư pháp", { provenance: "published" }),
      "nothing invented stands under a real unit",
    ],
    ["a fictional unit in a store of real points", row("Bộ A", { provenance: "published" }), "unit_code"],
    [
      "criteria that are not held",
      row("Bộ Tư pháp", { provenance: "published", framework: "876/QĐ-BNV", version: "v9" }),
      "against a framework that is held whole",
    ],
    ["criteria that changed since", row("Bộ A", { version: "v0" }), "against the framework as it stands"],
    [
      "zero points that are called missing",
      row("Bộ A", { points: "0", status: "missing" }),
      "what is scored has points",
    ],
    ["a score without points", row("Bộ A", { points: "null" }), "what is scored has points"],
    ["a leaf twice", `${row("Bộ A")}\n${row("Bộ A")}`, "one row for each"],
    ["a stage that nobody knows", row("Bộ A", { stage: "guessed" }), "stage_code"],
  ])("%s: the build stops", async (_, rows, promise) => {
    await refuses(promise, rows);
  });
});

test("broken rules of a card stop the build in the words of whoever filled it in", async () => {
  const inputs = {
    "staging.score_entries":
      "round_code | index_code | unit_code | unit_level | framework_code | node_code | stage_code | score_status | points:decimal(18,9) | inputs | role_code | reason | evidence\n" +
      "2023 | par_ministry | a | ministry | f | 1.1 | appraised_1 | scored | 3.5 | | appraiser | |",
    "spec.framework_nodes":
      "framework_code | unit_level | node_code | node_kind | is_leaf:boolean | max_points:decimal(18,9) | is_self_scored:boolean | evidence | rule_json\n" +
      "f | ministry | 1.1 | appraised | true | 3 | true | |",
    "spec.par_scoring":
      "round_code | index_code | allows_not_applicable:boolean | allows_bonus:boolean | allows_penalty:boolean | allows_withholding:boolean\n" +
      "2023 | par_ministry | false | false | false | false",
  };
  const error = await build("staging.score_problems", inputs).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(CheckError);
  expect(error.message).toContain("vượt điểm tối đa 3");
  expect(error.message).toContain('bước "Thẩm định lần 1" có trước khi có bước "Tự chấm"');
});

test("what the rule makes of the declared figures stands beside what was entered, with its steps", async () => {
  const rule = JSON.stringify({
    kind: "share",
    inputs: [
      { code: "done", name: { vi: "x", en: "x" }, kind: "number" },
      { code: "planned", name: { vi: "x", en: "x" }, kind: "number" },
    ],
    part: "done",
    whole: "planned",
    full_from: "100",
    zero_below: "80",
    between: "proportional",
  });
  const found = await build("scores.par_rule_points", {
    "staging.score_entries":
      "round_code | index_code | unit_code | unit_level | framework_code | node_code | stage_code | points:decimal(18,9) | inputs | provenance | framework_provenance\n" +
      '2023 | par_ministry | a | ministry | f | 1.1 | self | 1.4 | {"done":"9","planned":"10"} | illustrative | illustrative',
    "spec.framework_nodes": `framework_code | unit_level | node_code | max_points:decimal(18,9) | rule_json\nf | ministry | 1.1 | 1.5 | ${rule}`,
  });
  expect(found).toMatchObject([
    {
      entered_points: "1.400000000",
      rule_points: "1.350000000",
      rule_status: "scored",
      steps: "90 %; proportional, of 1.5; = 1.35",
      provenance: "illustrative",
    },
  ]);
});
