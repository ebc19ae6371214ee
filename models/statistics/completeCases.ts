import { EstimateError } from "../errors.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/**
 * Rows with an answer to every variable (1), for estimates that shall rest on the same rows.
 *
 * @example completeCases([1, null, 3], [4, 5, Number.NaN]) // Uint8Array [1, 0, 0]
 * @throws EstimateError when the variables have different lengths
 */
export function completeCases(...columns: readonly NumericColumn[]): Uint8Array {
  const complete = new Uint8Array(columns[0]?.length ?? 0).fill(1);
  for (const column of columns) {
    if (column.length !== complete.length) {
      throw new EstimateError(`One variable has ${complete.length} values and another ${column.length}.`);
    }
    const values = toNumbers(column);
    for (let row = 0; row < complete.length; row++) if (Number.isNaN(values[row])) complete[row] = 0;
  }
  return complete;
}
