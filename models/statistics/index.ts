/**
 * Survey statistics: declare the design once, then ask. One line a file, in alphabetical order.
 */

export type { AuxiliaryCells } from "./auxiliaryCells.ts";
export { balancedReplicates } from "./balancedReplicates.ts";
export { type CalibrationOptions, calibrate } from "./calibrate.ts";
export { type CalibrationDistance, calibrationFactors } from "./calibrationFactors.ts";
export { calibrationResidual } from "./calibrationResidual.ts";
export type { CalibrationStep } from "./calibrationStep.ts";
export { type ClusterTotals, clusterCovariance } from "./clusterCovariance.ts";
export { competitionRanks, denseRanks, type RankOrder } from "./competitionRanks.ts";
export { completeCases } from "./completeCases.ts";
export { arithmeticIndex, compositeVariance, geometricIndex } from "./compositeIndex.ts";
export { confidenceInterval, type Interval } from "./confidenceInterval.ts";
export { type ContrastOptions, contrast } from "./contrast.ts";
export { correlationMatrix, cronbachAlpha, type Reliability } from "./cronbachAlpha.ts";
export { degreesOfFreedom } from "./degreesOfFreedom.ts";
export { deltaMethod } from "./deltaMethod.ts";
export type { Design } from "./design.ts";
export { type DomainCells, domainRatioRecipe } from "./domainRatioRecipe.ts";
export { effectiveSampleSize } from "./effectiveSampleSize.ts";
export { estimate } from "./estimate.ts";
export { type DomainMeans, estimateDomainMeans } from "./estimateDomainMeans.ts";
export type { EstimatedProportion } from "./estimatedProportion.ts";
export { type EstimateOptions, estimateJointly, type JointEstimates } from "./estimateJointly.ts";
export { estimateProportion } from "./estimateProportion.ts";
export { estimateQuantile, type QuantileOptions } from "./estimateQuantile.ts";
export { type FayHerriotFit, fayHerriot, type SmallAreaEstimate } from "./fayHerriot.ts";
export {
  type DirectVariance,
  type GeneralisedVariance,
  generalisedVariances,
  type VariancePool,
} from "./generalisedVariance.ts";
export { type Family, type FittedModel, generalizedLinearModel } from "./generalizedLinearModel.ts";
export { goldsteinHealyMultiplier } from "./goldsteinHealyMultiplier.ts";
export { type GoodnessOfFitTest, goodnessOfFitTest } from "./goodnessOfFitTest.ts";
export type { LonelyPsuRule } from "./groupCoefficients.ts";
export { hadamardMatrix } from "./hadamardMatrix.ts";
export { holmRankSets } from "./holmRankSets.ts";
export { averageRankShift, correlation, indicatorImportance } from "./indexRobustness.ts";
export {
  type CellMargin,
  type FittingOptions,
  iterativeProportionalFitting,
} from "./iterativeProportionalFitting.ts";
export { jackknife } from "./jackknife.ts";
export { kishDesignEffect } from "./kishDesignEffect.ts";
export { kleinWrightWieczorekSets } from "./kleinWrightWieczorekSets.ts";
export { linearizedCovariance } from "./linearizedCovariance.ts";
export { mean } from "./mean.ts";
export { type ModelMatrix, type ModelTerms, modelMatrix } from "./modelMatrix.ts";
export { multistageCovariance, type WithinUnits } from "./multistageCovariance.ts";
export { normalCdf } from "./normalCdf.ts";
export { type Direction, goalpostScores, minMaxScores, zScores } from "./normalisation.ts";
export { normalQuantile } from "./normalQuantile.ts";
export { type OneFactorModel, oneFactorModel } from "./oneFactorModel.ts";
export {
  type Dispositions,
  type OutcomeRate,
  type OutcomeRateCode,
  outcomeRateCodes,
  outcomeRates,
} from "./outcomeRates.ts";
export { type OverlapCovariance, type OverlappingStratum, overlapCovariance } from "./overlapCovariance.ts";
export type { OrderedPair } from "./pairTests.ts";
export { type ComparedDomains, type PairwiseComparison, pairwiseComparisons } from "./pairwiseComparisons.ts";
export { type PoolingFit, poolingFit } from "./poolingFit.ts";
export {
  type AuxiliaryTargets,
  auxiliaryTargets,
  type KnownTotal,
  type Margin,
  type PopulationTargets,
} from "./populationTargets.ts";
export { prestonFactors } from "./prestonFactors.ts";
export { type PrincipalComponents, principalComponents } from "./principalComponents.ts";
export {
  type ProportionIntervalOptions,
  type ProportionMethod,
  proportionInterval,
} from "./proportionInterval.ts";
export { benjaminiHochberg, bonferroni, holm } from "./pValueAdjustments.ts";
export { quadraticFormTraces } from "./quadraticFormTraces.ts";
export { quantile } from "./quantile.ts";
export { quantileType7 } from "./quantileType7.ts";
export { postStratify, rake } from "./rake.ts";
export { randomChiSquare, randomNormal, randomUniform } from "./randomVariates.ts";
export {
  type MarginalRankSets,
  marginalRankSets,
  type RankSet,
  type RankSetOptions,
  rankConfidenceSets,
  type SimultaneousRankSets,
  simultaneousRankSets,
} from "./rankConfidenceSets.ts";
export {
  type ComparedUnits,
  FEWEST_DF_FOR_NORMAL,
  independentCovariance,
  normalDraws,
  type RankDraws,
  studentisedDraws,
} from "./rankDraws.ts";
export { type IndependenceStatistic, type IndependenceTest, raoScottTest } from "./raoScottTest.ts";
export { raoWuFactors } from "./raoWuFactors.ts";
export { ratio } from "./ratio.ts";
export { type Recipe, type RepeatedRecipe, repeatRecipe } from "./repeatRecipe.ts";
export { type ReplicateDeclaration, type ReplicateDesign, replicateDesign } from "./replicateDesign.ts";
export type { ReplicateFactors } from "./replicateFactors.ts";
export { propensityClasses, type ResponsePropensity, responsePropensity } from "./responsePropensity.ts";
export {
  partialRepresentativeness,
  type Representativeness,
  responseRepresentativeness,
} from "./responseRepresentativeness.ts";
export type { SampledUnit } from "./sampleTree.ts";
export { type SamplingPlan, type SamplingStage, samplingStages } from "./samplingStages.ts";
export { satterthwaiteDf, type VarianceComponent } from "./satterthwaiteDf.ts";
export { type RandomStream, seededStream } from "./seededStream.ts";
export { type SimulatedRank, simulatedRanks } from "./simulatedRanks.ts";
export { type SobolIndices, sobolIndices } from "./sobolIndices.ts";
export { standardizedMean } from "./standardizedMean.ts";
export type { Statistic } from "./statistic.ts";
export { studentQuantile } from "./studentQuantile.ts";
export { type DomainColumn, subpopulation, weightsInDomain } from "./subpopulation.ts";
export { type SurveyDeclaration, type SurveyDesign, surveyDesign } from "./surveyDesign.ts";
export { type SurveyRegression, surveyRegression } from "./surveyRegression.ts";
export { chiSquareUpperTail, fUpperTail, twoSidedStudentP } from "./tailProbabilities.ts";
export { type Categories, type LabelColumn, toCategories } from "./toCategories.ts";
export type { Estimate, EstimateStatus } from "./toEstimate.ts";
export { type NumericColumn, toNumbers } from "./toNumbers.ts";
export { total } from "./total.ts";
export { type TrimmedWeights, type TrimmingOptions, trimmedWeights, trimWeights } from "./trimWeights.ts";
export { type RankScore, surveyRankTest, surveyTTest, type TwoGroupTest } from "./twoGroupTests.ts";
export { variance } from "./variance.ts";
export { type FTest, regressionTermTest, waldTest } from "./waldTest.ts";
export { type WeightedCovariance, weightedCovarianceMatrix } from "./weightedCovarianceMatrix.ts";
export { type QuantileRule, weightedQuantile } from "./weightedQuantile.ts";
export { type WeightingClass, type WeightingClasses, weightingClasses } from "./weightingClasses.ts";
