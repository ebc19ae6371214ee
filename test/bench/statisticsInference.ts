import { fileURLToPath } from "node:url";
import {
  type ComparedUnits,
  type DomainCells,
  domainRatioRecipe,
  independentCovariance,
  randomNormal,
  rankConfidenceSets,
  raoWuFactors,
  repeatRecipe,
  type SampledUnit,
  seededStream,
  studentisedDraws,
} from "../../models/statistics/index.ts";

/** One thing to be timed, and the seconds that it may take on one core. */
export interface Benchmark {
  readonly name: string;
  readonly limitSeconds: number;
  readonly run: () => unknown;
}

const PROVINCES = 63;
const PSUS = 6;
const ITEMS = 30;
const ROWS = 36_630;

/** Replicates and rank sets at the size of the national survey. */
export const statisticsInference: readonly Benchmark[] = [benchmarkReplicates(), benchmarkRanks()];

function benchmarkReplicates(): Benchmark {
  const stream = seededStream(1, "bench rows");
  const weights = Float64Array.from({ length: ROWS }, () => 1 + Math.abs(randomNormal(stream)));
  const items = Array.from({ length: ITEMS }, () =>
    Float64Array.from({ length: ROWS }, () => Number(randomNormal(stream) > -0.5)),
  );
  const psus: SampledUnit[] = Array.from({ length: PROVINCES * PSUS }, (_, u) => ({
    stratum: `P${Math.floor(u / PSUS)}`,
    stages: [`D${u % PSUS}`],
  }));
  return {
    name: "1,000 Rao-Wu replicates of a 63 × 30 table from 36,630 rows",
    limitSeconds: 1,
    run: () =>
      repeatRecipe(
        raoWuFactors(psus, { replicates: 1000, seed: 1 }),
        domainRatioRecipe(sumCells(weights, items)),
      ),
  };
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

function benchmarkRanks(): Benchmark {
  const stream = seededStream(1, "bench ranks");
  const estimates = Array.from({ length: PROVINCES }, () => 80 + 5 * randomNormal(stream));
  const compared: ComparedUnits = {
    units: estimates.map((_, j) => `P${j}`),
    estimates,
    covariance: independentCovariance(estimates.map(() => 0.3 + Math.abs(randomNormal(stream)) / 2)),
    df: estimates.map(() => 12),
  };
  return {
    name: "simultaneous and marginal rank sets of 63 units, 5,000 draws",
    limitSeconds: 0.3,
    run: () => rankConfidenceSets(compared, studentisedDraws(compared, 5000, 1)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, limitSeconds, run } of statisticsInference) {
    run(); // compiled once, as in a build that makes many tables
    const start = performance.now();
    run();
    const seconds = (performance.now() - start) / 1000;
    process.stdout.write(`${seconds.toFixed(3)} s (limit ${limitSeconds} s)  ${name}\n`);
  }
}
