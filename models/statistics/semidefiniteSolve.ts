/** Lower triangle L of G = L L′; a column that depends on those before it is all zero. */
export type CholeskyFactor = readonly Float64Array[];

/** A pivot below this share of its own diagonal element marks a column as dependent on those before it. */
const DEPENDENT = 1e-11;

/**
 * Cholesky factor of a symmetric, positive semidefinite matrix (rows of its lower triangle are enough). Columns that depend on
 * earlier ones are left out, so an auxiliary matrix may hold every level of every margin.
 */
export function choleskyFactor(matrix: readonly ArrayLike<number>[]): CholeskyFactor {
  const factor = matrix.map(() => new Float64Array(matrix.length));
  for (let row = 0; row < matrix.length; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row]![column]!;
      for (let k = 0; k < column; k++) rest -= factor[row]![k]! * factor[column]![k]!;
      if (column === row) factor[row]![row] = rest > DEPENDENT * matrix[row]![row]! ? Math.sqrt(rest) : 0;
      else if (factor[column]![column] !== 0) factor[row]![column] = rest / factor[column]![column]!;
    }
  }
  return factor;
}

/** Solution b of G b = r, with 0 for the columns left out. */
export function semidefiniteSolve(factor: CholeskyFactor, right: Float64Array): Float64Array {
  const size = factor.length;
  const solution = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    const line = factor[row]!;
    if (line[row] === 0) continue;
    let rest = right[row]!;
    for (let k = 0; k < row; k++) rest -= line[k]! * solution[k]!;
    solution[row] = rest / line[row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    const line = factor[row]!;
    if (line[row] === 0) continue;
    const value = solution[row]! / line[row]!;
    solution[row] = value;
    for (let k = 0; k < row; k++) solution[k]! -= line[k]! * value;
  }
  return solution;
}
