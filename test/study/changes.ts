import { confidenceInterval, seededStream } from "../../models/statistics/index.ts";
import { overlapCovariance } from "../../models/statistics/overlapCovariance.ts";
import {
  drawDistricts,
  type Nonresponse,
  rotateDistricts,
  type Sampled,
  surveyProvince,
} from "./drawProvince.ts";
import { average, percent } from "./monteCarlo.ts";
import { DISTRICTS, drawYearLater, type Population } from "./population.ts";

/** How the second year's districts are chosen: so many of the first year's three, or three drawn anew. */
const OVERLAPS = [0, 1, 2, 3, "anew"] as const;
const NONRESPONSE: readonly Nonresponse[] = ["none", "ignorable"];

/** The interval of a change as published, and as it would be if the two years were taken as independent. */
type Method = "V₁ + V₂ − 2C" | "C left out";
const METHODS: readonly Method[] = ["V₁ + V₂ − 2C", "C left out"];

/** Means over the provinces of a round. */
interface RoundFindings {
  readonly covered: number;
  readonly width: number;
  /** Said to have changed, and the truth changed the other way. */
  readonly wrong: number;
  /** Said to have changed the way that it did. */
  readonly told: number;
  /** Estimated variances and squared errors, of which the first should be the mean of the second. */
  readonly variance: number;
  readonly squaredError: number;
}

/**
 * How often the interval of a change between two years holds the true change, with the districts of both years in common or
 * not: two years of the same invented country, each surveyed as in the rest of the study.
 */
export function changeSection(earlier: Population, seed: number, rounds: number): string {
  const later = drawYearLater(earlier, seed);
  const rows = NONRESPONSE.flatMap((nonresponse) =>
    OVERLAPS.flatMap((overlap) => {
      const found = Array.from({ length: rounds }, (_, round) =>
        surveyTwice([earlier, later], nonresponse, overlap, (p) =>
          seededStream(seed, "change", nonresponse, String(overlap), round, p),
        ),
      );
      return METHODS.map((method) =>
        row(
          nonresponse,
          overlap,
          method,
          found.map((one) => one[method]),
        ),
      );
    }),
  );
  return `## Change between two years

The same country a year later has other people in the same communes; satisfaction has moved on the logit scale by the province
(standard deviation 0.20), the district (0.15) and the commune (0.15). Of the three districts sampled in the second year, so many
are those of the first, the rest others; or three are drawn anew. Communes and people are drawn independently. Intervals are
Student's t with Satterthwaite's degrees of freedom, as published: with the covariance C from shared districts, and without it
(the degrees of freedom are the same). The mean estimated variance stands over the mean squared error: 1.00 is right.

| nonresponse | districts shared | variance of the change | covers the true change, % | mean width | estimated over true variance | told the right way, % | told the wrong way, % |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

function surveyTwice(
  [earlier, later]: readonly [Population, Population],
  nonresponse: Nonresponse,
  overlap: (typeof OVERLAPS)[number],
  streamOf: (province: number) => ReturnType<typeof seededStream>,
): Record<Method, RoundFindings> {
  const changes = earlier.truth.map((was, p) => {
    const stream = streamOf(p);
    const districts = drawDistricts(stream);
    const next = overlap === "anew" ? drawDistricts(stream) : rotateDistricts(districts, overlap, stream);
    const first = surveyProvince(earlier, p, districts, nonresponse, stream);
    const second = surveyProvince(later, p, next, nonresponse, stream);
    return { truth: later.truth[p]! - was, ...changeOf(first, second) };
  });
  const findings = (method: Method): RoundFindings => {
    const judged = changes.map(({ truth, change, df, variances }) => {
      const variance = variances[method];
      // without an interval where districts happen to be alike in both years: it then covers nothing and says nothing
      const { low, high } = confidenceInterval(change, Math.sqrt(variance), df);
      const said = low === null ? 0 : low > 0 ? 1 : high! < 0 ? -1 : 0;
      return {
        covered: Number(low !== null && low <= truth && truth <= high!),
        width: low === null ? null : high! - low,
        wrong: Number(said !== 0 && said !== Math.sign(truth)),
        told: Number(said !== 0 && said === Math.sign(truth)),
        variance,
        squaredError: (change - truth) ** 2,
      };
    });
    const mean = (part: keyof RoundFindings) =>
      average(judged.flatMap((one) => (one[part] === null ? [] : [one[part]])));
    return {
      covered: mean("covered"),
      width: mean("width"),
      wrong: mean("wrong"),
      told: mean("told"),
      variance: mean("variance"),
      squaredError: mean("squaredError"),
    };
  };
  return { "V₁ + V₂ − 2C": findings("V₁ + V₂ − 2C"), "C left out": findings("C left out") };
}

function changeOf(first: Sampled, second: Sampled) {
  const shared = first.districts.flatMap(({ district }, i) => {
    const j = second.districts.findIndex((other) => other.district === district);
    return j < 0 ? [] : [[i, j] as const];
  });
  const { covariance, df } = overlapCovariance([
    {
      earlier: first.districts.map(({ total }) => total),
      later: second.districts.map(({ total }) => total),
      shared,
      population: DISTRICTS,
    },
  ]);
  const independent = first.share.se! ** 2 + second.share.se! ** 2;
  return {
    change: second.share.estimate! - first.share.estimate!,
    df,
    variances: { "V₁ + V₂ − 2C": independent - 2 * covariance, "C left out": independent },
  };
}

function row(
  nonresponse: Nonresponse,
  overlap: (typeof OVERLAPS)[number],
  method: Method,
  found: readonly RoundFindings[],
): string {
  const all = (part: keyof RoundFindings) => found.map((one) => one[part]);
  const ratio = average(all("variance")) / average(all("squaredError"));
  const shared = overlap === "anew" ? "drawn anew" : `${overlap} of 3`;
  return `| ${nonresponse} | ${shared} | ${method} | ${percent(all("covered"))} | ${(100 * average(all("width"))).toFixed(1)} | ${ratio.toFixed(2)} | ${percent(all("told"))} | ${percent(all("wrong"))} |`;
}
