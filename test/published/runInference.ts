import { join } from "node:path";
import {
  arithmeticIndex,
  averageRankShift,
  competitionRanks,
  correlation,
  correlationMatrix,
  cronbachAlpha,
  type Design,
  degreesOfFreedom,
  estimate,
  estimateJointly,
  type Family,
  fayHerriot,
  geometricIndex,
  goldsteinHealyMultiplier,
  goodnessOfFitTest,
  type IndependenceStatistic,
  independentCovariance,
  indicatorImportance,
  kleinWrightWieczorekSets,
  type ModelTerms,
  marginalRankSets,
  mean,
  minMaxScores,
  oneFactorModel,
  pairwiseComparisons,
  principalComponents,
  propensityClasses,
  type RankScore,
  type RankSet,
  raoScottTest,
  regressionTermTest,
  responsePropensity,
  responseRepresentativeness,
  simulatedRanks,
  simultaneousRankSets,
  sobolIndices,
  surveyDesign,
  surveyRankTest,
  surveyRegression,
  surveyTTest,
  type TwoGroupTest,
  toCategories,
  weightedCovarianceMatrix,
  weightingClasses,
  weightsInDomain,
  zScores,
} from "../../models/statistics/index.ts";
import { dataOf, declareDesign } from "./declareDesign.ts";
import type { Quantities, ReferenceCase, Runner } from "./reference.ts";
import { readTable, type Table } from "./table.ts";

/** Tests, models, reliability, nonresponse, ranks, composites and small areas. */
export const inferenceRunners: readonly Runner[] = [
  runner("chisq", runIndependenceTest),
  runner("ttest", runTTest),
  runner("ranktest", runRankTest),
  runner("gofchisq", runGoodnessOfFit),
  runner("glm", runRegression),
  runner("pairwise", runPairwise),
  runner("reliability", runReliability),
  runner("factor", runFactor),
  runner("class-adjusted mean", runWeightingClasses),
  runner("propensity", runPropensity),
  runner("rank sets", runRankSets),
  runner("composite", runComposite),
  runner("sobol", runSobol),
  runner("fay_herriot", runFayHerriot),
];

type Run = (reference: ReferenceCase, table: Table, folder: string) => Quantities;

function runner(estimator: string, run: Run): Runner {
  return {
    handles: ({ request }) => request.estimator === estimator,
    run: (reference, folder) => run(reference, dataOf(reference, folder), folder),
  };
}

function runIndependenceTest(reference: ReferenceCase, table: Table, folder: string): Quantities {
  const { rows, cols, statistic } = reference.request as unknown as {
    rows: string;
    cols: string;
    statistic: IndependenceStatistic;
  };
  const design = declareDesign(reference, table, folder);
  const test = raoScottTest(design, table.labels(rows), table.labels(cols), statistic);
  return { statistic: test.statistic, param1: test.numeratorDf, param2: test.denominatorDf, p: test.p };
}

interface GroupRequest {
  readonly var: string;
  readonly group: string;
  readonly test?: string;
}

function runTTest(reference: ReferenceCase, table: Table, folder: string): Quantities {
  const { var: variable, group } = reference.request as unknown as GroupRequest;
  const design = declareDesign(reference, table, folder);
  return groupQuantities(surveyTTest(design, table.numbers(variable), table.labels(group)));
}

const RANK_SCORES: Readonly<Record<string, RankScore>> = {
  wilcoxon: "wilcoxon",
  vanderWaerden: "van der waerden",
  median: "median",
  KruskalWallis: "wilcoxon",
};

function runRankTest(reference: ReferenceCase, table: Table, folder: string): Quantities {
  const { var: variable, group, test } = reference.request as unknown as GroupRequest;
  const design = declareDesign(reference, table, folder);
  const score = RANK_SCORES[test ?? "wilcoxon"];
  return groupQuantities(surveyRankTest(design, table.numbers(variable), table.labels(group), score));
}

function groupQuantities({ estimate, t, df, p, low, high }: TwoGroupTest): Quantities {
  return { diff: estimate, t, df, p, lo: low, hi: high };
}

function runGoodnessOfFit(reference: ReferenceCase, table: Table, folder: string): Quantities {
  const { var: variable, p } = reference.request as unknown as { var: string; p: readonly number[] };
  const test = goodnessOfFitTest(declareDesign(reference, table, folder), table.labels(variable), p);
  return { statistic: test.statistic, scale: test.scale, df: test.df, p: test.p };
}

