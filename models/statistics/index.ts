/**
 * Survey statistics: declare the design once, then ask. One line a file, in alphabetical order.
 */
export { type ClusterTotals, clusterCovariance } from "./clusterCovariance.ts";
export { completeCases } from "./completeCases.ts";
export { confidenceInterval, type Interval } from "./confidenceInterval.ts";
export { type ContrastOptions, contrast } from "./contrast.ts";
export { degreesOfFreedom } from "./degreesOfFreedom.ts";
export { deltaMethod } from "./deltaMethod.ts";
export type { Design } from "./design.ts";
export { effectiveSampleSize } from "./effectiveSampleSize.ts";
export { type Estimate, type EstimateStatus, estimate } from "./estimate.ts";
export { type EstimateOptions, estimateJointly, type JointEstimates } from "./estimateJointly.ts";
export { estimateProportion } from "./estimateProportion.ts";
export { estimateQuantile, type QuantileOptions } from "./estimateQuantile.ts";
export { kishDesignEffect } from "./kishDesignEffect.ts";
export { linearizedCovariance } from "./linearizedCovariance.ts";
export { mean } from "./mean.ts";
export { multistageCovariance, type WithinUnits } from "./multistageCovariance.ts";
export { normalCdf } from "./normalCdf.ts";
export { normalQuantile } from "./normalQuantile.ts";
export {
  type EstimatedProportion,
  type ProportionIntervalOptions,
  type ProportionMethod,
  proportionInterval,
} from "./proportionInterval.ts";
export { quantile } from "./quantile.ts";
export { ratio } from "./ratio.ts";
export { type ReplicateDeclaration, type ReplicateDesign, replicateDesign } from "./replicateDesign.ts";
export {
  type LonelyPsuRule,
  type SamplingPlan,
  type SamplingStage,
  samplingStages,
} from "./samplingStages.ts";
export type { Statistic } from "./statistic.ts";
export { studentQuantile } from "./studentQuantile.ts";
export { type DomainColumn, subpopulation } from "./subpopulation.ts";
export { type SurveyDeclaration, type SurveyDesign, surveyDesign } from "./surveyDesign.ts";
export { type Categories, type LabelColumn, toCategories } from "./toCategories.ts";
export { type NumericColumn, toNumbers } from "./toNumbers.ts";
export { total } from "./total.ts";
export { variance } from "./variance.ts";
export { type QuantileRule, weightedQuantile } from "./weightedQuantile.ts";
