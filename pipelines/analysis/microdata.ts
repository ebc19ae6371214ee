import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { restrictedMark } from "../../reports/restricted.ts";
import type { Row } from "../../sql/table.ts";
import { readRows } from "../warehouse/readRows.ts";

/** What is exported of a round: which items, recipes and stages its warehouse has. */
export interface ExportedSurvey {
  readonly round: string;
  readonly instrument: string;
  readonly satisfiedFrom: number;
  readonly everyoneCounts: boolean;
  readonly minimumN: number;
  /** Stages of selection, the person last. */
  readonly stages: readonly string[];
  readonly recipes: readonly string[];
  readonly items: readonly {
    readonly code: string;
    readonly block: string;
    readonly isSatisfaction: boolean;
  }[];
}

/** The survey of a round in a warehouse; null where the warehouse has none. */
export async function exportedSurvey(
  connection: DuckDBConnection,
  round: string,
): Promise<ExportedSurvey | null> {
  const rows = (sql: string) => readRows(connection, sql);
  const own = `round_code = ${sqlLiteral(round)} and index_code = 'sipas'`;
  const [rule] = await rows(`from spec.sipas_rules where ${own}`);
  const [cluster] = await rows(`select 1 as found from clean.sampled_clusters where ${own} limit 1`);
  if (rule === undefined || cluster === undefined) return null;
  const instrument = String(rule["instrument_code"]);
  const text = (found: readonly Row[], column: string) => found.map((row) => String(row[column]));
  return {
    round,
    instrument,
    satisfiedFrom: Number(rule["satisfied_from"]),
    everyoneCounts: rule["denominator"] === "all_responses",
    minimumN: Number(rule["minimum_n"]),
    stages: text(await rows(`from spec.stages where ${own} order by stage_order`), "stage_code"),
    recipes: text(await rows(`from spec.sipas_recipes where ${own} order by recipe_order`), "recipe_code"),
    items: (
      await rows(
        `from spec.items where instrument_code = ${sqlLiteral(instrument)} and kind not in ('text', 'missing_in_copy') order by item_order`,
      )
    ).map((row) => ({
      code: String(row["item_code"]),
      block: String(row["block_code"]),
      isSatisfaction: row["factor_code"] !== null,
    })),
  };
}

/**
 * Writes temporary tables `clusters` and `responses`: the sampled areas and the valid responses under keys that stand in no store.
 * Keys are numbers in the order of a digest of all keys of the store, so that neither time nor place of an interview is told by
 * them. No open answer, no token, no interviewer and no time is taken.
 */
export async function makeMicrodata(connection: DuckDBConnection, survey: ExportedSurvey): Promise<void> {
  const own = `round_code = ${sqlLiteral(survey.round)} and index_code = 'sipas'`;
  const areas = survey.stages.slice(0, -1).map((_, at) => at + 1);
  await connection.run(`
    create temp table secret as
    select sha256(string_agg(response_key, ' ' order by response_key)) as salt from clean.responses where ${own}`);
  await connection.run(clustersSql(own, areas));
  await connection.run(responsesSql(own, survey, areas));
}

/** Areas are numbered within the one above: 01-2-1-3 is the third sampled village of the first commune of a district. */
function clustersSql(own: string, areas: readonly number[]): string {
  const above = (at: number) =>
    ["unit_code", ...areas.slice(0, at - 1).map((one) => `path_keys[${one}]`)].join(", ");
  const number = (at: number) =>
    `dense_rank() over (partition by ${above(at)} order by sha256(path_keys[${at}] || salt)) as place${at}`;
  const id = (at: number) =>
    `concat_ws('-', unit_code, ${areas
      .slice(0, at)
      .map((one) => `place${one}`)
      .join(", ")})`;
  return `
    create temp table clusters as
    with
    placed as (
      select s.*, ${areas.map(number).join(", ")}, coalesce(r.n_responses, 0)::integer as n_responses
      from clean.sampled_clusters s
      cross join secret
      left join (select cluster_key, count(*) as n_responses from clean.responses where ${own} group by all) r using (cluster_key)
      where ${own}
    ),
    named as (select *, ${areas.map((at) => `${id(at)} as stage${at}_id`).join(", ")} from placed)
    select
      'c' || lpad((row_number() over (order by unit_code, ${areas.map((at) => `place${at}`).join(", ")}))::varchar, 6, '0') as ${restrictedMark},
      round_code, provenance, unit_code, unit_code as stratum_id,
      ${areas
        .map(
          (at) => `stage${at}_id,
      count(distinct stage${at}_id) over (partition by ${at === 1 ? "unit_code" : `stage${at - 1}_id`})::integer as stage${at}_sampled,
      population_counts[${at}]::bigint as stage${at}_population,`,
        )
        .join("\n      ")}
      n_responses as stage${areas.length + 1}_sampled,
      greatest(n_persons, n_responses)::bigint as stage${areas.length + 1}_population,
      cluster_key, cluster_number
    from named
    order by 1`;
}

