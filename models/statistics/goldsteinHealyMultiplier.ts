import { EstimateError } from "../errors.ts";
import { twoSidedStudentP } from "./tailProbabilities.ts";

/**
 * Goldstein and Healy's multiplier b for pictures of pairs: intervals est ± b·se of two units without a difference fail to
 * overlap with probability 5 %, on average over all pairs. It solves
 *
 *     mean over pairs of 2 (1 − Φ(b (se_j + se_k) / √(se_j² + se_k²))) = 1 − coverage
 *
 * 1.39 when all standard errors are equal. For reading two intervals against each other, not for ranks or joint claims;
 * independent estimates with known standard errors.
 *
 * Goldstein and Healy (1995), The graphical presentation of a collection of means, J. R. Statist. Soc. A 158, 175–177.
 *
 * @example goldsteinHealyMultiplier([1, 1]) // 1.3859…
 * @throws EstimateError with fewer than two units, or one without a positive standard error
 */
export function goldsteinHealyMultiplier(standardErrors: readonly number[], coverage = 0.95): number {
  const bad = standardErrors.find((se) => !(se > 0 && Number.isFinite(se)));
  if (standardErrors.length < 2 || bad !== undefined) {
    throw new EstimateError(
      `Intervals to be compared need two units with positive standard errors; one has ${bad}.`,
    );
  }
  const reaches = standardErrors.flatMap((a, j) =>
    standardErrors.slice(j + 1).map((b) => (a + b) / Math.sqrt(a ** 2 + b ** 2)),
  );
  const excess = (b: number): number =>
    reaches.reduce((sum, reach) => sum + twoSidedStudentP(b * reach, Number.POSITIVE_INFINITY)!, 0) /
      reaches.length -
    (1 - coverage);
  let low = 0;
  let high = 10;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
