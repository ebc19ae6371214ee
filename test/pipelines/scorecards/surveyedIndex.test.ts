import { describe, expect, test } from "vitest";
import { build } from "../../sql/build.ts";

const linear = JSON.stringify({
  kind: "share",
  inputs: [{ code: "percent", name: { vi: "kết quả", en: "result" }, kind: "number" }],
  percent: "percent",
  full_from: "100",
  zero_below: "0",
  between: "proportional",
}).replaceAll("|", "");

describe("points of surveyed leaves", () => {
  const nodes = `
    framework_code | unit_level | node_code | node_kind | max_points:decimal(18,9) | rule_json
    f              | ministry   | 1.2       | survey    | 5                        | ${linear}
    f              | province   | 1.2       | survey    | 5                        | ${linear}
    f              | province   | 8.1       | sipas     | 10                       | ${linear}
  `;
  const inputs = (officials: string) => ({
    "estimates.official_shares": `
      round_code | index_code | unit_code | group_code | node_code | node_kind | share:double | share_se:double | share_df:double | share_n:integer | share_status | provenance
      ${officials}
    `,
    "estimates.sipas":
      "round_code | index_code | recipe_code | domain_level | domain_code | node_level | share:double | share_se:double | share_df:integer | share_n:integer | share_status | provenance",
    "spec.sipas_recipes": "round_code | index_code | recipe_code | is_shown:boolean",
    "spec.official_rules": `
      round_code | index_code   | framework_code | sipas_rule
      2023       | par_ministry | f              |
      2023       | par_province | f              | linear
    `,
    "spec.framework_versions": `
      framework_code | unit_level | provenance
      f              | ministry   | illustrative
      f              | province   | illustrative
    `,
    "spec.framework_nodes": nodes,
    "spec.fictional_sipas": `
      round_code | unit_code       | satisfied_percent:decimal(18,9) | standard_error:double | df:integer | n:integer
      2023       | minh-hoa-tinh-1 | 91.17                           | 1.5                   | 2          | 600
    `,
    "spec.fictional_units": "unit_code\nminh-hoa-bo-a\nminh-hoa-tinh-1",
  });

  test("share times maximum for officials, and 91.17 % of SIPAS are 9.117 of 10 points, for provinces only", async () => {
    const rows = await build(
      "scores.par_survey_points",
      inputs(`
        2023 | par_ministry | minh-hoa-bo-a | all     | 1.2 | leaf | 0.8 | 0.01 | 40 | 90 | ok | illustrative
        2023 | par_ministry | minh-hoa-bo-a | leaders | 1.2 | leaf | 0.1 | 0.01 | 40 | 30 | ok | illustrative`),
    );
    expect(
      rows.map((row) => [row["unit_code"], row["node_kind"], row["points"], row["points_status"]]),
    ).toEqual([
      ["minh-hoa-bo-a", "survey", "4.000000000", "ok"],
      ["minh-hoa-tinh-1", "sipas", "9.117000000", "ok"],
    ]);
  });

  test("too few answers give no points, and say so", async () => {
    const rows = await build(
      "scores.par_survey_points",
      inputs("2023 | par_ministry | minh-hoa-bo-a | all | 1.2 | leaf | | | | | suppressed | illustrative"),
    );
    expect(rows[0]).toMatchObject({ points: null, points_status: "suppressed" });
  });

  test("an illustrative form under a real unit stops the build", async () => {
    await expect(
      build(
        "scores.par_survey_points",
        inputs("2023 | par_ministry | bnv | all | 1.2 | leaf | 0.8 | 0.01 | 40 | 90 | ok | illustrative"),
      ),
    ).rejects.toThrow("nothing invented stands under a real unit");
  });
});

