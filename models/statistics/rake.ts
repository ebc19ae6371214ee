import { adjustDesign } from "./adjustDesign.ts";
import type { Design } from "./design.ts";
import { type FittingOptions, iterativeProportionalFitting } from "./iterativeProportionalFitting.ts";
import { sumBy } from "./multistageCovariance.ts";
import { auxiliaryTargets, type Margin } from "./populationTargets.ts";

/**
 * Rakes a sample to known margins: weights are multiplied by factors of the categories until every weighted count is its total.
 * The design remembers it, and errors use the calibration residuals with the weights that entered (which R's `rake` does only
 * when those are equal within margin cells; R's `calibrate` always does). Replicates are each raked.
 *
 * @param margins by name: the label of every row, and the total of every label
 * @example rake(design, { sex: { labels: sex, totals: { F: 724848, M: 690870 } }, age: { labels: age, totals: ages } })
 * @throws EstimateError as `iterativeProportionalFitting` does, and for missing labels or totals and unequal sums of the margins
 */
export function rake<D extends Design>(
  design: D,
  margins: Readonly<Record<string, Margin>>,
  options: FittingOptions = {},
): D {
  const { auxiliary, margins: cellMargins } = auxiliaryTargets({ margins }, design.rows);
  return adjustDesign(design, auxiliary, (weights) => {
    const cellWeights = sumBy(weights, auxiliary.cellOfRow, auxiliary.cells);
    return iterativeProportionalFitting(cellWeights, cellMargins, options);
  });
}

/**
 * Post-stratifies a sample: one margin, met at once.
 *
 * @example postStratify(design, { labels: schoolType, totals: { E: 4421, H: 755, M: 1018 } })
 * @throws EstimateError as `rake` does
 */
export function postStratify<D extends Design>(design: D, margin: Margin): D {
  return rake(design, { "post-stratum": margin });
}
