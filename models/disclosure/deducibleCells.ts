/**
 * A sum that a release lets anybody form: its terms add to something known. A total that is itself a cell stands among the
 * terms with the coefficient −1.
 */
export interface PublishedSum {
  readonly terms: readonly { readonly cell: string; readonly coefficient: number }[];
}

/** Coefficients are of the size of 1 after scaling; what is smaller than this is taken for zero. */
const tolerance = 1e-9;

/**
 * Which of the hidden cells anybody could work out from the published sums: those whose unit vector lies in the row space of
 * the sums, restricted to the hidden cells. Found by Gauss and Jordan's elimination; exactly the cells that every
 * solution gives the same value. It says nothing of how narrowly a cell can be bounded.
 *
 * @example deducibleCells(new Set(["a"]), [{ terms: [{ cell: "a", coefficient: 1 }, { cell: "b", coefficient: 1 }] }]) // a
 */
export function deducibleCells(
  hidden: ReadonlySet<string>,
  sums: readonly PublishedSum[],
): ReadonlySet<string> {
  const reduced: { readonly pivot: string; readonly row: Map<string, number> }[] = [];
  for (const { terms } of sums) {
    const row = new Map<string, number>();
    for (const { cell, coefficient } of terms)
      if (hidden.has(cell)) row.set(cell, (row.get(cell) ?? 0) + coefficient);
    for (const { pivot, row: earlier } of reduced) subtract(row, earlier, pivot);
    const pivot = largest(row);
    if (pivot === null) continue;
    const scale = row.get(pivot) as number;
    for (const [cell, value] of row) row.set(cell, value / scale);
    for (const { row: earlier } of reduced) subtract(earlier, row, pivot);
    reduced.push({ pivot, row });
  }
  return new Set(reduced.filter(({ row }) => row.size === 1).map(({ pivot }) => pivot));
}

/** Takes so much of another row, whose pivot is 1, that the pivot vanishes. */
function subtract(row: Map<string, number>, other: ReadonlyMap<string, number>, pivot: string): void {
  const factor = row.get(pivot);
  if (factor === undefined) return;
  for (const [cell, value] of other) {
    const left = (row.get(cell) ?? 0) - factor * value;
    if (Math.abs(left) <= tolerance) row.delete(cell);
    else row.set(cell, left);
  }
  row.delete(pivot);
}

function largest(row: ReadonlyMap<string, number>): string | null {
  let found: string | null = null;
  let most = tolerance;
  for (const [cell, value] of row) if (Math.abs(value) > most) [found, most] = [cell, Math.abs(value)];
  return found;
}
