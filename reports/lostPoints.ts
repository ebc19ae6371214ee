import { z } from "zod";
import type { PlainKey, Words } from "./messages/words.ts";
import { count, decimalText, nullableNumber, roundRow } from "./rows.ts";

/** Exact points as text. */
const points = decimalText.nullable();

/** A row of marts.par_lost_points: one leaf of a unit, or one published block. */
export const lostPointsRow = {
  ...roundRow,
  unit_name: z.string(),
  unit_name_en: z.string(),
  part_level: z.enum(["leaf", "block"]),
  node_code: z.string(),
  node_order: count,
  node_name: z.string(),
  node_name_en: z.string(),
  area_code: z.string().nullable(), // null for blocks, bonuses and penalties
  area_name: z.string().nullable(),
  area_name_en: z.string().nullable(),
  max_points: decimalText,
  points, // null: missing, not applicable or withheld
  lost_points: points, // null: missing or not applicable
  lost_share: nullableNumber, // null: the whole loss is not known, or nothing was lost
  lost_order: count,
  unit_lost_points: points, // null while a leaf is missing
  loss_kind: z
    .enum(["none", "claimed", "lowered", "claimed_and_lowered", "surveyed", "withheld", "penalty", "bonus"])
    .nullable(), // null: missing, not applicable, or a block
  reason: z.string().nullable(),
  reason_en: z.string().nullable(),
  department_name: z.string().nullable(), // null: the framework names none
  department_name_en: z.string().nullable(),
  department_status: z.enum(["confirmed", "inferred", "assumed"]).nullable(),
  n_rounds_comparable: count.nullable(),
  n_rounds_lost: count.nullable(),
  lost_points_low: nullableNumber, // null unless the error is known
  lost_points_high: nullableNumber,
  error_status: z.enum(["ok", "not_estimable", "not_applicable"]),
};
const shape = z.object(lostPointsRow);
export type LostPointsRow = z.output<typeof shape>;

/** "3.1.2 Name of the leaf". */
export function leafLabel(row: LostPointsRow, words: Words): string {
  const name = words.pick(row.node_name, row.node_name_en);
  return name.includes(row.node_code) ? name : `${row.node_code} ${name}`;
}

/** What kind of loss it is, and what was said at each stage. */
export function lossReason(row: LostPointsRow, words: Words): string {
  const kind = words.say(`loss.${row.loss_kind ?? "missing"}` satisfies PlainKey);
  const said = row.reason === null ? null : words.pick(row.reason, row.reason_en ?? row.reason);
  return said === null ? kind : `${kind}. ${said}`;
}
