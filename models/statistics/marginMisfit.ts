import { EstimateError } from "../errors.ts";

/** The target that is furthest from being met. */
export interface MarginMisfit {
  readonly column: number;
  /** |reached − target| over the target (or over the sum of the absolute values it is made of, when that is larger). */
  readonly error: number;
}

/** The worst of the targets. */
export function worstMisfit(
  reached: Float64Array,
  targets: Float64Array,
  scales: Float64Array,
): MarginMisfit {
  let worst: MarginMisfit = { column: 0, error: 0 };
  for (let column = 0; column < targets.length; column++) {
    const scale = Math.max(Math.abs(targets[column]!), scales[column]!);
    const error = scale === 0 ? 0 : Math.abs(reached[column]! - targets[column]!) / scale;
    if (!(error <= worst.error)) worst = { column, error };
  }
  return worst;
}

/** Not met, and which is the worst. */
export function misfitError(what: string, name: string, reached: number, target: number): EstimateError {
  return new EstimateError(
    `${what} did not meet its margins: ${name} is at ${reached}, its total is ${target}.`,
    {
      hint: "Look for small or contradicting categories, or allow wider bounds.",
    },
  );
}
