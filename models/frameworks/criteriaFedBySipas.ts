import type { Framework } from "./framework.ts";
import { frameworkLeaves } from "./frameworkNodes.ts";

/**
 * Where SIPAS gives points in a framework, in words: its criteria of that kind, or the block of points when the criteria
 * are not held. Null when it gives none.
 *
 * @example criteriaFedBySipas(framework) // "876/QĐ-BNV, block SIPAS (10 points)"
 */
export function criteriaFedBySipas(framework: Framework): string | null {
  const leaves = frameworkLeaves(framework).filter(({ kind }) => kind === "sipas");
  if (leaves.length > 0) {
    const named = leaves.map(({ code, name, max }) => `${code} (${name.vi}, ${Number(max)} points)`);
    return `${framework.framework}, criterion ${named.join(", ")}`;
  }
  const block = framework.blocks.find(({ kinds }) => kinds.includes("sipas"));
  return block ? `${framework.framework}, block ${block.name.vi} (${Number(block.max_points)} points)` : null;
}
