import { z } from "zod";
import type { Words } from "./messages/words.ts";
import { count, decimalText, nullableNumber, roundRow } from "./rows.ts";

/** Exact points as text; null while a leaf below has none. */
const points = decimalText.nullable();

/** A row of marts.par_nodes: one node of a unit's scorecard at one stage. */
export const parNodeRow = {
  ...roundRow,
  unit_name: z.string(),
  unit_name_en: z.string(),
  node_code: z.string(),
  node_order: count,
  node_depth: count,
  node_name: z.string(),
  node_name_en: z.string(),
  stage_code: z.enum(["self", "appraised_1", "explained", "appraised_2", "final"]),
  points,
  max_points: decimalText,
  points_share: nullableNumber, // null with the points, or where nothing applies
  lost_points: points,
  self_points: points,
  self_scored_points: points,
  gap_points: points,
  n_missing: count,
  points_low: nullableNumber, // of the final stage; null where nothing is estimated
  points_high: nullableNumber,
  points_error_status: z.string().nullable(), // null at other stages
  index_rank: count.nullable(), // of the final total only
  n_ranked: count.nullable(),
};
const shape = z.object(parNodeRow);
export type ParNodeRow = z.output<typeof shape>;

export const parNodeName = (row: Pick<ParNodeRow, "node_name" | "node_name_en">, words: Words): string =>
  words.pick(row.node_name, row.node_name_en);

/** Total and areas at one stage, in reading order. */
export function areasAt(rows: readonly ParNodeRow[], stage: ParNodeRow["stage_code"]): ParNodeRow[] {
  return rows
    .filter((row) => row.stage_code === stage && row.node_depth <= 1)
    .sort((a, b) => a.node_order - b.node_order);
}
