/** A column whose part orthogonal to the others is below this share of its length depends on them (R's own tolerance). */
const TOLERANCE = 1e-5;

/**
 * Rank of the matrix of replicate weights over some rows (Gram–Schmidt): a replicate that is a combination of others
 * adds no degree of freedom.
 */
export function replicateRank(columns: readonly Float64Array[], inside: (row: number) => boolean): number {
  const rows = Array.from(columns[0] ?? [], (_, row) => row).filter(inside);
  const kept = columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
  const basis: Float64Array[] = [];
  for (const column of kept) {
    const length = norm(column);
    if (length === 0) continue;
    const rest = orthogonalise(orthogonalise(column, basis), basis); // twice: once leaves rounding of the first pass
    const left = norm(rest);
    if (left > TOLERANCE * length) basis.push(rest.map((value) => value / left));
  }
  return basis.length;
}

function orthogonalise(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = column.slice();
  for (const vector of basis) {
    let projection = 0;
    for (let row = 0; row < rest.length; row++) projection += rest[row]! * vector[row]!;
    for (let row = 0; row < rest.length; row++) rest[row]! -= projection * vector[row]!;
  }
  return rest;
}

function norm(column: Float64Array): number {
  let sum = 0;
  for (const value of column) sum += value * value;
  return Math.sqrt(sum);
}
