import {
  completeCases,
  contrast,
  deltaMethod,
  estimateJointly,
  type JointEstimates,
  mean,
  type Statistic,
  toCategories,
} from "../../models/statistics/index.ts";
import { dataOf, declareDesign, selectRows } from "./declareDesign.ts";
import { evaluate } from "./expression.ts";
import { listwise, restrict, statisticOf } from "./listwise.ts";
import type { Quantities, ReferenceCase } from "./reference.ts";
import { jointQuantities } from "./runEstimation.ts";
import type { Table } from "./table.ts";

type Formula = (values: Readonly<Record<string, number>>) => number;

interface ContrastRequest {
  /** "means of a, b", or "domain means of a by g". */
  readonly of: string;
  readonly weights?: readonly number[] | Readonly<Record<string, number>>;
  readonly expression?: string;
}

/** Linear contrasts and functions of means, of totals, or of the means of domains. */
export function runContrast(reference: ReferenceCase, folder: string): Quantities {
  const { of, weights = {}, expression } = reference.request as unknown as ContrastRequest;
  const table = dataOf(reference, folder);
  const joint = estimateJointly(declareDesign(reference, table, folder), contrastedStatistics(table, of));
  const byName = (
    Array.isArray(weights)
      ? Object.fromEntries(joint.names.map((name, k) => [name, weights[k] ?? 0]))
      : weights
  ) as Record<string, number>;
  const formula: Formula = (values) =>
    Number(evaluate(expression!, { name: (name) => values[name] ?? null }));
  const one = expression === undefined ? contrast(joint, byName) : deltaMethod(joint, formula);
  const independent = contrast(uncorrelated(joint), byName);
  return { ...jointQuantities(joint), est: one.estimate, se: one.se, se_if_independent: independent.se };
}

function contrastedStatistics(table: Table, of: string): Record<string, Statistic> {
  const [, domains, what, list, by] = /^(domain )?(means|totals) of (.+?)(?: by (\w+))?$/.exec(of) ?? [];
  if (list === undefined || what === undefined) throw new Error(`Cannot read the contrast of "${of}".`);
  const make = statisticOf(what);
  if (domains === undefined) return listwise(table, list.split(/,\s*/), make);
  const values = table.numbers(list);
  const { codes, labels } = toCategories(table.labels(by!));
  return Object.fromEntries(
    labels.map((label, code) => [
      label,
      make(
        restrict(
          values,
          Uint8Array.from(codes, (one) => Number(one === code)),
        ),
      ),
    ]),
  );
}

function uncorrelated(joint: JointEstimates): JointEstimates {
  return {
    ...joint,
    covariance: joint.covariance.map((row, i) => row.map((value, j) => (i === j ? value : 0))),
  };
}

/** "62.5 + 12*mean(sat) + 5*ratio(hours<=4 -> mean)": every call is a mean, on rows complete in all of them. */
export function runComposite(reference: ReferenceCase, folder: string): Quantities {
  const text = reference.request["formula"] as string;
  const table = dataOf(reference, folder);
  const columns = new Map<string, Float64Array>();
  evaluate(text, {
    name: () => null,
    call: (_, argument) => {
      columns.set(argument, averagedColumn(table, argument));
      return 0;
    },
  });
  const rows = completeCases(...columns.values());
  const means = Object.fromEntries(
    [...columns].map(([name, column]) => [name, mean(restrict(column, rows))]),
  );
  const joint = estimateJointly(declareDesign(reference, table, folder), means);
  const formula: Formula = (values) =>
    Number(evaluate(text, { name: () => null, call: (_, argument) => values[argument]! }));
  const one = deltaMethod(joint, formula);
  const parts = joint.names.map((name, k) => [`mean.${shortName(name)}`, joint.estimates[k]!.estimate]);
  return {
    ...Object.fromEntries(parts),
    est: one.estimate,
    se: one.se,
    se_no_cov: deltaMethod(uncorrelated(joint), formula).se,
  };
}

/** The set calls the mean of its one condition, hours <= 4, `fast`. */
function shortName(argument: string): string {
  return argument.includes("->") ? "fast" : argument;
}

/** A variable's column, or the 0/1 column of a condition ("hours <= 4 -> mean"). */
function averagedColumn(table: Table, argument: string): Float64Array {
  const [condition, arrow] = argument.split(" -> ");
  if (arrow === undefined) return table.numbers(argument);
  const named = table.names.filter((name) => condition!.split(" ").includes(name));
  const complete = completeCases(...named.map((name) => table.numbers(name)));
  return restrict(Float64Array.from(selectRows(table, condition!), Number), complete);
}
