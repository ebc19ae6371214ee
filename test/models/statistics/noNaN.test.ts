import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Design,
  type Estimate,
  estimate,
  estimateDomainMeans,
  estimateProportion,
  estimateQuantile,
  jackknife,
  mean,
  type ProportionMethod,
  ratio,
  type SurveyDesign,
  standardizedMean,
  subpopulation,
  surveyDesign,
  total,
  variance,
} from "../../../models/statistics/index.ts";

const missing = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const samples = fc
  .array(
    fc.record({
      h: fc.nat(1),
      i: fc.nat(2),
      w: fc.constantFrom(0, 0.3, 1, 7),
      y: missing(fc.constantFrom(-1e9, 0, 1, 2.5, 1e-9)),
      p: missing(fc.nat(1)),
      inside: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .filter((rows) => rows.some(({ w }) => w > 0));
const rules = fc.constantFrom("remove", "certainty", "adjust");
const methods: ProportionMethod[] = ["mean", "logit", "xlogit", "asin", "wilson", "beta", "likelihood"];

test("nothing that is not a number leaves an estimator, however poor the sample", () => {
  fc.assert(
    fc.property(samples, rules, (rows, lonelyPsu) => {
      const design = surveyDesign({
        strata: rows.map(({ h }) => h),
        clusters: [rows.map(({ i }) => i)],
        nest: true,
        weights: rows.map(({ w }) => w),
        lonelyPsu: lonelyPsu as "remove",
      });
      for (const one of allEstimates(design, rows)) expectNumbers(one);
    }),
    { numRuns: 300 },
  );
});

type Row = { h: number; w: number; y: number | null; p: number | null; inside: boolean };

function allEstimates(design: SurveyDesign, rows: readonly Row[]): Estimate[] {
  const y = rows.map((row) => row.y);
  const p = rows.map((row) => row.p);
  const h = rows.map((row) => row.h);
  const statistics = [mean(y), total(y), ratio(y, p), variance(y), standardizedMean(y, h, { 0: 1, 1: 2 })];
  const designs: Design[] = [
    design,
    subpopulation(
      design,
      rows.map((row) => row.inside),
    ),
  ];
  if (
    design.stages[0]!.centredOnGrandMean.length === 0 &&
    design.stages[0]!.sampleCounts.some((n) => n > 1)
  ) {
    designs.push(jackknife(design));
  }
  return designs.flatMap((one) => [
    ...statistics.map((statistic) => estimate(one, statistic)),
    ...methods.map((method) => estimateProportion(one, p, method)),
    estimateQuantile(one, y, 0.5),
    estimateQuantile(one, y, 0.1, { rule: "hf7", interval: "beta" }),
    ...(one.kind === "linearised"
      ? Object.values(estimateDomainMeans(one, { y, p }, h).estimates).flat()
      : []),
  ]);
}

function expectNumbers({ status, ...numbers }: Estimate): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (value !== null) expect(value, `${name} (${status})`).toSatisfy(Number.isFinite);
  }
  if (numbers.estimate === null || numbers.se === null) expect(status).not.toBe("ok");
}
