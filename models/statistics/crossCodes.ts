/** Pairs numbered by first appearance. */
export interface CrossedCodes {
  /** Number of each row's pair. */
  readonly codes: Int32Array;
  /** First row of each pair. */
  readonly firstRows: Int32Array;
}

/**
 * Numbers the distinct pairs of two classifications by first appearance.
 *
 * @param width how many codes the inner classification has
 * @example crossCodes(Int32Array.of(0, 0, 1), Int32Array.of(2, 2, 2), 3) // { codes: [0, 0, 1], firstRows: [0, 2] }
 */
export function crossCodes(outer: Int32Array, inner: Int32Array, width: number): CrossedCodes {
  const numbers = new Map<number, number>();
  const codes = new Int32Array(outer.length);
  const firstRows: number[] = [];
  for (let row = 0; row < outer.length; row++) {
    const key = outer[row]! * width + inner[row]!;
    let number = numbers.get(key);
    if (number === undefined) {
      number = firstRows.length;
      numbers.set(key, number);
      firstRows.push(row);
    }
    codes[row] = number;
  }
  return { codes, firstRows: Int32Array.from(firstRows) };
}
