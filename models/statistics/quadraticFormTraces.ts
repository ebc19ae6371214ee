/**
 * Satterthwaite's degrees of freedom of a variance estimate that is a quadratic form y′Qy of normal y with covariance Σ:
 *
 *     df = (tr QΣ)² / tr (QΣQΣ)
 *
 * It gives n − 1 for a sample variance, Welch's df for the difference of two independent means, n − 1 for paired differences, and
 * what lies between for samples that overlap in part. Independent forms add: sum both traces first.
 *
 * Box (1954), Annals of Mathematical Statistics 25, 290–302.
 *
 * @example quadraticFormTraces([[0.5, -0.5], [-0.5, 0.5]], [[1, 0], [0, 1]]) // { trace: 1, squareTrace: 1 }
 */
export function quadraticFormTraces(
  weights: readonly (readonly number[])[],
  covariance: readonly (readonly number[])[],
): { trace: number; squareTrace: number } {
  const size = weights.length;
  const product = weights.map((row) =>
    Array.from({ length: size }, (_, j) =>
      row.reduce((sum, value, k) => sum + value * covariance[k]![j]!, 0),
    ),
  );
  let trace = 0;
  let squareTrace = 0;
  for (let i = 0; i < size; i++) {
    trace += product[i]![i]!;
    for (let j = 0; j < size; j++) squareTrace += product[i]![j]! * product[j]![i]!;
  }
  return { trace, squareTrace };
}
