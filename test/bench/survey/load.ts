import type { DuckDBConnection } from "@duckdb/node-api";
import { readRows } from "../../../pipelines/warehouse/readRows.ts";
import { writeRows } from "../../../pipelines/warehouse/writeRows.ts";
import type { Row } from "../../../sql/table.ts";

/** The thirty items of the file. */
export const items = Array.from({ length: 30 }, (_, index) => `q${String(index + 1).padStart(2, "0")}`);

const columns: Readonly<Record<string, string>> = {
  ...{ resp_id: "INTEGER", region: "VARCHAR", province: "VARCHAR", district: "VARCHAR", commune: "VARCHAR" },
  ...{ n_pop_district: "INTEGER", n_pop_commune: "INTEGER", n_pop_person: "INTEGER", w: "DOUBLE" },
  ...{ sex: "VARCHAR", agegrp: "VARCHAR", urban: "TINYINT", edu: "VARCHAR" },
  ...Object.fromEntries(items.map((item) => [item, "TINYINT"])),
};

interface SpecTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

const round = "2020";

/** Fills the schemas of an empty database with the round of the file; returns the number of its responses. */
export async function loadRound(connection: DuckDBConnection, file: string, raked: boolean): Promise<number> {
  const rows = await loadResponses(connection, file, raked);
  for (const table of specification(round, raked))
    await writeRows(connection, table.name, table.columns, table.rows);
  return rows;
}

/** The round of the file as tables of the specification. */
function specification(round_code: string, raked: boolean): SpecTable[] {
  const id = { round_code, index_code: "sipas" };
  const key = { round_code: "VARCHAR", index_code: "VARCHAR" };
  const stages = ["district", "commune", "person"];
  const margins = raked ? ["agegrp", "sex"] : [];
  return [
    {
      name: "spec.sipas_rules",
      columns: { ...key, instrument_code: "VARCHAR", satisfied_from: "INTEGER", denominator: "VARCHAR" },
      rows: [{ ...id, instrument_code: "bench", satisfied_from: 4, denominator: "valid_answers" }],
    },
    {
      name: "spec.sipas_recipes",
      columns: { ...key, recipe_code: "VARCHAR", recipe_order: "INTEGER", is_shown: "BOOLEAN" },
      rows: [{ ...id, recipe_code: "design", recipe_order: 1, is_shown: true }],
    },
    {
      name: "spec.stages",
      columns: { ...key, stage_code: "VARCHAR", stage_order: "INTEGER" },
      rows: stages.map((stage_code, index) => ({ ...id, stage_code, stage_order: index + 1 })),
    },
    {
      name: "spec.calibration_margins",
      columns: { ...key, margin_code: "VARCHAR", is_collapsible: "BOOLEAN" },
      rows: margins.map((margin_code) => ({ ...id, margin_code, is_collapsible: false })),
    },
    {
      name: "spec.weighting",
      columns: {
        ...key,
        ...{ calibration_method: "VARCHAR", lower_bound: "DOUBLE", upper_bound: "DOUBLE" },
        ...{ tolerance: "DOUBLE", max_iterations: "INTEGER", collapse_below: "INTEGER" },
        ...{ trim_above_median: "DOUBLE", max_trimming_rounds: "INTEGER", stop_above_median: "DOUBLE" },
      },
      rows: [
        {
          ...id,
          ...{ calibration_method: "raking", lower_bound: null, upper_bound: null },
          ...{ tolerance: 1e-12, max_iterations: 500, collapse_below: null },
          ...{ trim_above_median: null, max_trimming_rounds: null, stop_above_median: 100 },
        },
      ],
    },
    {
      name: "spec.items",
      columns: {
        ...{ instrument_code: "VARCHAR", item_code: "VARCHAR", factor_code: "VARCHAR" },
        ...{ kind: "VARCHAR", levels: "INTEGER" },
      },
      rows: items.map((item_code) => ({
        ...{ instrument_code: "bench", item_code, factor_code: "factor", kind: "level", levels: 5 },
      })),
    },
    {
      name: "spec.item_options",
      columns: {
        ...{ instrument_code: "VARCHAR", item_code: "VARCHAR" },
        ...{ option_code: "VARCHAR", option_order: "INTEGER" },
      },
      rows: [],
    },
  ];
}

