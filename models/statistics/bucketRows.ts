/**
 * Rows of each code, in order; rows of code −1 are in none.
 *
 * @example bucketRows(Int32Array.of(1, 0, -1, 1), 2) // [[1], [0, 3]]
 */
export function bucketRows(codes: Int32Array, size: number): Int32Array[] {
  const counts = new Int32Array(size);
  for (const code of codes) if (code >= 0) counts[code]! += 1;
  const buckets = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  codes.forEach((code, row) => {
    if (code < 0) return;
    buckets[code]![counts[code]!] = row;
    counts[code]! += 1;
  });
  return buckets;
}
