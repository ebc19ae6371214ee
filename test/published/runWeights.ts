import {
  type Design,
  degreesOfFreedom,
  estimateJointly,
  mean,
  ratio,
  standardizedMean,
  subpopulation,
  toCategories,
  total,
} from "../../models/statistics/index.ts";
import { dataOf, declareBaseDesign, declareDesign } from "./declareDesign.ts";
import { listwise, type MakeStatistic } from "./listwise.ts";
import type { Quantities, ReferenceCase } from "./reference.ts";
import type { Table } from "./table.ts";

interface WeightedRequest {
  readonly vars: readonly string[];
  readonly ratio?: readonly [string, string] | null;
  readonly by?: string | null;
}

/** Means and totals under adjusted or replicate weights, and what the weights have become. */
export function runWeighted(reference: ReferenceCase, folder: string): Quantities {
  const { vars, ratio: quotient, by } = reference.request as unknown as WeightedRequest;
  const table = dataOf(reference, folder);
  const design = declareDesign(reference, table, folder);
  const first = one(design, table, [vars[0]!], mean);
  return {
    ...named("mean", one(design, table, vars, mean)),
    ...named("total", one(design, table, vars, total)),
    est: first[0]!.estimate,
    se: first[0]!.se,
    ...(quotient ? ratioQuantities(design, table, quotient) : {}),
    ...(by ? domainMeans(design, table, vars[0]!, by) : {}),
    ...(design.kind === "replicate" ? { df_rank: degreesOfFreedom(design) } : {}),
    ...weightQuantities(reference, design, table, folder),
    ...namedTotals(reference, design, table),
  };
}

interface NamedEstimate {
  readonly name: string;
  readonly estimate: number | null;
  readonly se: number;
}

/** Estimates on the rows complete in all the variables; the SE also where the estimate carries none. */
function one(design: Design, table: Table, vars: readonly string[], make: MakeStatistic): NamedEstimate[] {
  const { names, estimates, covariance } = estimateJointly(design, listwise(table, vars, make));
  return names.map((name, k) => ({
    name,
    estimate: estimates[k]!.estimate,
    se: Math.sqrt(covariance[k]![k]!),
  }));
}

function named(what: string, estimates: readonly NamedEstimate[]): Quantities {
  return Object.fromEntries(
    estimates.flatMap(({ name, estimate, se }) => [
      [`${what}.${name}`, estimate],
      [`se_${what}.${name}`, se],
    ]),
  );
}

/**
 * Totals that a case expects beyond its listwise variables: of a level (`total.sexF`), or, when not every variable's total is
 * expected, of a variable asked for alone, on all its own rows.
 */
export function namedTotals({ expected, request }: ReferenceCase, design: Design, table: Table): Quantities {
  const names = Object.keys(expected).flatMap(
    (quantity) => /^(?:se_)?total\.(.+)$/.exec(quantity)?.[1] ?? [],
  );
  const listed = request["vars"] as string[];
  const together = listed.every((name) => names.includes(name));
  const extra = names.filter((name) => !together || !listed.includes(name));
  return Object.assign(
    {},
    ...extra.map((name) => named("total", one(design, table, [name], total))),
  ) as Quantities;
}

function ratioQuantities(design: Design, table: Table, [top, bottom]: readonly [string, string]): Quantities {
  const { estimates, covariance } = estimateJointly(design, {
    it: ratio(table.numbers(top), table.numbers(bottom)),
  });
  return { ratio: estimates[0]!.estimate, se_ratio: Math.sqrt(covariance[0]![0]!) };
}

function domainMeans(design: Design, table: Table, variable: string, by: string): Quantities {
  const { codes, labels } = toCategories(table.labels(by));
  const parts = labels.map((label, code) => {
    const domain = subpopulation(
      design,
      Array.from(codes, (value) => value === code),
    );
    const [found] = one(domain, table, [variable], mean);
    return { [`mean.${label}`]: found!.estimate, [`se.${label}`]: found!.se };
  });
  return Object.assign({}, ...parts) as Quantities;
}

/** Sums, extremes and single values of the final weights w, and their factors g over the weights first given. */
export function weightQuantities(
  reference: ReferenceCase,
  design: Design,
  table: Table,
  folder: string,
): Quantities {
  const before = declareBaseDesign(reference, table, folder).weights;
  const w = design.weights;
  const g = w.map((weight, row) => weight / before[row]!);
  const upper =
    (reference.design["trim"] as { upper?: number } | undefined)?.upper ?? Number.POSITIVE_INFINITY;
  const rows = Object.keys(reference.expected).flatMap(
    (quantity) => /^w_row(\d+)$/.exec(quantity)?.[1] ?? [],
  );
  return {
    sum_w: w.reduce((sum, weight) => sum + weight, 0),
    sum_w2: w.reduce((sum, weight) => sum + weight ** 2, 0),
    min_w: Math.min(...w),
    max_w: Math.max(...w),
    min_g: Math.min(...g),
    max_g: Math.max(...g),
    n_at_upper: w.filter((weight) => Math.abs(weight - upper) < 1e-9).length,
    w_row_last: w.at(-1),
    ...Object.fromEntries(rows.map((row) => [`w_row${row}`, w[Number(row) - 1]])),
  };
}

interface StandardizedRequest {
  readonly var: string;
  readonly by: string;
  readonly over: string;
  readonly population: Readonly<Record<string, number>>;
}

/** Domain means standardised to one population. */
export function runStandardized(reference: ReferenceCase, folder: string): Quantities {
  const { var: variable, by, over, population } = reference.request as unknown as StandardizedRequest;
  const table = dataOf(reference, folder);
  const design = declareDesign(reference, table, folder);
  const { codes, labels } = toCategories(table.labels(by));
  const statistic = standardizedMean(table.numbers(variable), table.labels(over), population);
  const parts = labels.map((label, code) => {
    const domain = subpopulation(
      design,
      Array.from(codes, (value) => value === code),
    );
    const { estimates, covariance } = estimateJointly(domain, { it: statistic });
    return {
      [`est.${label}.${variable}`]: estimates[0]!.estimate,
      [`se.${label}.${variable}`]: Math.sqrt(covariance[0]![0]!),
    };
  });
  return Object.assign({}, ...parts) as Quantities;
}