function responsesSql(own: string, survey: ExportedSurvey, areas: readonly number[]): string {
  const stages = [...areas, areas.length + 1];
  const columns = stages.flatMap((at) => [
    ...(at > areas.length ? [] : [`c.stage${at}_id`]),
    `c.stage${at}_sampled`,
    `c.stage${at}_population`,
  ]);
  const satisfied = ({ code }: { code: string }) =>
    survey.everyoneCounts
      ? `coalesce(r.item_${code} >= ${survey.satisfiedFrom}, false)::tinyint as top_${code}`
      : `(r.item_${code} >= ${survey.satisfiedFrom})::tinyint as top_${code}`;
  return `
    create temp table responses as
    with
    recipe_weights as (
      pivot (select response_key, recipe_code, weight_e9 from weights.final_weights where ${own})
      on recipe_code in (${survey.recipes.map(sqlLiteral).join(", ")}) using any_value(weight_e9)
    ),
    keyed as (
      select response_key, row_number() over (order by sha256(response_key || salt), response_key) as place
      from clean.responses cross join secret
      where ${own}
    )
    select
      'r' || lpad(k.place::varchar, 7, '0') as ${restrictedMark},
      r.round_code, r.provenance, r.unit_code, r.unit_code as stratum_id,
      ${columns.join(", ")},
      b.base_weight_e9::double / 1e9 as base_weight,
      ${survey.recipes.map((recipe) => `w.${recipe}::double / 1e9 as weight_${recipe},`).join("\n      ")}
      (select any_value(calibration_method) from spec.weighting where ${own}) as calibration_method,
      f.calibration_group, f.calibrated_levels,
      m.cell_number - min(m.cell_number) over () + 1 as calibration_cell, f.calibration_factor,
      ${survey.items.map(({ code }) => `r.item_${code} as ${code}`).join(", ")},
      ${survey.items
        .filter(({ isSatisfaction }) => isSatisfaction)
        .map(satisfied)
        .join(", ")}
    from clean.responses r
    join keyed k using (response_key)
    join clusters c using (cluster_key)
    join recipe_weights w using (response_key)
    join weights.response_cells b on b.round_code = r.round_code and b.response_key = r.response_key
    join weights.cells m
      on m.round_code = b.round_code and m.index_code = b.index_code and m.unit_code = b.unit_code and m.cell_key = b.cell_key
    join weights.calibration_factors f
      on f.round_code = b.round_code and f.index_code = b.index_code and f.unit_code = b.unit_code and f.cell_key = b.cell_key
    where r.${own.replace(" and ", " and r.")}
    order by 1`;
}

/** How alone respondents are: by level of area, how many share their answers about themselves with nobody else there. */
export async function countAlone(connection: DuckDBConnection, survey: ExportedSurvey): Promise<Row[]> {
  const about = survey.items.filter(({ block }) => block === "demographic").map(({ code }) => code);
  if (about.length === 0) return [];
  const places = ["unit_code", ...survey.stages.slice(0, -1).map((_, at) => `stage${at + 1}_id`)];
  const selects = places.map(
    (place, at) => `
      select ${sqlLiteral(at === 0 ? "unit" : (survey.stages[at - 1] as string))} as area_level, ${at} as area_order,
        count(*) filter (n = 1)::integer as n_alone, sum(n)::integer as n_responses
      from (select count(*) as n from responses group by ${[place, ...about].join(", ")})`,
  );
  return readRows(connection, `${selects.join("\n      union all\n")} order by area_order`);
}
