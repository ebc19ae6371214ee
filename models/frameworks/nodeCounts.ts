import type { FrameworkNode } from "./framework.ts";

/** How many criteria and sub-criteria an area has: counted where they are held, else as its source says; null: unknown. */
export function nodeCounts(area: FrameworkNode): { criteria: number; subcriteria: number } | null {
  if (area.children === undefined) return area.counts ?? null;
  return {
    criteria: area.children.length,
    subcriteria: area.children.reduce((sum, criterion) => sum + (criterion.children?.length ?? 0), 0),
  };
}
