import { betaQuantile } from "./betaQuantile.ts";
import { confidenceInterval, type Interval } from "./confidenceInterval.ts";
import type { EstimatedProportion } from "./estimatedProportion.ts";
import { expit } from "./interceptLogit.ts";
import { likelihoodInterval } from "./likelihoodInterval.ts";
import { studentQuantile } from "./studentQuantile.ts";

/**
 * - `mean`: p ± t se.
 * - `logit`, `xlogit`: t interval on log(p/(1−p)) by the delta method.
 * - `asin`: t interval on asin √p.
 * - `wilson`: score interval with n_eff for n and t for z.
 * - `beta`: Korn and Graubard (1998), Clopper–Pearson with n_eff scaled by (t_{n−1}/t_df)².
 * - `likelihood`: where the Rao–Scott scaled profile likelihood reaches ±t (see `likelihoodInterval`).
 */
export type ProportionMethod = "mean" | "logit" | "xlogit" | "asin" | "wilson" | "beta" | "likelihood";

/** Settings of an interval for a proportion. */
export interface ProportionIntervalOptions {
  readonly level?: number | undefined;
  /** Design effect assumed where none can be estimated (p = 0 or 1); 1 when absent. */
  readonly assumedDeff?: number | undefined;
}

/** An error of this relative size is rounding: the proportion is known, as that of a calibrated margin is. */
const ROUNDING = 1e-12;

/**
 * Confidence interval of an estimated proportion, n_eff = p(1−p)/se².
 *
 * At p = 0 or 1 the estimated error is 0 and n_eff has no value. Then `beta` and `wilson` take n over the assumed design effect
 * (one-sided at that end, by nature), and every other method has no interval. n_eff may exceed n (deff < 1), as in R.
 *
 * Korn, Graubard (1998), Survey Methodology 24, 193–201. Rao, Scott (1984), Ann. Statist. 12, 46–60.
 *
 * @example proportionInterval({ proportion: 0.1, se: 0.02, df: 30, n: 400 }, "wilson") // { low: 0.065…, high: 0.149… }
 * @returns nulls where the method has no interval
 */
export function proportionInterval(
  estimated: EstimatedProportion,
  method: ProportionMethod,
  { level = 0.95, assumedDeff = 1 }: ProportionIntervalOptions = {},
): Interval {
  const { proportion: p, se, df, n } = estimated;
  const critical = studentQuantile((1 + level) / 2, df);
  const certain = p <= 0 || p >= 1;
  const nEff = certain ? n / assumedDeff : (p * (1 - p)) / se ** 2;
  const none = { low: null, high: null };
  if (critical === null || (certain && method !== "beta" && method !== "wilson")) return none;
  if (!certain && se <= ROUNDING * p * (1 - p)) return { low: p, high: p };
  switch (method) {
    case "mean":
      return confidenceInterval(p, se, df, level);
    case "logit":
    case "xlogit":
      return back(expit, Math.log(p / (1 - p)), se / (p * (1 - p)), critical);
    case "asin":
      return arcsineInterval(p, se, critical);
    case "wilson":
      return wilsonInterval(p, nEff, critical);
    case "likelihood":
      return n < 2 ? none : likelihoodInterval(estimated, critical);
    case "beta":
      return n < 2 ? none : kornGraubardInterval(p, nEff, n, critical, level);
  }
}

function back(inverse: (value: number) => number, centre: number, se: number, critical: number): Interval {
  return { low: inverse(centre - critical * se), high: inverse(centre + critical * se) };
}

/** Beyond 0 and π/2 the sine turns back: an end outside stays at 0 or 1. */
function arcsineInterval(p: number, se: number, critical: number): Interval {
  const inverse = (angle: number) => Math.sin(Math.min(Math.max(angle, 0), Math.PI / 2)) ** 2;
  return back(inverse, Math.asin(Math.sqrt(p)), se / (2 * Math.sqrt(p * (1 - p))), critical);
}

function wilsonInterval(p: number, nEff: number, z: number): Interval {
  const centre = (p + z ** 2 / (2 * nEff)) / (1 + z ** 2 / nEff);
  const half = (z / (1 + z ** 2 / nEff)) * Math.sqrt((p * (1 - p)) / nEff + z ** 2 / (4 * nEff ** 2));
  return { low: p <= 0 ? 0 : Math.max(0, centre - half), high: p >= 1 ? 1 : Math.min(1, centre + half) };
}

function kornGraubardInterval(p: number, nEff: number, n: number, critical: number, level: number): Interval {
  const size = nEff * (studentQuantile((1 + level) / 2, n - 1)! / critical) ** 2;
  const tail = (1 - level) / 2;
  return {
    low: betaQuantile(tail, size * p, size * (1 - p) + 1),
    high: betaQuantile(1 - tail, size * p + 1, size * (1 - p)),
  };
}
