import { asOfTable, campaignTables } from "./campaignTables.ts";
import { frameworkTables } from "./frameworkTables.ts";
import { instrumentTables } from "./instrumentTables.ts";
import { officialTables } from "./officialTables.ts";
import { publishedTables } from "./publishedTables.ts";
import { type ReleasedFigure, releasedFigures } from "./releasedFigures.ts";
import { roundTables } from "./roundTables.ts";
import type { Spec } from "./spec.ts";
import type { SpecTable } from "./specTable.ts";
import { unitTables } from "./unitTables.ts";

/**
 * The specification as tables of the schema `spec`, which SQL joins by round. Every table is always there,
 * with or without rows; rows stand in the order of the files. `asOf` is the day until which participation is told, `released` what
 * earlier releases show.
 *
 * @example toSpecTables(spec).map((table) => table.name) // ["spec.units", "spec.regions", …]
 */
export function toSpecTables(
  spec: Spec,
  asOf: string | null = null,
  released: readonly ReleasedFigure[] = [],
): SpecTable[] {
  return [
    ...unitTables(spec),
    ...instrumentTables(spec),
    ...frameworkTables(spec),
    ...officialTables(spec),
    ...roundTables(spec),
    ...publishedTables(spec),
    ...campaignTables(spec),
    asOfTable(asOf),
    releasedFigures(released),
  ];
}
