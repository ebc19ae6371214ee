import { z } from "zod";
import type { Words } from "./messages/words.ts";
import { count, estimate, roundRow } from "./rows.ts";

/** A row of marts.sipas_nodes: one item, factor, part or the whole, for a province, a region or the nation. */
export const nodeRow = {
  ...roundRow,
  is_shown_recipe: z.boolean(),
  domain_level: z.enum(["province", "region", "nation"]),
  unit_code: z.string().nullable(), // null: a public aggregate
  domain_name: z.string(),
  domain_name_en: z.string(),
  region_code: z.string().nullable(), // null for the nation
  node_level: z.enum(["item", "factor", "part", "overall"]),
  node_code: z.string(),
  parent_node_code: z.string().nullable(), // null for the whole
  node_order: count,
  node_name: z.string(),
  node_name_en: z.string(),
  ...estimate("share_percent"),
  share_percent_n: count.nullable(), // null when suppressed
};
const shape = z.object(nodeRow);
export type NodeRow = z.output<typeof shape>;

export const nodeName = (row: NodeRow, words: Words): string => words.pick(row.node_name, row.node_name_en);

/** In reading order: the whole, a part, its factors, the next part. */
export const byNodeOrder = (a: NodeRow, b: NodeRow): number => a.node_order - b.node_order;

/** Highest share first; what has none last. */
export const byShare = (a: NodeRow, b: NodeRow): number =>
  (b.share_percent ?? -1) - (a.share_percent ?? -1) || byNodeOrder(a, b);
