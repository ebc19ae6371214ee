import { EstimateError } from "../errors.ts";

/** Numbers of one variable, a value a row; null, undefined and NaN are missing answers; true and false are 1 and 0. */
export type NumericColumn = ArrayLike<number | boolean | null | undefined>;

/**
 * A variable as doubles, in the order of the rows, with NaN for a missing answer (the one place where NaN means something:
 * it stays inside a column and never leaves an estimator).
 *
 * @example toNumbers([1, null, true]) // Float64Array [1, NaN, 1]
 * @throws EstimateError when a value is infinite, because no estimate survives it
 */
export function toNumbers(column: NumericColumn, name = "The variable"): Float64Array {
  const numbers = column instanceof Float64Array ? column : Float64Array.from(column, toNumber);
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row]!;
    if (value === Infinity || value === -Infinity) {
      throw new EstimateError(
        `${name} is infinite in row ${row + 1}; every value must be a number or missing.`,
      );
    }
  }
  return numbers;
}

function toNumber(value: number | boolean | null | undefined): number {
  return value === null || value === undefined ? Number.NaN : Number(value);
}
