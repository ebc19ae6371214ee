/**
 * Survey statistics: declare the design once, then ask. One line a file, in alphabetical order.
 */
export { balancedReplicates } from "./balancedReplicates.ts";
export { type CalibrationOptions, calibrate } from "./calibrate.ts";
export { type CalibrationDistance, calibrationFactors } from "./calibrationFactors.ts";
export { calibrationResidual } from "./calibrationResidual.ts";
export type { AuxiliaryCells, CalibrationStep } from "./calibrationStep.ts";
export { type ClusterTotals, clusterCovariance } from "./clusterCovariance.ts";
export { completeCases } from "./completeCases.ts";
export { confidenceInterval, type Interval } from "./confidenceInterval.ts";
export { type ContrastOptions, contrast } from "./contrast.ts";
export { degreesOfFreedom } from "./degreesOfFreedom.ts";
export { deltaMethod } from "./deltaMethod.ts";
export type { Design } from "./design.ts";
export { effectiveSampleSize } from "./effectiveSampleSize.ts";
export { type Estimate, type EstimateStatus, estimate } from "./estimate.ts";
export { type DomainMeans, estimateDomainMeans } from "./estimateDomainMeans.ts";
export { type EstimateOptions, estimateJointly, type JointEstimates } from "./estimateJointly.ts";
export { estimateProportion } from "./estimateProportion.ts";
export { estimateQuantile, type QuantileOptions } from "./estimateQuantile.ts";
export type { LonelyPsuRule } from "./groupCoefficients.ts";
export { hadamardMatrix } from "./hadamardMatrix.ts";
export {
  type CellMargin,
  type FittingOptions,
  iterativeProportionalFitting,
} from "./iterativeProportionalFitting.ts";
export { jackknife } from "./jackknife.ts";
export { kishDesignEffect } from "./kishDesignEffect.ts";
export { linearizedCovariance } from "./linearizedCovariance.ts";
export { mean } from "./mean.ts";
export { multistageCovariance, type WithinUnits } from "./multistageCovariance.ts";
export { normalCdf } from "./normalCdf.ts";
export { normalQuantile } from "./normalQuantile.ts";
export {
  type AuxiliaryTargets,
  auxiliaryTargets,
  type KnownTotal,
  type Margin,
  type PopulationTargets,
} from "./populationTargets.ts";
export {
  type EstimatedProportion,
  type ProportionIntervalOptions,
  type ProportionMethod,
  proportionInterval,
} from "./proportionInterval.ts";
export { quantile } from "./quantile.ts";
export { postStratify, rake } from "./rake.ts";
export { ratio } from "./ratio.ts";
export { type ReplicateDeclaration, type ReplicateDesign, replicateDesign } from "./replicateDesign.ts";
export {
  type SamplingPlan,
  type SamplingStage,
  samplingStages,
} from "./samplingStages.ts";
export { standardizedMean } from "./standardizedMean.ts";
export type { Statistic } from "./statistic.ts";
export { studentQuantile } from "./studentQuantile.ts";
export { type DomainColumn, subpopulation } from "./subpopulation.ts";
export { type SurveyDeclaration, type SurveyDesign, surveyDesign } from "./surveyDesign.ts";
export { type Categories, type LabelColumn, toCategories } from "./toCategories.ts";
export { type NumericColumn, toNumbers } from "./toNumbers.ts";
export { total } from "./total.ts";
export { type TrimmedWeights, type TrimmingOptions, trimmedWeights, trimWeights } from "./trimWeights.ts";
export { variance } from "./variance.ts";
export { type QuantileRule, weightedQuantile } from "./weightedQuantile.ts";
