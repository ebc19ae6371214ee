/**
 * Which value is the quantile when cumulative weight shares leave a choice.
 * - `math`: the smallest y whose cumulative share reaches p.
 * - `school`, `hf2` (Hyndman–Fan type 2): the same, but the mean of y and the next value when the share equals p.
 * - `hf7` (Hyndman–Fan type 7, the usual software default): linear between the points (C_{k−1}/C_{n−1}, y_k).
 */
export type QuantileRule = "math" | "school" | "hf2" | "hf7";

/** Shares this close to p count as equal to it: sums of weights carry rounding. */
const TIE = 1e-12;

/**
 * The quantile of weighted values; C are cumulative weights in the order of the values.
 *
 * Rows of weight 0 and missing values take no part. Under `hf7` tied values of unequal weight make the result depend on the
 * order of rows.
 *
 * Hyndman, Fan (1996), Sample quantiles in statistical packages, Am. Statistician 50, 361–365.
 *
 * @example weightedQuantile([1, 2, 3], [1, 1, 2], 0.5, "math") // 2
 * @returns null when no value has a positive weight, or the probability is outside 0 … 1
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  probability: number,
  rule: QuantileRule = "math",
): number | null {
  const order = Array.from(values, (_, row) => row)
    .filter((row) => weights[row]! > 0 && !Number.isNaN(values[row]))
    .sort((a, b) => values[a]! - values[b]! || a - b);
  if (order.length === 0 || !(probability >= 0 && probability <= 1)) return null;
  const sorted = Float64Array.from(order, (row) => values[row]!);
  const cumulative = new Float64Array(order.length);
  let sum = 0;
  order.forEach((row, place) => {
    sum += weights[row]!;
    cumulative[place] = sum;
  });
  return rule === "hf7"
    ? interpolate(sorted, cumulative, probability)
    : readStep(sorted, cumulative, probability, rule !== "math");
}

function readStep(
  sorted: Float64Array,
  cumulative: Float64Array,
  probability: number,
  averaged: boolean,
): number {
  const target = probability * cumulative.at(-1)!;
  const tolerance = TIE * cumulative.at(-1)!;
  const reached = cumulative.findIndex((sum) => sum >= target - tolerance);
  const place = reached < 0 ? sorted.length - 1 : reached;
  const isTie = Math.abs(cumulative[place]! - target) <= tolerance && place + 1 < sorted.length;
  return averaged && isTie ? (sorted[place]! + sorted[place + 1]!) / 2 : sorted[place]!;
}

function interpolate(sorted: Float64Array, cumulative: Float64Array, probability: number): number {
  const last = sorted.length - 1;
  if (last === 0) return sorted[0]!;
  const target = probability * cumulative[last - 1]!;
  const place = cumulative.findIndex((sum) => sum >= target);
  if (place >= last) return sorted[last]!;
  const before = place === 0 ? 0 : cumulative[place - 1]!;
  return (
    sorted[place]! +
    ((target - before) / (cumulative[place]! - before)) * (sorted[place + 1]! - sorted[place]!)
  );
}
