import {
  type ComparedUnits,
  type DomainCells,
  domainRatioRecipe,
  independentCovariance,
  type RankSet,
  randomNormal,
  rankConfidenceSets,
  raoWuFactors,
  repeatRecipe,
  type SampledUnit,
  seededStream,
  studentisedDraws,
} from "../../models/statistics/index.ts";
import { type Timing, time } from "./statistics.ts";

const PROVINCES = 63;
const PSUS = 6;
const ITEMS = 30;
const ROWS = 36_630;

/** Times replicates (limit 1 s) and rank sets (limit 0.3 s) at the size of the national survey. */
export function benchStatisticsInference(): Timing[] {
  const { weights, items, psus } = survey();
  const compared = provinces();
  return [
    time(
      "1,000 Rao-Wu replicates of a 63 x 30 table from 36,630 rows",
      () =>
        repeatRecipe(
          raoWuFactors(psus, { replicates: 1000, seed: 1 }),
          domainRatioRecipe(sumCells(weights, items)),
        ),
      ({ standardErrors }) => `sum of errors ${sumOf(standardErrors).toPrecision(12)}`,
    ),
    time(
      "simultaneous and marginal rank sets of 63 units, 5,000 draws",
      () => rankConfidenceSets(compared, studentisedDraws(compared, 5000, 1)),
      ({ simultaneous, marginal }) =>
        `${widthOf(simultaneous.sets)} and ${widthOf(marginal.sets)} ranks in all sets`,
    ),
  ];
}

function survey() {
  const stream = seededStream(1, "bench rows");
  const weights = Float64Array.from({ length: ROWS }, () => 1 + Math.abs(randomNormal(stream)));
  const items = Array.from({ length: ITEMS }, () =>
    Float64Array.from({ length: ROWS }, () => Number(randomNormal(stream) > -0.5)),
  );
  const psus: SampledUnit[] = Array.from({ length: PROVINCES * PSUS }, (_, u) => ({
    stratum: `P${Math.floor(u / PSUS)}`,
    stages: [`D${u % PSUS}`],
  }));
  return { weights, items, psus };
}

function provinces(): ComparedUnits {
  const stream = seededStream(1, "bench ranks");
  const estimates = Array.from({ length: PROVINCES }, () => 80 + 5 * randomNormal(stream));
  return {
    units: estimates.map((_, j) => `P${j}`),
    estimates,
    covariance: independentCovariance(estimates.map(() => 0.3 + Math.abs(randomNormal(stream)) / 2)),
    df: estimates.map(() => 12),
  };
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function widthOf(sets: readonly RankSet[]): number {
  return sets.reduce((sum, { low, high }) => sum + high - low + 1, 0);
}

/** Row r belongs to PSU r mod 378. */
function sumCells(weights: Float64Array, items: readonly Float64Array[]): DomainCells {
  const psus = PROVINCES * PSUS;
  const numerators = new Float64Array(psus * ITEMS);
  const denominators = new Float64Array(psus * ITEMS);
  items.forEach((item, k) => {
    for (let row = 0; row < ROWS; row++) {
      const cell = (row % psus) * ITEMS + k;
      numerators[cell]! += weights[row]! * item[row]!;
      denominators[cell]! += weights[row]!;
    }
  });
  const unit = Int32Array.from({ length: psus }, (_, u) => u);
  const domain = unit.map((u) => Math.floor(u / PSUS));
  return { domains: PROVINCES, items: ITEMS, unit, domain, numerators, denominators };
}
