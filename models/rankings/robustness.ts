import {
  averageRankShift,
  competitionRanks,
  quantileType7,
  randomNormal,
  randomUniform,
  seededStream,
  sobolIndices,
} from "../statistics/index.ts";
import {
  type Choice,
  indexUnder,
  reference,
  type Scheme,
  schemes,
  scoredStages,
  sipasRules,
  type UnitParts,
} from "./alternatives.ts";
import { rankSettings } from "./rankSettings.ts";

/** What is left open in a ranking: the error of surveys, and what somebody had to choose. */
export const robustnessInputs = ["sampling", "officials", "sipas", "stage", "area"] as const;
export type RobustnessInput = (typeof robustnessInputs)[number];

/** Runs of one batch are `size · (inputs + 2)`; the spread over batches is the simulation's own error. */
export const robustnessSettings = { batches: 8, size: 128, errorDraws: 200 } as const;

export interface Sensitivity {
  readonly input: RobustnessInput;
  readonly first: number;
  readonly firstSe: number;
  readonly total: number;
  readonly totalSe: number;
}

export interface UnitSimulation {
  readonly code: string;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly topShare: number;
}

export interface Robustness {
  readonly runs: number;
  /** Mean over the runs of the mean absolute rank shift from the ranking as it stands. */
  readonly meanShift: number;
  readonly sensitivities: readonly Sensitivity[];
  readonly units: readonly UnitSimulation[];
}

/**
 * All open choices varied at once, each way as likely as the others: mean absolute rank shift split by Sobol's indices over what
 * was varied, and where each unit ends up. Shares of variance below zero are simulation error. A description of how
 * much the ranking hangs on choices, not a confidence statement.
 *
 * @example robustness(units).sensitivities[0] // { input: "sampling", first: 0.12, … }
 * @returns null for fewer than two units
 */
export function robustness(units: readonly UnitParts[], seed: number = rankSettings.seed): Robustness | null {
  if (units.length < 2) return null;
  const hasSipas = units.some(({ areas }) =>
    areas.some(({ leaves }) => leaves.some(({ kind }) => kind === "sipas")),
  );
  const inputs = robustnessInputs.filter((input) => input !== "sipas" || hasSipas);
  const areas: readonly (string | null)[] = [null, ...(units[0]?.areas ?? []).map(({ code }) => code)];
  const index = memoisedIndex(units);
  const standing = competitionRanks(index(reference)) as number[];
  const errors = errorDraws(units, seed);
  const ranksOf = (row: readonly number[]): number[] => {
    const u = (input: RobustnessInput) => row[inputs.indexOf(input)] ?? 0;
    const values = index({
      scheme: pick<Scheme>(schemes, u("officials")),
      sipas: pick(sipasRules, hasSipas ? u("sipas") : 0),
      stage: pick(scoredStages, u("stage")),
      areaOut: pick(areas, u("area")),
    });
    const drawn = pick(errors, u("sampling"));
    return competitionRanks(values.map((value, j) => value + drawn[j]!)) as number[];
  };
  const model = (row: readonly number[]) => averageRankShift(standing, ranksOf(row));

  const { batches, size } = robustnessSettings;
  const simulated: number[][] = [];
  const made = Array.from({ length: batches }, (_, batch) => {
    const sample = (name: string) =>
      Array.from({ length: size }, (__, row) => {
        const stream = seededStream(seed, "robustness", name, batch, row);
        return inputs.map(() => randomUniform(stream));
      });
    const a = sample("A");
    simulated.push(...a.map(ranksOf));
    return sobolIndices(model, a, sample("B"));
  });
  const known = made.flatMap((one) => one ?? []);
  return {
    runs: batches * size * (inputs.length + 2),
    meanShift: mean(simulated.map((ranks) => averageRankShift(standing, ranks))),
    sensitivities: inputs.map((input, i) => ({
      input,
      ...spread(
        "first",
        known.map(({ first }) => first[i]!),
      ),
      ...spread(
        "total",
        known.map(({ total }) => total[i]!),
      ),
    })) as unknown as Sensitivity[],
    units: units.map(({ code }, j) => {
      const own = Float64Array.from(simulated, (ranks) => ranks[j]!).sort();
      return {
        code,
        low: quantileType7(own, 0.05),
        median: quantileType7(own, 0.5),
        high: quantileType7(own, 0.95),
        topShare: own.filter((rank) => rank <= rankSettings.ends).length / own.length,
      };
    }),
  };
}

/** Few choices are met many times. */
function memoisedIndex(units: readonly UnitParts[]): (choice: Choice) => number[] {
  const held = new Map<string, number[]>();
  return (choice) => {
    const key = Object.values(choice).join("/");
    const found = held.get(key) ?? units.map((unit) => Math.round(indexUnder(unit, choice) * 1e12) / 1e12);
    held.set(key, found);
    return found;
  };
}

/** Errors of all units together, each unit from a stream of its own. */
function errorDraws(units: readonly UnitParts[], seed: number): number[][] {
  const { errorDraws: n } = robustnessSettings;
  const streams = units.map(({ code }) => seededStream(seed, "robustness error", code));
  return Array.from({ length: n }, () => units.map(({ se }, j) => se * randomNormal(streams[j]!)));
}

function pick<T>(classes: readonly T[], u: number): T {
  return classes[Math.min(classes.length - 1, Math.floor(u * classes.length))] as T;
}

function spread(name: string, values: readonly number[]): Record<string, number> {
  const centre = values.length === 0 ? 0 : mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const n = values.length;
  return { [name]: centre, [`${name}Se`]: n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
