import type { DuckDBConnection } from "@duckdb/node-api";
import type { PairedRespondents, SideOfRespondents } from "../../models/sipas/pairedDifference.ts";
import type { Columns } from "../../sql/table.ts";
import { readColumns } from "../warehouse/readColumns.ts";
import type { ShownSurvey } from "./surveyOf.ts";

/** The two attached warehouses, by the names under which SQL knows them. */
export const sideNames = ["before", "after"] as const;
export type SideName = (typeof sideNames)[number];

/** Lays the respondents of both warehouses side by side, in a table of the connection. */
export async function pairRespondents(
  connection: DuckDBConnection,
  round: string,
  surveys: readonly [ShownSurvey, ShownSurvey],
): Promise<void> {
  const items = [...new Set(surveys.flatMap(({ tree }) => [...tree.items.keys()]))];
  for (const [i, side] of sideNames.entries()) {
    const { survey, tree } = surveys[i] as ShownSurvey;
    await connection.run(`
      create temp table ${side}_respondents as
      select r.response_key, r.unit_code, r.cluster_key, m.cell_number, w.weight_e9::double / 1e9 as weight,
        ${items.map((item) => `${tree.items.has(item) ? `coalesce(r.item_${item}, 0)` : "0"}::integer as level_${item}`).join(", ")}
      from ${side}.clean.responses r
      join ${side}.weights.response_cells c using (round_code, index_code, response_key)
      join ${side}.weights.cells m on m.round_code = c.round_code and m.index_code = c.index_code
        and m.unit_code = c.unit_code and m.cell_key = c.cell_key
      join ${side}.weights.final_weights w on w.round_code = r.round_code and w.response_key = r.response_key
      where r.round_code = '${round}' and w.recipe_code = '${survey.recipe_code}'`);
  }
  const both = (column: string, absent: string) =>
    sideNames
      .map((side) => `coalesce(${side}_respondents.${column}, ${absent}) as ${side}_${column}`)
      .join(", ");
  await connection.run(`
    create temp table pairs as
    select response_key, coalesce(before_respondents.unit_code, after_respondents.unit_code) as unit_code,
      s.cluster_number, ${both("weight", "0.0::double")}, ${both("cell_number", "-1")},
      ${items.map((item) => both(`level_${item}`, "0")).join(", ")}
    from before_respondents
    full join after_respondents using (response_key)
    join before.clean.sampled_clusters s
      on s.round_code = '${round}'
      and s.cluster_key = coalesce(before_respondents.cluster_key, after_respondents.cluster_key)`);
}

/** The respondents of one unit, by key; its clusters and margin cells numbered as the surveys number them. */
export async function readUnit(
  connection: DuckDBConnection,
  unit: string,
  surveys: readonly [ShownSurvey, ShownSurvey],
  firsts: { readonly cluster: number; readonly cells: readonly [number, number] },
): Promise<PairedRespondents> {
  const columns = await readColumns(
    connection,
    `select * exclude (response_key, unit_code) from pairs where unit_code = '${unit}' order by response_key`,
  );
  const side = (i: 0 | 1) => sideOf(columns, sideNames[i], surveys[i], firsts.cells[i]);
  return {
    stratum: unit,
    cluster: Int32Array.from(columns.numbers("cluster_number"), (number) => number - firsts.cluster),
    sides: [side(0), side(1)],
  };
}

function sideOf(
  columns: Columns,
  side: SideName,
  { tree, rule }: ShownSurvey,
  firstCell: number,
): SideOfRespondents {
  const weight = columns.numbers(`${side}_weight`) as Float64Array;
  return {
    weight,
    cell: Int32Array.from(columns.numbers(`${side}_cell_number`), (number) => number - firstCell),
    items: new Map(
      [...tree.items.keys()].map((item) => {
        const level = columns.numbers(`${side}_level_${item}`);
        const yes = new Uint8Array(level.length);
        const counted = new Uint8Array(level.length);
        for (let k = 0; k < level.length; k++) {
          yes[k] = level[k]! >= rule.satisfiedFrom ? 1 : 0;
          counted[k] = weight[k] !== 0 && (rule.everyoneCounts || level[k]! > 0) ? 1 : 0;
        }
        return [item, { yes, counted }];
      }),
    ),
  };
}
