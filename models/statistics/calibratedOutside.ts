import { type AuxiliaryBlocks, auxiliaryBlocks } from "./auxiliaryBlocks.ts";
import { linearPredictor } from "./auxiliaryCells.ts";
import { jointCalibration } from "./jointCalibration.ts";
import { quadraticForm, stratumCovariance } from "./stratumCovariance.ts";
import type { SummedDesign, SummedPart } from "./summedDesign.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/** What calibration makes of one domain's linearised variable. */
export interface CalibratedDomain {
  /** u − x′B on the rows of the domain. */
  readonly residuals: Float64Array;
  /** Variance from the strata that the domain does not touch, where the residual is −x′B. */
  readonly varianceElsewhere: number;
}

/** What rows outside a domain add to its variance after calibration. */
export interface CalibratedOutside {
  /** Adds −w x′B of the rows outside the domain to the sums of the units in the strata it touches. */
  readonly prepare: (
    domain: number,
    scores: Float64Array,
    touched: readonly number[],
    totals: Float64Array,
    squares: Float64Array,
  ) => CalibratedDomain;
}

/**
 * Outside a domain u is 0, but its calibration residual −x′B is not. In the strata it touches, rows of equal auxiliary values
 * enter as Σw and Σw² by unit; a stratum that it does not touch adds B′MB, M the covariance matrix of its Σwx.
 */
export function calibratedOutside(
  design: SurveyDesign,
  summed: SummedDesign,
  rowsOfDomain: readonly Int32Array[],
): CalibratedOutside {
  const { auxiliary, coefficients } = jointCalibration(design);
  const { cellOfRow } = auxiliary;
  const blocks = auxiliaryBlocks(design, summed, auxiliary, rowsOfDomain);
  const strata = summed.parts.map((part) => stratumCovariance(part, blocks, auxiliary));
  const residuals = new Float64Array(design.rows);
  return {
    prepare(domain, scores, touched, totals, squares) {
      const rows = rowsOfDomain[domain]!;
      const b = coefficients(rows, scores);
      const fitted = linearPredictor(auxiliary, b);
      for (const part of touched) addBlocks(blocks, summed.parts[part]!, fitted, domain, totals, squares);
      for (let at = 0; at < rows.length; at++)
        residuals[rows[at]!] = scores[rows[at]!]! - fitted[cellOfRow[rows[at]!]!]!;
      const varianceElsewhere = strata.reduce(
        (sum, stratum, part) => (touched.includes(part) ? sum : sum + quadraticForm(stratum, b)),
        0,
      );
      return { residuals, varianceElsewhere };
    },
  };
}

function addBlocks(
  blocks: AuxiliaryBlocks,
  { from, to }: SummedPart,
  fitted: Float64Array,
  domain: number,
  totals: Float64Array,
  squares: Float64Array,
): void {
  for (let unit = from; unit < to; unit++) {
    for (let block = blocks.start[unit]!; block < blocks.start[unit + 1]!; block++) {
      if (blocks.domain[block] === domain) continue;
      const value = fitted[blocks.cell[block]!]!;
      totals[unit]! -= blocks.weight[block]! * value;
      squares[unit]! += blocks.squaredWeight[block]! * value * value;
    }
  }
}