const FAMILIES: Readonly<Record<string, Family>> = {
  gaussian: "gaussian",
  quasibinomial: "binomial",
  quasipoisson: "poisson",
};

function runRegression(reference: ReferenceCase, table: Table, folder: string): Quantities {
  const { formula, family, term } = reference.request as unknown as Record<string, string>;
  const [outcome, right] = formula!.split("~").map((side) => side.trim());
  const design = declareDesign(reference, table, folder);
  const model = surveyRegression(design, table.numbers(outcome!), termsOf(table, right!), FAMILIES[family!]);
  const test = term
    ? regressionTermTest(
        model,
        term
          .replace("~", "")
          .split("+")
          .map((name) => name.trim()),
      )
    : null;
  return {
    ...named(
      "b",
      model.names,
      model.estimates.map(({ estimate }) => estimate),
    ),
    ...named(
      "se",
      model.names,
      model.estimates.map(({ se }) => se),
    ),
    df_resid: model.df,
    F: test?.f,
    df: test?.numeratorDf,
    ddf: test?.denominatorDf,
    p: test?.p,
  };
}

/** The terms of a formula's right side: a text column, or one inside factor(), is a classification. */
function termsOf(table: Table, right: string): ModelTerms {
  return Object.fromEntries(
    right.split("+").map((part) => {
      const term = part.trim();
      const name = term.replace(/^factor\((.*)\)$/, "$1");
      const isNumeric = name === term && table.isNumeric(name);
      return [term, isNumeric ? { numbers: table.numbers(name) } : { categories: table.labels(name) }];
    }),
  );
}

function named(prefix: string, names: readonly string[], values: readonly (number | null)[]): Quantities {
  return Object.fromEntries(names.map((name, i) => [`${prefix}.${name}`, values[i]]));
}

function domainMeans(design: Design, values: Float64Array, labels: readonly (string | null)[]) {
  const statistics = toCategories(labels).labels.map((label) => {
    const own = values.map((value, row) => (labels[row] === label ? value : Number.NaN));
    return [label, mean(own)] as const;
  });
  return estimateJointly(design, Object.fromEntries(statistics));
}

function runPairwise(reference: ReferenceCase, table: Table, folder: string): Quantities {
  const { var: variable, by } = reference.request as unknown as { var: string; by: string };
  const design = declareDesign(reference, table, folder);
  const { names, estimates, covariance } = domainMeans(design, table.numbers(variable), table.labels(by));
  const values = estimates.map(({ estimate }) => estimate);
  const pairs = pairwiseComparisons({ names, estimates: values, covariance }, degreesOfFreedom(design));
  const pairNames = pairs.map(({ first, second }) => `${first}_${second}`);
  return {
    ...named(
      "t",
      pairNames,
      pairs.map(({ t }) => t),
    ),
    ...named(
      "p",
      pairNames,
      pairs.map(({ p }) => p),
    ),
    ...named(
      "bonf",
      pairNames,
      pairs.map(({ bonferroni }) => bonferroni),
    ),
    ...named(
      "holm",
      pairNames,
      pairs.map(({ holm }) => holm),
    ),
    ...named(
      "bh",
      pairNames,
      pairs.map(({ benjaminiHochberg }) => benjaminiHochberg),
    ),
    n_pairs: pairs.length,
  };
}

function itemCovariance(reference: ReferenceCase, table: Table, folder: string) {
  const { items } = reference.request as unknown as { items: readonly string[] };
  const design = declareDesign(reference, table, folder);
  return {
    items,
    ...weightedCovarianceMatrix(items.map(table.numbers), weightsInDomain(design, design.weights)),
  };
}

function runReliability(reference: ReferenceCase, table: Table, folder: string): Quantities {
  const { items, covariance, n } = itemCovariance(reference, table, folder);
  const { alpha, standardised, ifDropped, itemRest } = cronbachAlpha(covariance);
  const { eigenvalues, vectors } = principalComponents(correlationMatrix(covariance)!);
  return {
    alpha,
    alpha_std: standardised,
    ...named("alpha_drop", items, ifDropped),
    ...named("item_rest_r", items, itemRest),
    ...Object.fromEntries(eigenvalues.map((value, i) => [`eig${i + 1}`, value])),
    ...named("pc1", items, vectors[0]!),
    omega_n: n,
  };
}

