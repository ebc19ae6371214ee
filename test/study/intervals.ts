import {
  confidenceInterval,
  type Estimate,
  generalisedVariances,
  type Interval,
  type ProportionMethod,
  proportionInterval,
} from "../../models/statistics/index.ts";

/** What a province's interval is made from in one round. */
export interface Surveyed {
  readonly own: Estimate & { readonly estimate: number; readonly se: number };
  /** Generalised variances, pooled over the provinces of a type. */
  readonly byPsuVariance: { readonly se: number; readonly df: number };
  readonly byDeff: { readonly se: number; readonly df: number };
}

const DIRECT_DF = 2;

/** The intervals compared, by the name under which they are reported. */
export const INTERVALS: Readonly<Record<string, (province: Surveyed) => Interval>> = {
  "normal, direct error": ({ own }) => confidenceInterval(own.estimate, own.se, Number.POSITIVE_INFINITY),
  "t, 2 df, direct error": ({ own }) => confidenceInterval(own.estimate, own.se, DIRECT_DF),
  "t, PSU variance pooled (model-assisted)": ({ own, byPsuVariance: { se, df } }) =>
    confidenceInterval(own.estimate, se, df),
  "t, design effect pooled (model-assisted)": ({ own, byDeff: { se, df } }) =>
    confidenceInterval(own.estimate, se, df),
  "Korn-Graubard, 2 df": (province) => direct(province, "beta"),
  "Wilson, 2 df": (province) => direct(province, "wilson"),
  "logit, 2 df": (province) => direct(province, "logit"),
  "logit, design effect pooled (model-assisted)": ({ own, byDeff: { se, df } }) =>
    proportionInterval({ proportion: own.estimate, se, df, n: own.n }, "logit"),
};

function direct({ own }: Surveyed, method: ProportionMethod): Interval {
  return proportionInterval({ proportion: own.estimate, se: own.se, df: DIRECT_DF, n: own.n }, method);
}

/** Adds the generalised variances to the estimates of a round. */
export function poolVariances(estimates: readonly Estimate[], types: readonly string[]): Surveyed[] {
  const own = estimates.map((one) => {
    if (one.estimate === null || one.se === null)
      throw new Error(`A province without an error: ${one.status}.`);
    return { ...one, estimate: one.estimate, se: one.se };
  });
  const pool = (yardstick: (one: (typeof own)[number]) => number) =>
    generalisedVariances(
      own.map((one, p) => ({
        unit: `P${p}`,
        item: "satisfied",
        type: types[p]!,
        variance: one.se ** 2,
        df: DIRECT_DF,
        yardstick: yardstick(one),
      })),
    ).variances;
  const byPsu = pool(() => 1 / 3);
  const byDeff = pool((one) => (one.estimate * (1 - one.estimate)) / one.n);
  return own.map((one, p) => ({
    own: one,
    byPsuVariance: { se: Math.sqrt(byPsu[p]!.variance!), df: byPsu[p]!.df! },
    byDeff: { se: Math.sqrt(byDeff[p]!.variance!), df: byDeff[p]!.df! },
  }));
}