/**
 * The file as clean.responses (a CSV in memory; Parquet where it is, for ten million rows), staging.sample_units and spec.margins; returns the number of responses. The margins are those
 * of the R script beside: province totals moved by a fixed pattern, sex and age by fixed shares.
 */
async function loadResponses(connection: DuckDBConnection, file: string, raked: boolean): Promise<number> {
  const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`);
  const isParquet = file.endsWith(".parquet");
  const source = isParquet
    ? `read_parquet('${file}')`
    : `read_csv('${file}', auto_detect = false, header = true, columns = {${types.join(", ")}})`;
  await connection.run(`
    create ${isParquet ? "view" : "table"} clean.responses as
    select
      '${round}' as round_code, 'sipas' as index_code, resp_id as response_key, province as unit_code, commune as cluster_key,
      w as base_weight, district, n_pop_district, n_pop_commune, n_pop_person,
      case sex when 'F' then 1 else 2 end::tinyint as item_sex,
      case agegrp when '18-24' then 1 when '25-34' then 2 when '35-49' then 3 when '50-59' then 4 else 5 end::tinyint as item_agegrp,
      ${items.map((item) => `${item} as item_${item}`).join(", ")}
    from ${source}`);
  await connection.run(sampleUnits(round));
  await connection.run(`
    create table clean.sample_paths as
    select p.round_code, p.index_code, p.sample_unit_key, [c.parent_key, c.sample_unit_key, p.sample_unit_key] as path_keys
    from staging.sample_units p join staging.sample_units c on c.sample_unit_key = p.parent_key
    where p.stage_code = 'person'`);
  await connection.run(margins(round, raked));
  await connection.run(`
    create table weights.cluster_factors as
    select distinct round_code, index_code, cluster_key, 1::double as eligibility_factor, 1::double as nonresponse_factor
    from clean.responses`);
  const [count] = await readRows(connection, "select count(*)::integer as n from clean.responses");
  return Number(count?.["n"]);
}

/** The frame: districts, communes, and one person a commune, who says how many live there. */
function sampleUnits(round: string): string {
  const same = `'${round}' as round_code, 'sipas' as index_code, unit_code, true as is_selected, null::varchar as replaced_by_key, 'illustrative' as provenance`;
  return `
    create table staging.sample_units as
    with communes as (
      select unit_code, district, cluster_key, any_value(n_pop_district) as n_district,
        any_value(n_pop_commune) as n_commune, any_value(n_pop_person) as n_person
      from clean.responses group by all
    )
    select distinct ${same}, district as sample_unit_key, null::varchar as parent_key, 'district' as stage_code, n_district as population_count from communes
    union all
    select ${same}, cluster_key, district, 'commune', n_commune from communes
    union all
    select ${same}, cluster_key || '-1', cluster_key, 'person', n_person from communes`;
}

function margins(round: string, raked: boolean): string {
  return `
    create table spec.margins as
    with
    weighted as (
      select unit_code, sum(round(base_weight * 1e9)::hugeint)::double / 1e9 as total from clean.responses group by all
    ),
    moved as (
      select unit_code, total * (1 + ((row_number() over (order by unit_code)) % 7 - 3) / 50) as total from weighted
    ),
    population as (select sum(total order by unit_code) as n from moved),
    shares(margin_code, category_code, share) as (values
      ('sex', '1', 0.507), ('sex', '2', 0.493),
      ('agegrp', '1', 0.15), ('agegrp', '2', 0.23), ('agegrp', '3', 0.29), ('agegrp', '4', 0.17), ('agegrp', '5', 0.16))
    select '${round}' as round_code, 'sipas' as index_code, unit_code, 'unit' as margin_code, unit_code as category_code, total as population
    from moved where ${raked}
    union all
    select '${round}', 'sipas', 'vn', margin_code, category_code, share::double * n from shares, population where ${raked}`;
}
