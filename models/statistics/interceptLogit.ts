/** Change of the deviance, relative to its size, at which the fit stops: the rule of R's glm. */
const CONVERGED = 1e-8;

/** An intercept-only logistic fit. */
export interface InterceptLogit {
  readonly proportion: number;
  /** p(1 − p) at which the last step was weighted: it scales the fit's own variance. */
  readonly workingVariance: number;
}

/**
 * Fitted proportion of the intercept-only logistic model, by iterated weighted least squares from the usual start
 * (w y + ½)/(w + 1), with weights scaled to a mean of 1.
 *
 * It equals the weighted mean up to where the iteration stops (about eight digits); proportions reported beside a `logit` or
 * `likelihood` interval elsewhere are this number, which is why it is made this way.
 *
 * @param rows 1 for the rows that take part; their weights are positive
 * @returns null when every answer is the same: the logit is infinite
 */
export function interceptLogit(
  values: Float64Array,
  weights: Float64Array,
  rows: Uint8Array,
): InterceptLogit | null {
  const used = Array.from(rows, (inside, row) => (inside === 1 && weights[row]! > 0 ? row : -1)).filter(
    (row) => row >= 0,
  );
  const scale = used.length / used.reduce((sum, row) => sum + weights[row]!, 0);
  const ones = used.reduce((sum, row) => sum + weights[row]! * values[row]!, 0) * scale;
  const zeros = used.length - ones;
  if (!(ones > 0 && zeros > 0)) return null;
  const deviance = (p: number) => -2 * (ones * Math.log(p) + zeros * Math.log(1 - p));
  let logit = firstStep(values, weights, used, scale);
  let [before, after] = [Infinity, deviance(expit(logit))];
  let workingVariance = expit(logit) * (1 - expit(logit));
  while (!(Math.abs(after - before) / (after + 0.1) < CONVERGED)) {
    const p = expit(logit);
    workingVariance = p * (1 - p);
    logit += (ones - used.length * p) / (used.length * workingVariance);
    [before, after] = [after, deviance(expit(logit))];
  }
  return { proportion: expit(logit), workingVariance };
}

/** The first least-squares step, where every row still has its own fitted value. */
function firstStep(
  values: Float64Array,
  weights: Float64Array,
  used: readonly number[],
  scale: number,
): number {
  let [right, left] = [0, 0];
  for (const row of used) {
    const weight = weights[row]! * scale;
    const fitted = (weight * values[row]! + 0.5) / (weight + 1);
    const spread = fitted * (1 - fitted);
    right += weight * (spread * Math.log(fitted / (1 - fitted)) + values[row]! - fitted);
    left += weight * spread;
  }
  return right / left;
}

/** The inverse of the logit. */
export function expit(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
