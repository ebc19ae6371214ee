import { psuCells } from "./psuCells.ts";
import { drawPsus, type ReplicateCalibration, rakeReplicate } from "./replicateDomains.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** What replicates multiply the weights before raking with, alike for all respondents of a first-stage unit and margin cell. */
export interface ReplicateWeights {
  readonly psu: number;
  /** Margin cell; null where weights were not raked, and a first-stage unit varies as one. */
  readonly cell: number | null;
  /** One a replicate; NaN where it could not be raked. */
  readonly factors: Float64Array;
}

/**
 * The replicates of {@link replicateDomains} as weights, for whoever computes with the responses themselves: the factor of the
 * first-stage unit times the raking factor found anew. The same seed draws the same; fewer replicates are the first of more.
 */
export function replicateWeights(
  cells: SurveyCells,
  calibrations: readonly ReplicateCalibration[],
  options: { readonly replicates: number; readonly seed: number },
): ReplicateWeights[] {
  const summed = psuCells(cells, calibrations);
  const { factors } = drawPsus(cells, options);
  const rows = Array.from(summed.psu, (psu, row): ReplicateWeights => {
    const cell = calibrations.length > 0 ? summed.cell[row]! : null;
    return { psu, cell, factors: new Float64Array(options.replicates) };
  });
  for (let replicate = 0; replicate < options.replicates; replicate++) {
    const own = factors.of(replicate);
    const raked = rakeReplicate(summed, calibrations, own);
    rows.forEach((row, at) => {
      row.factors[replicate] = own[row.psu]! * raked[summed.cell[at]!]!;
    });
  }
  return rows;
}
