import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { readSpec } from "../../../models/spec/readSpec.ts";
import type { SpecTable } from "../../../models/spec/specTable.ts";
import { toSpecTables } from "../../../models/spec/specTables.ts";
import { specFilesWith2025 } from "../specFiles.ts";

const tables = toSpecTables(readSpec(specFilesWith2025()));

function rowsOf(name: string): SpecTable["rows"] {
  return tables.find((table) => table.name === `spec.${name}`)?.rows ?? [];
}

const grains: Record<string, string[]> = {
  "spec.units": ["unit_code"],
  "spec.regions": ["region_code"],
  "spec.unit_aliases": ["unit_level", "alias_key", "unit_code"],
  "spec.instruments": ["instrument_code"],
  "spec.parts": ["instrument_code", "part_code"],
  "spec.factors": ["instrument_code", "factor_code"],
  "spec.items": ["instrument_code", "item_code"],
  "spec.item_options": ["instrument_code", "item_code", "option_code"],
  "spec.nodes": ["instrument_code", "node_code"],
  "spec.rounds": ["round_code"],
  "spec.round_units": ["round_code", "index_code", "unit_code"],
  "spec.method_rules": ["round_code", "index_code", "rule_code"],
  "spec.sipas_rules": ["round_code", "index_code"],
  "spec.sipas_recipes": ["round_code", "index_code", "recipe_code"],
  "spec.stages": ["round_code", "index_code", "stage_code"],
  "spec.sipas_comparability": ["round_code", "index_code", "earlier_round"],
  "spec.exclusions": ["round_code", "index_code", "reason_code"],
  "spec.weighting": ["round_code", "index_code"],
  "spec.weighting_steps": ["round_code", "index_code", "step_code"],
  "spec.response_model": ["round_code", "index_code", "term_code"],
  "spec.calibration_margins": ["round_code", "index_code", "margin_code"],
  "spec.margins": ["round_code", "index_code", "unit_code", "margin_code", "category_code"],
  "spec.framework_versions": ["framework_code", "unit_level"],
  "spec.framework_nodes": ["framework_code", "unit_level", "node_code"],
  "spec.score_stages": ["stage_code"],
  "spec.fictional_units": ["unit_code"],
  "spec.official_items": ["instrument_code", "item_code"],
  "spec.official_options": ["instrument_code", "item_code", "option_value"],
  "spec.official_groups": ["instrument_code", "group_code"],
  "spec.official_rules": ["round_code", "index_code"],
  "spec.official_exclusions": ["round_code", "index_code", "reason_code"],
  "spec.official_leaves": ["round_code", "index_code", "item_code"],
  "spec.official_answer_shares": ["round_code", "index_code", "answer_level"],
  "spec.official_group_weights": ["round_code", "index_code", "group_code"],
  "spec.fictional_sipas": ["round_code", "unit_code"],
  "spec.par_scoring": ["round_code", "index_code"],
  "spec.par_rules": ["round_code", "index_code"],
  "spec.par_blocks": ["round_code", "index_code", "block_code"],
  "spec.par_groups": ["round_code", "index_code", "group_code"],
  "spec.published_par": [
    "year",
    "unit_level",
    "domain_level",
    "domain_name",
    "component",
    "provenance",
    "source_url",
  ],
  "spec.published_sipas": [
    "year",
    "domain_level",
    "domain_name",
    "component",
    "is_uncertain",
    "source_url",
    "value",
  ],
  "spec.published_census": ["domain_level", "domain_name", "margin"],
  "spec.frameworks": ["unit_level", "from_year"],
  "spec.par_contradictions": ["contradiction_order"],
  "spec.campaign_forms": ["round_code", "instrument_code"],
  "spec.campaign_groups": ["round_code", "respondent_group"],
  "spec.campaign_units": ["round_code", "unit_level", "unit_code"],
  "spec.campaign_rules": ["round_code"],
  "spec.campaign_targets": ["round_code", "unit_level", "unit_code", "instrument_code", "respondent_group"],
  "spec.delivery_statuses": ["delivery_status"],
  "spec.published_participation": ["round_code", "unit_level", "unit_code", "instrument_code"],
  "spec.as_of": ["scope_code"],
  "spec.released_figures": [
    "release_code",
    "round_code",
    "table_code",
    "domain_level",
    "domain_code",
    "cell_code",
    "answer_level",
  ],
  "spec.responsible": ["framework_code", "unit_level", "node_code", "unit_code"],
  "spec.crosswalk": [
    "unit_level",
    "framework_code",
    "node_code",
    "earlier_framework_code",
    "earlier_node_code",
  ],
  "spec.validation_rules": ["round_code", "index_code", "rule_code"],
  "spec.corrections": ["round_code", "index_code", "correction_row"],
  "spec.recodes": ["round_code", "index_code", "recode_row"],
  "spec.recheck_variables": ["round_code", "index_code", "item_code"],
  "spec.recheck_decisions": ["round_code", "index_code", "batch_level", "batch_code"],
  "spec.interviewers": ["round_code", "interviewer_key"],
};

test("every table has a grain, and the database keeps every row exactly as its types say", async () => {
  expect(tables.map((table) => table.name).sort()).toEqual(Object.keys(grains).sort());
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("create schema spec");
  for (const { name, columns, rows } of tables) {
    const names = Object.keys(columns);
    await connection.run(
      `create table ${name} (${names.map((column) => `"${column}" ${columns[column]}`).join(", ")})`,
    );
    const values = rows.map((row) => `(${names.map((column) => literal(row[column])).join(", ")})`);
    if (values.length > 0) await connection.run(`insert into ${name} values ${values.join(", ")}`);
    const counted = await connection.runAndReadAll(
      `select count(*)::int, count(distinct (${grains[name]?.join(", ")}))::int from ${name}`,
    );
    expect([name, ...(counted.getRows()[0] ?? [])]).toEqual([name, rows.length, rows.length]);
  }
  connection.closeSync();
});

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

