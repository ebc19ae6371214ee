import type { Design } from "./design.ts";
import type { ReplicateDesign } from "./replicateDesign.ts";
import { replicateRank } from "./replicateRank.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/**
 * Degrees of freedom of a design: sampled PSUs − strata. For a domain (the design's own, or the rows given) only PSUs and
 * strata that hold a row of it with a weight are counted. For replicate weights: the number declared, else the rank of
 * the replicate weights of those rows − 1.
 *
 * Zero or less means that no error can be estimated.
 *
 * @example degreesOfFreedom(surveyDesign({ clusters: [[1, 1, 2, 3]] })) // 2
 */
export function degreesOfFreedom(design: Design, rows?: ArrayLike<number>): number {
  const inside = (row: number) =>
    design.weights[row] !== 0 && design.domain?.[row] !== 0 && (rows === undefined || rows[row] === 1);
  return design.kind === "linearised" ? countDegrees(design, inside) : replicateDegrees(design, inside);
}

function countDegrees({ rows, strata, stages }: SurveyDesign, inside: (row: number) => boolean): number {
  const { unitOfRow, groupOfUnit, sampleCounts } = stages[0]!;
  const seenUnits = new Uint8Array(groupOfUnit.length);
  const seenStrata = new Uint8Array(sampleCounts.length);
  for (let row = 0; row < rows; row++) {
    if (!inside(row)) continue;
    seenUnits[unitOfRow[row]!] = 1;
    seenStrata[strata[row]!] = 1;
  }
  return count(seenUnits) - count(seenStrata);
}

function count(seen: Uint8Array): number {
  return seen.reduce((sum, one) => sum + one, 0);
}

function replicateDegrees(design: ReplicateDesign, inside: (row: number) => boolean): number {
  return design.df ?? replicateRank(design.replicateWeights, inside) - 1;
}
