/**
 * Bonferroni's adjustment: each p-value times the number of tests, at most 1. Holds the family-wise error under any
 * dependence; Holm's is never weaker.
 *
 * @param pValues in any order; null is a test that could not be made: it stays null and does not count as a test
 * @example bonferroni([0.01, 0.04, null]) // [0.02, 0.08, null]
 */
export function bonferroni(pValues: readonly (number | null)[]): (number | null)[] {
  const tests = pValues.filter((p) => p !== null).length;
  return pValues.map((p) => (p === null ? null : Math.min(1, tests * p)));
}

/**
 * Holm's step-down adjustment: the i-th smallest of m p-values times (m − i + 1), made monotone. Holds the
 * family-wise error under any dependence.
 *
 * Holm (1979), A simple sequentially rejective multiple test procedure, Scand. J. Statist. 6, 65–70.
 *
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  let floor = 0;
  return inOrder(pValues, "ascending", (p, position, tests) => {
    floor = Math.max(floor, Math.min(1, (tests - position) * p));
    return floor;
  });
}

/**
 * Benjamini and Hochberg's adjustment: the i-th smallest of m p-values times m / i, made monotone from the largest.
 * Holds the false discovery rate for independent or positively dependent tests: for exploration, not for a verdict
 * on one pair.
 *
 * Benjamini and Hochberg (1995), Controlling the false discovery rate, J. R. Statist. Soc. B 57, 289–300.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  let ceiling = 1;
  return inOrder(pValues, "descending", (p, position, tests) => {
    ceiling = Math.min(ceiling, (tests * p) / (tests - position));
    return ceiling;
  });
}

function inOrder(
  pValues: readonly (number | null)[],
  direction: "ascending" | "descending",
  adjust: (p: number, position: number, tests: number) => number,
): (number | null)[] {
  const sign = direction === "ascending" ? 1 : -1;
  const tests = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  tests.sort((a, b) => sign * (a.p - b.p));
  const adjusted: (number | null)[] = pValues.map(() => null);
  tests.forEach(({ p, index }, position) => {
    adjusted[index] = adjust(p, position, tests.length);
  });
  return adjusted;
}