function runFactor(reference: ReferenceCase, table: Table, folder: string): Quantities {
  const { items, covariance } = itemCovariance(reference, table, folder);
  const { loadings, uniquenesses } = oneFactorModel(correlationMatrix(covariance)!);
  return { ...named("load", items, loadings), ...named("uniq", items, uniquenesses) };
}

function runWeightingClasses(reference: ReferenceCase, table: Table): Quantities {
  const { respondents, classes, frame_weight } = reference.design as unknown as {
    respondents: string;
    classes: readonly string[];
    frame_weight: number;
  };
  const responded = table.numbers(respondents.split("==")[0]!);
  const columns = classes.map(table.labels);
  const label = columns[0]!.map((_, row) => columns.map((column) => column[row]).join("."));
  const adjusted = weightingClasses(new Float64Array(table.rows).fill(frame_weight), label, responded);
  const unitsOf = new Map(adjusted.classes.map((one) => [one.label, one.units]));
  const rows = Array.from(responded.keys()).filter((row) => responded[row] === 1);
  const score = Float64Array.from(rows, (row) => table.numbers(reference.request["var"] as string)[row]!);
  const weights = rows.map((row) => adjusted.weights[row]!);
  const design = surveyDesign({
    strata: rows.map((row) => label[row]),
    weights,
    populationCounts: [rows.map((row) => unitsOf.get(label[row]!))],
    lonelyPsu: "remove",
  });
  const whole = estimate(design, mean(score));
  const byFirst = domainMeans(
    design,
    score,
    rows.map((row) => columns[0]![row]!),
  );
  const domainNames = byFirst.names.map((name) => `${name}.${reference.request["var"]}`);
  return {
    est: whole.estimate,
    se: whole.se,
    sum_w: weights.reduce((sum, weight) => sum + weight, 0),
    max_w: Math.max(...weights),
    min_class_n: Math.min(...adjusted.classes.map((one) => one.respondents)),
    response_rate: rows.length / table.rows,
    ...named(
      "est",
      domainNames,
      byFirst.estimates.map(({ estimate }) => estimate),
    ),
    ...named(
      "se",
      domainNames,
      byFirst.estimates.map(({ se }) => se),
    ),
  };
}

function runPropensity(reference: ReferenceCase, table: Table): Quantities {
  const [left, right] = (reference.request["formula"] as string).split("~").map((side) => side.trim());
  const responded = table.numbers(left!);
  const { names, coefficients, propensities } = responsePropensity(responded, termsOf(table, right!));
  const { indicator, coefficientOfVariation } = responseRepresentativeness(propensities);
  const weights = propensities.map((p, row) => responded[row]! / p);
  const score = table.numbers("score");
  const classes = propensityClasses(propensities, 5);
  const classMeans = [0, 1, 2, 3, 4].map((one) =>
    averageOf(propensities.filter((_, row) => classes[row] === one)),
  );
  return {
    ...named("b", names, coefficients),
    mean_ipw: estimate(surveyDesign({ weights: Float64Array.from(weights) }), mean(score)).estimate,
    sum_w: weights.reduce((sum, weight) => sum + weight, 0),
    R_indicator: indicator,
    cv_R: coefficientOfVariation,
    min_p: Math.min(...propensities),
    max_p: Math.max(...propensities),
    quintile_max_ratio: Math.max(...classMeans) / Math.min(...classMeans),
  };
}

function averageOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

function runRankSets(reference: ReferenceCase, table: Table, folder: string): Quantities {
  const units = table.labels("unit") as string[];
  const estimates = [...table.numbers("est")];
  const se = [...table.numbers("se")];
  const given = readTable(join(folder, reference.design["draws"] as string));
  const deviations = Float64Array.from(
    units.flatMap((unit, j) => [...given.numbers(unit)].map((z) => z * se[j]!)),
  );
  const draws = { draws: given.rows, units: units.length, deviations };
  const df = units.map(() => Number.POSITIVE_INFINITY);
  const compared = { units, estimates, covariance: independentCovariance(se), df };
  const coverage = reference.request["coverage"] as number;
  const single = simultaneousRankSets(compared, draws, { coverage, stepDown: false });
  const step = simultaneousRankSets(compared, draws, { coverage });
  const described = simulatedRanks(compared, draws, 3);
  return {
    crit_single: single.criticalValues[0],
    crit_last: step.criticalValues.at(-1),
    n_steps: step.criticalValues.length,
    ...setQuantities("single", units, single.sets),
    ...setQuantities("step", units, step.sets),
    ...setQuantities("marg", units, marginalRankSets(compared, draws, { coverage }).sets),
    ...setQuantities("kww", units, kleinWrightWieczorekSets(compared, { coverage })),
    goldstein_healy_mult: goldsteinHealyMultiplier(se),
    ...named(
      "p_top3",
      units,
      described.map(({ topShare }) => topShare),
    ),
    ...named(
      "mean_rank",
      units,
      described.map(({ meanRank }) => meanRank),
    ),
  };
}

