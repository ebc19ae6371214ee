import type { PublishedTargets } from "./publishedTargets.ts";
import type { RandomStream } from "./randomStream.ts";

/**
 * The true overall value of every unit: a ladder of ranks through the published values, whose longest stretch is bent
 * until the weighted mean is the `target`, the national value; units without a published rank take the free rungs by lot.
 */
export function trueUnitValues(
  targets: PublishedTargets,
  target: number,
  weights: ReadonlyMap<string, number>,
  chance: RandomStream,
): ReadonlyMap<string, number> {
  const codes = [...weights.keys()];
  const rungs = takeRungs(codes, targets, chance);
  const fixed = anchors(codes.length, targets);
  const meanAt = (bend: number) =>
    weightedMean(weights, new Map([...rungs].map(([code, rung]) => [code, ladder(fixed, rung, bend)])));
  const bend = solve(meanAt, target);
  return new Map(codes.map((code) => [code, ladder(fixed, rungs.get(code)!, bend)]));
}

export function weightedMean(
  weights: ReadonlyMap<string, number>,
  values: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  let total = 0;
  for (const [code, weight] of weights) {
    sum += weight * values.get(code)!;
    total += weight;
  }
  return sum / total;
}

type Anchor = readonly [rung: number, value: number];

/** Rungs whose value is published: the first, the last, and those of ranked units with a value. */
function anchors(nUnits: number, { highest, lowest, units }: PublishedTargets): Anchor[] {
  const byRung = new Map<number, number>([[1, highest]]);
  if (nUnits > 1) byRung.set(nUnits, lowest);
  for (const { rank, value } of units) {
    if (rank !== null && value !== null && rank <= nUnits) byRung.set(rank, value);
  }
  return [...byRung].sort(([a], [b]) => a - b);
}

function takeRungs(
  codes: readonly string[],
  { units }: PublishedTargets,
  chance: RandomStream,
): Map<string, number> {
  const rungs = new Map<string, number>();
  for (const { unitCode, rank } of units) {
    if (rank !== null && rank <= codes.length && codes.includes(unitCode)) rungs.set(unitCode, rank);
  }
  const taken = new Set(rungs.values());
  const free = codes.map((_, i) => i + 1).filter((rung) => !taken.has(rung));
  const shuffled = chance.draw(free.length, free.length).map((i) => free[i]!);
  for (const code of codes) if (!rungs.has(code)) rungs.set(code, shuffled.shift()!);
  return rungs;
}

/** Straight between anchors; the longest stretch (the last of equals) falls as the power `bend` of the way along it. */
function ladder(fixed: readonly Anchor[], rung: number, bend: number): number {
  const lengths = fixed.map(([at], i) => (i === 0 ? 0 : at - fixed[i - 1]![0]));
  const longest = lengths.lastIndexOf(Math.max(...lengths));
  const next = fixed.findIndex(([at]) => at >= rung);
  const [at, value] = fixed[next]!;
  const before = fixed[next - 1];
  if (at === rung || before === undefined) return value;
  const way = (rung - before[0]) / (at - before[0]);
  const bent = next === longest ? way ** bend : way;
  return before[1] + (value - before[1]) * bent;
}

/** The bend at which the mean is the target; the nearest one, where the published values leave no room. */
function solve(meanAt: (bend: number) => number, target: number): number {
  let [low, high] = [0.05, 20];
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high);
    if (meanAt(middle) < target) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}
