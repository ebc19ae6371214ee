import {
  type Design,
  degreesOfFreedom,
  type EstimateOptions,
  estimate,
  estimateJointly,
  type JointEstimates,
  mean,
  ratio,
  type Statistic,
  subpopulation,
  toCategories,
  total,
} from "../../models/statistics/index.ts";
import { dataOf, declareDesign, selectRows } from "./declareDesign.ts";
import type { Quantities, ReferenceCase, Runner } from "./reference.ts";
import type { Table } from "./table.ts";

/** Means, totals, ratios, domains, intervals, calibration, trimming and replicates. */
export const estimationRunners: readonly Runner[] = [
  { handles: (reference) => isOne(reference, "mean", "total"), run: runMeansOrTotals },
  { handles: (reference) => isOne(reference, "ratio"), run: runRatio },
  { handles: (reference) => isOne(reference, "degf"), run: runDegreesOfFreedom },
];

function isOne({ request }: ReferenceCase, ...estimators: readonly string[]): boolean {
  return estimators.includes(request.estimator);
}

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
  const make = reference.request.estimator === "total" ? total : mean;
  const statistics = listwise(table, vars, make);
  if (!by)
    return { ...jointQuantities(estimateJointly(design, statistics, options)), df: degreesOfFreedom(design) };
  return byDomain(design, table, by, statistics, options);
}

/** R compares with a sample with replacement where the case says so. */
function optionsOf(reference: ReferenceCase): EstimateOptions {
  const replace = /deff=["']?replace/.test(reference.r_call ?? "");
  return { df: "design", comparedWith: replace ? "with_replacement" : "without_replacement" };
}

/** A statistic for each variable, all on the rows without a missing value in any of them. */
function listwise(
  table: Table,
  vars: readonly string[],
  make: (column: Float64Array) => Statistic,
): Record<string, Statistic> {
  const columns = new Map(vars.map((name) => [name, table.numbers(name)]));
  const complete = Uint8Array.from({ length: table.rows }, (_, row) =>
    [...columns.values()].every((column) => !Number.isNaN(column[row]!)) ? 1 : 0,
  );
  return Object.fromEntries(
    [...columns].map(([name, column]) => [
      name,
      make(column.map((value, row) => (complete[row] === 1 ? value : Number.NaN))),
    ]),
  );
}

/** est., se., lo., hi., deff. of every name and cov. of every two. */
function jointQuantities({ names, estimates, covariance }: JointEstimates, prefix = ""): Quantities {
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

function byDomain(
  design: Design,
  table: Table,
  by: string,
  statistics: Record<string, Statistic>,
  options: EstimateOptions,
): Quantities {
  const { codes, labels } = toCategories(table.labels(by));
  const parts = labels.map((label, code) => {
    const domain = subpopulation(
      design,
      Array.from(codes, (one) => one === code),
    );
    return jointQuantities(estimateJointly(domain, statistics, options), `${label}.`);
  });
  return Object.assign({}, ...parts) as Quantities;
}

function runRatio(reference: ReferenceCase, folder: string): Quantities {
  const { numerator, denominator } = reference.request as unknown as {
    numerator: string;
    denominator: string;
  };
  const table = dataOf(reference, folder);
  const design = declareDesign(reference, table, folder);
  const {
    estimate: est,
    se,
    low: lo,
    high: hi,
  } = estimate(design, ratio(table.numbers(numerator), table.numbers(denominator)), optionsOf(reference));
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
