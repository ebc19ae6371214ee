import type { PublishedRows } from "../published/published.ts";
import type { FrameworkLevel } from "./framework.ts";

type StructureRow = PublishedRows["par_structure"][number];

/** What is published of a decision's set of one level: its totals, its areas, its blocks of points. */
export interface Structure {
  readonly decision: string;
  readonly total: StructureRow | null;
  readonly areas: readonly StructureRow[];
  readonly blocks: readonly StructureRow[];
}

/**
 * The published structure of a decision (models/published/par_structure.csv), or null where nothing is held.
 *
 * @example structureOf(rows, "2948/QĐ-BNV", "province")?.areas.length // 8
 */
export function structureOf(
  rows: readonly StructureRow[],
  decision: string,
  level: FrameworkLevel,
): Structure | null {
  const own = rows.filter(
    (row) => row.level === level && (row.scheme === decision || row.scheme.startsWith(`${decision} (`)),
  );
  if (own.length === 0) return null;
  return {
    decision,
    total: own.find((row) => row.area === "TOTAL") ?? null,
    areas: own.filter((row) => row.area_no !== null),
    blocks: own.filter((row) => row.area_no === null && row.area !== "TOTAL"),
  };
}
