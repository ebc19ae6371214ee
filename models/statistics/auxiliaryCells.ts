/** Rows with equal auxiliary values, and those values: sparse rows of the auxiliary matrix X, one a cell. */
export interface AuxiliaryCells {
  readonly cellOfRow: Int32Array;
  readonly cells: number;
  readonly columns: number;
  /** Entries of cell c stand at start[c] … start[c + 1] − 1. */
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** Σ_c t_c x_c: the auxiliary totals that cell totals t add up to. */
export function auxiliaryTotals(auxiliary: AuxiliaryCells, cellTotals: Float64Array): Float64Array {
  const { cells, start, column, value } = auxiliary;
  const totals = new Float64Array(auxiliary.columns);
  for (let cell = 0; cell < cells; cell++) {
    for (let at = start[cell]!; at < start[cell + 1]!; at++)
      totals[column[at]!]! += cellTotals[cell]! * value[at]!;
  }
  return totals;
}

/** x_c′ b of every cell. */
export function linearPredictor(auxiliary: AuxiliaryCells, coefficients: Float64Array): Float64Array {
  const { cells, start, column, value } = auxiliary;
  const predictor = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    let sum = 0;
    for (let at = start[cell]!; at < start[cell + 1]!; at++) sum += coefficients[column[at]!]! * value[at]!;
    predictor[cell] = sum;
  }
  return predictor;
}

/** Σ_c t_c x_c x_c′. */
export function auxiliaryGram(auxiliary: AuxiliaryCells, cellTotals: Float64Array): Float64Array[] {
  const { cells, columns, start, column, value } = auxiliary;
  const gram = Array.from({ length: columns }, () => new Float64Array(columns));
  for (let cell = 0; cell < cells; cell++) {
    for (let i = start[cell]!; i < start[cell + 1]!; i++) {
      const weighted = cellTotals[cell]! * value[i]!;
      for (let j = start[cell]!; j < start[cell + 1]!; j++)
        gram[column[i]!]![column[j]!]! += weighted * value[j]!;
    }
  }
  return gram;
}
