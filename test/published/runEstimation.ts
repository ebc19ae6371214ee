import {
  degreesOfFreedom,
  type EstimateOptions,
  effectiveSampleSize,
  estimate,
  estimateJointly,
  estimateProportion,
  estimateQuantile,
  type JointEstimates,
  kishDesignEffect,
  mean,
  type ProportionMethod,
  type QuantileRule,
  ratio,
  subpopulation,
  toCategories,
  variance,
} from "../../models/statistics/index.ts";
import { dataOf, declareDesign, selectRows } from "./declareDesign.ts";
import { listwise, statisticOf } from "./listwise.ts";
import type { Quantities, ReferenceCase, Runner } from "./reference.ts";
import { runComposite, runContrast } from "./runContrasts.ts";
import { namedTotals, runStandardized, runWeighted, weightQuantities } from "./runWeights.ts";

/** Means, totals, ratios, domains, intervals, calibration, trimming and replicates. */
export const estimationRunners: readonly Runner[] = [
  { handles: ({ request }) => ["mean", "total"].includes(request.estimator), run: runMeansOrTotals },
  { handles: ({ request }) => request.estimator === "ratio", run: runRatio },
  { handles: ({ request }) => request.estimator === "degf", run: runDegreesOfFreedom },
  { handles: ({ request }) => request.estimator === "proportion", run: runProportion },
  { handles: ({ request }) => request.estimator === "quantile", run: runQuantiles },
  { handles: ({ request }) => request.estimator === "variance", run: runVariance },
  { handles: ({ request }) => request.estimator === "contrast", run: runContrast },
  { handles: ({ request }) => request.estimator === "composite" && "formula" in request, run: runComposite },
  { handles: ({ request }) => request.estimator === "standardised domain mean", run: runStandardized },
  {
    handles: ({ request }) => /^mean.*(after|from replicates|\+total)/.test(request.estimator),
    run: runWeighted,
  },
];

interface VariablesRequest {
  readonly vars: readonly string[];
  readonly by?: string | null;
  readonly ci?: { readonly level: number };
}

function runMeansOrTotals(reference: ReferenceCase, folder: string): Quantities {
  const { vars, by, ci } = reference.request as unknown as VariablesRequest;
  const table = dataOf(reference, folder);
  const design = declareDesign(reference, table, folder);
  const options = { ...optionsOf(reference), level: ci?.level };
  const statistics = listwise(table, vars, statisticOf(reference.request.estimator));
  const whole = estimateJointly(design, statistics, options);
  if (!by) return { ...jointQuantities(whole), df: degreesOfFreedom(design) };
  const { codes, labels } = toCategories(table.labels(by));
  const parts = labels.map((label, code) => {
    const domain = subpopulation(
      design,
      Array.from(codes, (one) => one === code),
    );
    return jointQuantities(estimateJointly(domain, statistics, options), `${label}.`);
  });
  return {
    ...(Object.assign({}, ...parts) as Quantities),
    ...jointQuantities(whole, "ALL."),
    ...weightQuantities(reference, design, table, folder),
    ...namedTotals(reference, design, table),
  };
}

/** Intervals take the design's own df; R compares with a sample with replacement where the case says so. */
function optionsOf(reference: ReferenceCase): EstimateOptions {
  const replace = /deff=["']?replace/.test(reference.r_call ?? "");
  return { df: "design", comparedWith: replace ? "with_replacement" : "without_replacement" };
}

/** est., se., lo., hi., deff. of every name and cov. of every two. */
export function jointQuantities({ names, estimates, covariance }: JointEstimates, prefix = ""): Quantities {
  const quantities: Record<string, number | null> = {};
  names.forEach((name, i) => {
    const one = estimates[i]!;
    quantities[`est.${prefix}${name}`] = one.estimate;
    quantities[`se.${prefix}${name}`] = Math.sqrt(covariance[i]![i]!);
    quantities[`lo.${prefix}${name}`] = one.low;
    quantities[`hi.${prefix}${name}`] = one.high;
    quantities[`deff.${prefix}${name}`] = one.deff;
    names.forEach((other, j) => {
      quantities[`cov.${prefix}${name}.${other}`] = covariance[i]![j]!;
    });
  });
  return quantities;
}

function runRatio(reference: ReferenceCase, folder: string): Quantities {
  const { numerator, denominator } = reference.request as unknown as {
    numerator: string;
    denominator: string;
  };
  const table = dataOf(reference, folder);
  const design = declareDesign(reference, table, folder);
  const quotient = ratio(table.numbers(numerator), table.numbers(denominator));
  const { estimate: est, se, low: lo, high: hi } = estimate(design, quotient, optionsOf(reference));
  return { est, se, lo, hi, df: degreesOfFreedom(design) };
}

function runDegreesOfFreedom(reference: ReferenceCase, folder: string): Quantities {
  const table = dataOf(reference, folder);
  const design = declareDesign(reference, table, folder);
  const rows = selectRows(table, reference.request["domain"] as string);
  return {
    df_full: degreesOfFreedom(design),
    df_domain: degreesOfFreedom(subpopulation(design, rows)),
    n: rows.filter(Boolean).length,
  };
}

interface ProportionRequest {
  readonly var: string;
  readonly ci: { readonly level: number; readonly method: ProportionMethod };
}

function runProportion(reference: ReferenceCase, folder: string): Quantities {
  const { var: variable, ci } = reference.request as unknown as ProportionRequest;
  const table = dataOf(reference, folder);
  const design = declareDesign(reference, table, folder);
  const options = { ...optionsOf(reference), level: ci.level };
  const one = estimateProportion(design, table.numbers(variable), ci.method, options);
  return { est: one.estimate, se: one.se, lo: one.low, hi: one.high, df: one.df, n: one.n };
}

interface QuantileRequest {
  readonly var: string;
  readonly probs: readonly number[];
  readonly interval: ProportionMethod;
  readonly qrule: QuantileRule;
  readonly level: number;
}

function runQuantiles(reference: ReferenceCase, folder: string): Quantities {
  const {
    var: variable,
    probs,
    interval,
    qrule: rule,
    level,
  } = reference.request as unknown as QuantileRequest;
  const table = dataOf(reference, folder);
  const design = declareDesign(reference, table, folder);
  const parts = probs.map((p) => {
    const one = estimateQuantile(design, table.numbers(variable), p, { df: "design", interval, rule, level });
    return { [`q.${p}`]: one.estimate, [`lo.${p}`]: one.low, [`hi.${p}`]: one.high, [`se.${p}`]: one.se };
  });
  return Object.assign({}, ...parts) as Quantities;
}

function runVariance(reference: ReferenceCase, folder: string): Quantities {
  const table = dataOf(reference, folder);
  const design = declareDesign(reference, table, folder);
  const values = table.numbers(reference.request["var"] as string);
  const spread = estimate(design, variance(values));
  const average = estimate(design, mean(values));
  return {
    var: spread.estimate,
    se_var: spread.se,
    sd: Math.sqrt(spread.estimate!),
    cv_mean: average.se! / average.estimate!,
    kish_deff_w: kishDesignEffect(design.weights),
    n_eff_kish: effectiveSampleSize(design.weights),
  };
}