describe("ranks from scorecards", () => {
  const units = (...lines: string[]) => ({
    "scores.par_index": `
      round_code | index_code | unit_code | ranking_code | framework_code | is_fictional:boolean | is_ranked:boolean | index_rank:integer | n_ranked:integer | index_percent:decimal(18,9) | group_code | points_status | provenance
      ${lines
        .map((line) => {
          const [unit, ranked, rank, percent, group, status] = line.split(",");
          return `2023 | par_province | ${unit} | fictional:f | f | true | ${ranked} | ${rank} | 3 | ${percent} | ${group} | ${status} | illustrative`;
        })
        .join("\n")}`,
    "scores.par_node_errors": `
      round_code | index_code | unit_code | node_code | percent:double | percent_se:double | percent_df:double | percent_status
      ${lines
        .map((line) => {
          const [unit, , , percent, , status] = line.split(",");
          const known = status === "ok";
          return `2023 | par_province | ${unit} | total | ${percent} | ${known ? "0.5" : ""} | ${known ? "40" : ""} | ${status}`;
        })
        .join("\n")}`,
    "spec.par_rules": "round_code | index_code | ties\n2023 | par_province | competition",
    "spec.fictional_units": `
      unit_code | region_code | unit_type
      a         | north       | province
      b         | south       | city
      c         | north       | province
      d         | north       | province
      e         | north       | province
    `,
    "spec.round_units": "round_code | index_code | unit_code | region_code | unit_type",
  });

  test("sets, peers and units without a rank, each with its status", async () => {
    const rows = await build(
      "scores.par_ranks",
      units(
        "a,true,1,90,a,ok",
        "b,true,2,80.2,b,ok",
        "c,true,3,80,b,ok",
        "d,false,,85,b,ok",
        "e,true,,,,incomplete",
      ),
    );
    const pick = (column: string) => rows.map((row) => row[column]);
    expect(pick("rank_status")).toEqual(["ranked", "ranked", "ranked", "unranked", "withheld"]);
    expect(pick("simultaneous_low")).toEqual([1, 2, 2, null, null]);
    expect(pick("simultaneous_high")).toEqual([1, 3, 3, null, null]);
    expect(pick("indistinct_codes")).toEqual(["", "c", "b", null, null]);
    expect(pick("region_rank")).toEqual([1, 1, 2, null, null]);
    expect(pick("n_region")).toEqual([2, 1, 2, null, null]);
    expect(pick("group_rank")).toEqual([1, 1, 2, null, null]);
    expect(pick("type_rank")).toEqual([1, 1, 2, null, null]);
  });

  test("where one ranked unit's error is not known, nobody gets a set: unknown is not none", async () => {
    const rows = await build("scores.par_ranks", units("a,true,1,90,a,ok", "b,true,2,80,b,not_published"));
    expect(rows.map((row) => [row["index_rank"], row["marginal_low"]])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  test.each(["ok", "not_published"])(
    "80.004 and 80.001 are equal in print, ranked apart and marked, whatever is known of errors (%s)",
    async (status) => {
      const rows = await build(
        "scores.par_ranks",
        units(
          `a,true,1,80.004,a,${status}`,
          `b,true,2,80.001,b,${status}`,
          "c,true,3,70,b,ok",
          "d,true,3,70,b,ok",
          "e,false,,80.002,a,ok",
        ),
      );
      expect(rows.map((row) => row["is_tied_in_print"])).toEqual([true, true, false, false, false]);
    },
  );

  test("ties are those of the round, within a region or group too, and never break the promise on sets", async () => {
    const tied = units("a,true,1,90,a,ok", "c,true,1,90,a,ok", "d,true,2,80,a,ok");
    const dense = "round_code | index_code | ties\n2023 | par_province | dense";
    const ranks = async (inputs: typeof tied) =>
      (await build("scores.par_ranks", inputs)).map((row) => [row["region_rank"], row["group_rank"]]);
    expect(await ranks(tied)).toEqual([1, 1, 3].map((rank) => [rank, rank]));
    expect(await ranks({ ...tied, "spec.par_rules": dense })).toEqual([1, 1, 2].map((rank) => [rank, rank]));
  });
});