function setQuantities(prefix: string, units: readonly string[], sets: readonly RankSet[]): Quantities {
  return {
    ...named(
      `${prefix}.L`,
      units,
      sets.map(({ low }) => low),
    ),
    ...named(
      `${prefix}.U`,
      units,
      sets.map(({ high }) => high),
    ),
  };
}

function runComposite(reference: ReferenceCase, table: Table): Quantities {
  const { direction, weights: weightOf } = reference.design as unknown as {
    direction: Record<string, number>;
    weights: Record<string, number>;
  };
  const names = Object.keys(weightOf);
  const weights = Object.values(weightOf);
  const equal = names.map(() => 1 / names.length);
  const normalise = (by: typeof minMaxScores) =>
    names.map((name) => by([...table.numbers(name)], direction[name]! < 0 ? "cost" : "benefit"));
  const scores = normalise(minMaxScores);
  const arithmetic = arithmeticIndex(scores, weights);
  const geometric = geometricIndex(scores, weights, 1);
  const ranks = competitionRanks(arithmetic) as number[];
  const equalRanks = competitionRanks(arithmeticIndex(scores, equal)) as number[];
  const units = table.labels("unit") as string[];
  return {
    ...named("arith", units, arithmetic),
    ...named("geom", units, geometric),
    ...named("zscore", units, arithmeticIndex(normalise(zScores), weights)),
    ...named("rank", units, ranks),
    avg_rank_shift_equal_w: averageRankShift(ranks, equalRanks),
    avg_rank_shift_geom: averageRankShift(ranks, competitionRanks(geometric) as number[]),
    ...named("main_effect_r2", names, indicatorImportance(scores, arithmetic)),
    spearman_equal_w: correlation(ranks, equalRanks),
  };
}

function runSobol(_: ReferenceCase, table: Table): Quantities {
  const inputs = table.names.filter((name) => name.startsWith("a")).length;
  const sample = (letter: string) => {
    const columns = Array.from({ length: inputs }, (_unused, i) => table.numbers(`${letter}${i + 1}`));
    return Array.from({ length: table.rows }, (_unused, row) => columns.map((column) => column[row]!));
  };
  const result = sobolIndices(ishigami, sample("a"), sample("b"))!;
  return {
    ...Object.fromEntries(result.first.map((value, i) => [`S${i + 1}`, value])),
    ...Object.fromEntries(result.total.map((value, i) => [`ST${i + 1}`, value])),
    V: result.variance,
  };
}

/** Ishigami's function with a = 7 and b = 0.1, of inputs uniform on (0, 1). */
function ishigami(u: readonly number[]): number {
  const [x, y, z] = u.map((value) => Math.PI * (2 * value - 1)) as [number, number, number];
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

function runFayHerriot(reference: ReferenceCase, table: Table): Quantities {
  const request = reference.request as unknown as {
    y: string;
    x: readonly string[];
    sampling_variance: string;
  };
  const columns = request.x.map((name) =>
    name === "1" ? new Float64Array(table.rows).fill(1) : table.numbers(name),
  );
  const rows = Array.from({ length: table.rows }, (_, row) => columns.map((column) => column[row]!));
  const fit = fayHerriot([...table.numbers(request.y)], rows, [...table.numbers(request.sampling_variance)]);
  const areas = table.labels("area") as string[];
  return {
    A: fit.areaVariance,
    ...Object.fromEntries(fit.coefficients.map((value, i) => [`b${i}`, value])),
    ...named(
      "eblup",
      areas,
      fit.areas.map(({ estimate }) => estimate),
    ),
    ...named(
      "mse",
      areas,
      fit.areas.map(({ mse }) => mse),
    ),
    ...named(
      "gamma",
      areas,
      fit.areas.map(({ gamma }) => gamma),
    ),
  };
}
