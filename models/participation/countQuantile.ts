import { normalCdf } from "../statistics/normalCdf.ts";

/** Below this logarithm the first term of a binomial sum is too small to build on. */
const smallestLog = -700;

/**
 * The smallest count whose probability of being reached from below is at least `level`, for a binomial count of `n` whose
 * chance is one of several equally likely ones.
 *
 * Exact where the sum can be built up from its first term, else by the normal with continuity correction.
 *
 * @example countQuantile(10, [0.5], 0.5) // 5
 */
export function countQuantile(n: number, chances: readonly number[], level: number): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (probabilityUpTo(middle, n, chances) >= level) high = middle;
    else low = middle + 1;
  }
  return low;
}

function probabilityUpTo(count: number, n: number, chances: readonly number[]): number {
  if (count >= n) return 1;
  return chances.reduce((sum, chance) => sum + binomialUpTo(count, n, chance), 0) / chances.length;
}

function binomialUpTo(count: number, n: number, chance: number): number {
  if (chance >= 1) return 0;
  if (chance > 0.5) return 1 - binomialUpTo(n - count - 1, n, 1 - chance);
  if (count < 0) return 0;
  const first = n * Math.log1p(-chance);
  if (first < smallestLog)
    return normalCdf((count + 0.5 - n * chance) / Math.sqrt(n * chance * (1 - chance)));
  const odds = chance / (1 - chance);
  let term = Math.exp(first);
  let sum = term;
  for (let k = 1; k <= count; k++) {
    term *= ((n - k + 1) / k) * odds;
    sum += term;
  }
  return sum;
}