describe("rounds", () => {
  test("the units of a round are those of its reference date, whatever their number", () => {
    const count = (round: string, index: string) =>
      rowsOf("round_units").filter((row) => row["round_code"] === round && row["index_code"] === index)
        .length;
    expect([
      count("2022", "sipas"),
      count("2023", "par_ministry"),
      count("2025", "sipas"),
      count("2025", "par_ministry"),
    ]).toEqual([63, 19, 34, 14]);
  });

  test("two ministries of 2023 are not ranked, with the reason", () => {
    expect(rowsOf("round_units").filter((row) => row["is_ranked"] === false)).toMatchObject([
      {
        round_code: "2023",
        unit_code: "ttcp",
        reason_en: "Scored but not ranked; its points were not published.",
      },
      {
        round_code: "2023",
        unit_code: "ubdt",
        reason_en: "Scored but not ranked; its points were not published.",
      },
    ]);
  });

  test("a unit bears the name of the round's own time", () => {
    const hue = rowsOf("round_units").filter((row) => row["unit_code"] === "46");
    expect(hue.map((row) => [row["round_code"], row["unit_name"]])).toEqual([
      ["2022", "Thừa Thiên Huế"],
      ["2023", "Thừa Thiên Huế"], // in SIPAS
      ["2023", "Thừa Thiên Huế"], // in PAR INDEX
      ["2025", "Huế"],
    ]);
  });

  test("fieldwork opens at midnight in Viet Nam and closes at the end of its last day, in UTC", () => {
    expect(rowsOf("sipas_rules")[0]).toMatchObject({
      opens_at: "2022-11-30 17:00:00",
      closes_at: "2022-12-31 17:00:00",
    });
  });

  test("the stages are the round's own: a round may have no districts", () => {
    const stages = (round: string) =>
      rowsOf("stages")
        .filter((row) => row["round_code"] === round)
        .map((row) => row["stage_code"]);
    expect(stages("2022")).toEqual(["district", "commune", "village", "person"]);
    expect(stages("2025")).toEqual(["commune", "village", "person"]);
  });

  test("maximal points keep the digits they are printed with", () => {
    expect(
      rowsOf("par_blocks")
        .filter((row) => row["round_code"] === "2023")
        .map((row) => row["max_points"]),
    ).toEqual(["68.50", "31.50", "61.50", "10", "22", "6.50"]);
  });
});

describe("the tree of satisfaction", () => {
  const nodes = rowsOf("nodes");

  test("it has 45 nodes in reading order, each after what it belongs to", () => {
    expect(nodes).toHaveLength(45);
    const order = new Map(nodes.map((row) => [row["node_code"], Number(row["node_order"])]));
    const early = nodes.filter(
      (row) =>
        row["parent_node_code"] !== null &&
        (order.get(row["parent_node_code"] ?? "") ?? 99) >= Number(row["node_order"]),
    );
    expect(early).toEqual([]);
    expect(nodes.slice(0, 5).map((row) => row["node_code"])).toEqual([
      "overall",
      "policy",
      "accountability",
      "sat_01",
      "sat_02",
    ]);
  });
});

describe("published figures", () => {
  test("means of all units are national, regions are found under both spellings, sub-units stay other", () => {
    const par = (name: string, year: number) =>
      rowsOf("published_par").find((row) => row["domain_name"] === name && row["year"] === year);
    expect(par("(63 tỉnh)", 2024)).toMatchObject({
      domain_level: "nation",
      unit_level: "province",
      unit_code: null,
      value: "88.37",
    });
    expect(par("Trung du và miền núi phía Bắc", 2024)).toMatchObject({
      domain_level: "region",
      region_code: "trung-du-va-mien-nui-phia-bac",
    });
    const sipas = rowsOf("published_sipas").find(
      (row) => row["domain_name"] === "Quảng Nam: huyện Thăng Bình",
    );
    expect(sipas).toMatchObject({ domain_level: "other", unit_code: null });
  });

  test("what was computed from printed numbers is derived, with the arithmetic", () => {
    const derived = rowsOf("published_par").filter((row) => row["provenance"] === "derived");
    expect(derived).toHaveLength(49);
    expect(derived[0]).toMatchObject({ year: 2022, value: "84.05", derivation: "84.38 - 0.33" });
  });

  test("contradicted and derived SIPAS figures are marked uncertain with the reason", () => {
    const uncertain = rowsOf("published_sipas").filter((row) => row["is_uncertain"] === true);
    expect(uncertain).toHaveLength(37);
    expect(uncertain.filter((row) => row["note"] === null)).toEqual([]);
  });

  test("the frameworks cover every index year of each level once", () => {
    for (const level of ["ministry", "province"]) {
      const years = rowsOf("frameworks")
        .filter((row) => row["unit_level"] === level)
        .flatMap((row) =>
          Array.from(
            { length: Number(row["to_year"]) - Number(row["from_year"]) + 1 },
            (_, i) => Number(row["from_year"]) + i,
          ),
        );
      expect(years.sort()).toEqual([
        2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024,
      ]);
    }
  });
});
