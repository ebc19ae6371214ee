export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A mean over rounds with its Monte Carlo error; rounds are independent, provinces within one are not. */
export function percent(values: readonly number[]): string {
  const mean = average(values);
  if (Number.isNaN(mean)) return "—";
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return `${(100 * mean).toFixed(1)} ± ${(100 * Math.sqrt(spread / values.length)).toFixed(1)}`;
}
