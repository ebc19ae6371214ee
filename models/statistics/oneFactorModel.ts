import { EstimateError } from "../errors.ts";
import { principalComponents } from "./principalComponents.ts";

/** A one-factor model of a correlation matrix. */
export interface OneFactorModel {
  /** Correlation of each item with the factor; the sign is fixed so that they sum to zero or more. */
  readonly loadings: readonly number[];
  /** Share of each item's variance that the factor leaves. */
  readonly uniquenesses: readonly number[];
  /** True when a uniqueness ran into its floor of 0.005: a Heywood case, and the model is not to be trusted. */
  readonly isHeywood: boolean;
}

const FLOOR = 0.005;

/**
 * Maximum-likelihood factor analysis with one factor, R = λλ' + Ψ, by the EM algorithm.
 *
 * On a design-weighted correlation matrix the estimates hold, but likelihood tests and standard errors of the model do not.
 *
 * Rubin and Thayer (1982), EM algorithms for ML factor analysis, Psychometrika 47, 69–76.
 *
 * @example oneFactorModel([[1, 0.56, 0.48], [0.56, 1, 0.42], [0.48, 0.42, 1]]).loadings // [0.799…, 0.70…, 0.60…]
 * @throws EstimateError with fewer than three items, or when 100,000 steps do not settle it
 */
export function oneFactorModel(correlation: readonly (readonly number[])[]): OneFactorModel {
  const k = correlation.length;
  if (k < 3) throw new EstimateError(`One factor needs three items or more; there are ${k}.`);
  const { eigenvalues, vectors } = principalComponents(correlation);
  let loadings: readonly number[] = vectors[0]!.map(
    (value) => value * Math.sqrt(Math.max(0.5, eigenvalues[0]! - 1)),
  );
  let uniquenesses: readonly number[] = loadings.map((value) => Math.max(FLOOR, 1 - value ** 2));
  for (let step = 0; step < 100_000; step++) {
    const next = expectAndMaximise(correlation, loadings, uniquenesses);
    const change = Math.max(...next.loadings.map((value, item) => Math.abs(value - loadings[item]!)));
    ({ loadings, uniquenesses } = next);
    if (change < 1e-13) {
      const sign = loadings.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
      const isHeywood = uniquenesses.some((value) => value <= FLOOR);
      return { loadings: loadings.map((value) => sign * value), uniquenesses, isHeywood };
    }
  }
  throw new EstimateError("The one-factor model did not settle in 100,000 steps.", {
    hint: "Look at the eigenvalues: the items may hold no common factor.",
  });
}

/** β = Σ⁻¹λ by Sherman and Morrison; λ ← Rβ / (β'Rβ + 1 − β'λ); ψ ← diag(R − λβ'R). */
function expectAndMaximise(
  R: readonly (readonly number[])[],
  loadings: readonly number[],
  uniquenesses: readonly number[],
): { loadings: number[]; uniquenesses: number[] } {
  const scaled = loadings.map((value, item) => value / uniquenesses[item]!);
  const information = scaled.reduce((sum, value, item) => sum + value * loadings[item]!, 0);
  const beta = scaled.map((value) => value / (1 + information));
  const Rbeta = R.map((row) => row.reduce((sum, value, item) => sum + value * beta[item]!, 0));
  const explained = beta.reduce((sum, value, item) => sum + value * Rbeta[item]!, 0);
  const remaining = 1 / (1 + information);
  const next = Rbeta.map((value) => value / (explained + remaining));
  return {
    loadings: next,
    uniquenesses: next.map((value, item) => Math.max(FLOOR, R[item]![item]! - value * Rbeta[item]!)),
  };
}
