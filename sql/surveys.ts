import { groupBy } from "../models/groupBy.ts";
import { type CalibrationGroup, calibrationGroup } from "../models/sipas/calibrationGroups.ts";
import { clusterSample } from "../models/sipas/clusterSample.ts";
import { type Counts, type ItemCounts, runsOf, type SurveyCells } from "../models/sipas/surveyCells.ts";
import type { Columns, Row } from "./table.ts";

/** The survey of one round under one recipe, summed to cells. */
export interface Survey {
  readonly round_code: string;
  readonly index_code: string;
  readonly recipe_code: string;
  readonly provenance: string;
  readonly cells: SurveyCells;
  /** `cell_id` of its first row; the others follow without a gap. */
  readonly firstCellId: number;
}

/** What {@link readSurveys} reads beside the cells. */
export const surveyInputs = {
  clusters: `
    select
      s.round_code, s.index_code, s.unit_code, s.cluster_number, s.n_persons, s.provenance,
      to_json(s.path_keys)::varchar as path_keys,
      to_json(s.population_counts)::varchar as population_counts,
      coalesce(r.n_responses, 0)::integer as n_responses
    from clean.sampled_clusters s
    left join (
      select round_code, index_code, cluster_key, sum(n_responses) as n_responses from weights.cluster_cells group by all
    ) r using (round_code, index_code, cluster_key)
    order by s.cluster_number`,
  margin_cells: `
    select c.round_code, c.index_code, c.unit_code, c.cell_number, f.calibration_factor, f.calibration_group, f.calibrated_levels
    from weights.cells c
    join weights.calibration_factors f using (round_code, index_code, unit_code, cell_key)
    order by c.cell_number`,
  recipes:
    "select round_code, index_code, recipe_code, recipe_order, is_shown from spec.sipas_recipes order by round_code, index_code, recipe_order",
};

/**
 * The SELECT of the cells with the columns of counts that match a pattern, in the order of the recipes and cells.
 *
 * @param beside a table with further counts of each cell, by cell_id
 */
export function cellsSelect(columns: string, onlyShown = false, beside?: string): string {
  return `
    select
      r.recipe_order, s.cluster_number, m.cell_number, c.cell_id, c.n_responses,
      w.weight_e9::double / 1e9 as weight,
      columns('${columns}')
    from weights.cluster_cells c
    join weights.cell_weights w using (round_code, index_code, unit_code, cell_key, entering_weight_e9)
    join weights.cells m using (round_code, index_code, unit_code, cell_key)
    join clean.sampled_clusters s using (round_code, index_code, cluster_key)
    join spec.sipas_recipes r using (round_code, index_code, recipe_code)
    ${beside === undefined ? "" : `join ${beside} b on b.cell_id = c.cell_id`}
    ${onlyShown ? "where r.is_shown" : ""}
    order by r.recipe_order, c.cell_id`;
}

/** Which columns count an item: who says yes, and who counts. */
export type ItemColumnNames = ReadonlyMap<string, { readonly yes: string; readonly counted: string }>;

/**
 * Every round's survey under every recipe among the cells, by round and recipe.
 *
 * @param itemsOf the columns of the items of a round
 */
export function readSurveys(
  { clusters = [], margin_cells = [], recipes = [] }: Readonly<Record<string, readonly Row[]>>,
  cells: Columns,
  itemsOf: (round: string) => ItemColumnNames,
): Survey[] {
  const recipeOrder = cells.numbers("recipe_order");
  const clusterNumber = cells.numbers("cluster_number");
  return [...groupBy(clusters, roundKey).values()].flatMap((ofRound) => {
    const { round_code, index_code } = ofRound[0] as Row;
    const first = Number(ofRound[0]?.["cluster_number"]);
    const own = { round_code: String(round_code), index_code: String(index_code) };
    const sample = clusterSample(ofRound.map(toCluster));
    const marginCells = margin_cells.filter((row) => roundKey(row) === roundKey(ofRound[0] as Row));
    return recipes
      .filter((recipe) => roundKey(recipe) === roundKey(ofRound[0] as Row))
      .flatMap(({ recipe_code, recipe_order }): Survey[] => {
        const range = rangeOf(
          (row) =>
            recipeOrder[row] === recipe_order &&
            clusterNumber[row]! >= first &&
            clusterNumber[row]! < first + ofRound.length,
          cells.length,
        );
        if (range === null) return [];
        const slice = (column: string) => cells.numbers(column).subarray(...range);
        const summed: SurveyCells = {
          sample,
          cluster: Int32Array.from(slice("cluster_number"), (number) => number - first),
          cell: Int32Array.from(
            slice("cell_number"),
            (number) => number - Number(marginCells[0]?.["cell_number"]),
          ),
          weight: Float64Array.from(slice("weight")),
          responses: slice("n_responses"),
          items: toItems(itemsOf(own.round_code), slice),
          rowsOfStratum: new Map(),
          calibration: [],
        };
        const strata = Array.from(summed.cluster, (cluster) => sample.stratumOf[cluster] as string);
        return [
          {
            ...own,
            recipe_code: String(recipe_code),
            provenance: ofRound.some((row) => row["provenance"] === "illustrative")
              ? "illustrative"
              : "derived",
            cells: {
              ...summed,
              rowsOfStratum: runsOf(strata),
              calibration: recipe_code === "design" ? calibrationGroups(marginCells, summed) : [],
            },
            firstCellId: slice("cell_id")[0] as number,
          },
        ];
      });
  });
}

export function roundKey(row: Row): string {
  return `${row["round_code"]}/${row["index_code"]}`;
}

function toCluster(row: Row) {
  return {
    stratum: String(row["unit_code"]),
    path: JSON.parse(String(row["path_keys"])) as string[],
    populationCounts: JSON.parse(String(row["population_counts"])) as number[],
    persons: Number(row["n_persons"]),
    responses: Number(row["n_responses"]),
  };
}

function toItems(
  columns: ItemColumnNames,
  slice: (column: string) => Counts,
): ReadonlyMap<string, ItemCounts> {
  return new Map(
    [...columns].map(([item, { yes, counted }]) => [item, { yes: slice(yes), counted: slice(counted) }]),
  );
}

/** First row that matches and the row after the last; they stand together. */
function rangeOf(matches: (row: number) => boolean, rows: number): [number, number] | null {
  let from = 0;
  while (from < rows && !matches(from)) from += 1;
  if (from === rows) return null;
  let to = from + 1;
  while (to < rows && matches(to)) to += 1;
  return [from, to];
}

/** Cells raked together, with the weights that their rows add up to. */
function calibrationGroups(marginCells: readonly Row[], cells: SurveyCells): CalibrationGroup[] {
  const sums = new Float64Array(marginCells.length);
  cells.cell.forEach((cell, row) => {
    sums[cell]! += cells.weight[row]! * cells.responses[row]!;
  });
  const first = Number(marginCells[0]?.["cell_number"]);
  const raked = marginCells.filter((row) => row["calibration_group"] !== null);
  return [...groupBy(raked, (row) => String(row["calibration_group"])).values()].map((group) => {
    const numbers = group.map((row) => Number(row["cell_number"]) - first);
    return calibrationGroup(
      [...new Set(group.map((row) => String(row["unit_code"])))],
      numbers,
      group.map((row) => ({
        levels: String(row["calibrated_levels"]).split("|"),
        factor: Number(row["calibration_factor"]),
      })),
      Float64Array.from(numbers, (number) => sums[number] as number),
    );
  });
}
