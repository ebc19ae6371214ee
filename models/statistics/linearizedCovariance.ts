import { calibrationResidual } from "./calibrationResidual.ts";
import { multistageCovariance } from "./multistageCovariance.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/**
 * Covariance matrix of estimates by Taylor linearisation: of Σ w u_k, where u_k is the linearised variable of estimate k.
 *
 *     mean u = (y − ȳ)/Σw    total u = y    ratio u = (y − R x)/Σwx    difference u = u₁ − u₂
 *
 * A domain's u is 0 outside the domain. When the weights were calibrated, u is replaced by its residual on the auxiliary
 * variables (which is not 0 outside the domain).
 *
 * Binder (1983), On the variances of asymptotically normal estimators from complex surveys, Int. Stat. Review 51, 279–292.
 *
 * @param scores one column of u for each estimate, a value a row of the design, 0 outside the domain; no missing values
 */
export function linearizedCovariance(design: SurveyDesign, scores: readonly Float64Array[]): number[][] {
  const { weights, calibration, stages } = design;
  const columns = scores.map((score) =>
    calibrationResidual(calibration, score).map((value, row) => weights[row]! * value),
  );
  return multistageCovariance(stages, columns);
}
