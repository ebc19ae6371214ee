import type { Instrument } from "../../models/instruments/instrument.ts";
import type { PublishedTargets } from "./publishedTargets.ts";
import { type RandomStream, randomStream } from "./randomStream.ts";
import { demoShape } from "./shape.ts";
import { trueUnitValues, weightedMean } from "./trueUnitValues.ts";

/** True percentages by unit, then by node: items, factors, parts and "overall". */
export type TrueShares = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface TruthInput {
  readonly instrument: Instrument;
  readonly targets: PublishedTargets;
  /** Weight of each unit of the round in the national value. */
  readonly weights: ReadonlyMap<string, number>;
  /** Weight of the second part in the overall value. */
  readonly serviceWeight: number;
  readonly seed: number;
}

/**
 * The percentage satisfied that each unit would have if everybody were asked. Parts, overall value and factors follow what is
 * published for the nation; everything else is invented around its part so that a part is the mean of its factors and of its
 * items alike: no rule of aggregation is favoured.
 */
export function trueShares({ instrument, targets, weights, serviceWeight, seed }: TruthInput): TrueShares {
  const nation = nationalParts(targets, instrument, serviceWeight);
  const overall = trueUnitValues(targets, nation.overall, weights, randomStream(seed, "truth", "units"));
  const [first, second] = instrument.parts.map((part) => part.code);
  const gaps = partGaps(nation.gap, weights, seed);
  const shares = new Map<string, ReadonlyMap<string, number>>();
  for (const code of weights.keys()) {
    const value = overall.get(code)!;
    const gap = second === undefined ? 0 : gaps.get(code)!;
    const parts = new Map([[first!, value - serviceWeight * gap]]);
    if (second !== undefined) parts.set(second, value + (1 - serviceWeight) * gap);
    shares.set(code, spread(instrument, targets, parts, value, seed, code));
  }
  return shares;
}

/**
 * The national overall value and what the second part has more than the first. With both parts printed, the value is halfway
 * between the one printed and what they make, so that all three print the same; a part that is not printed is the rest.
 */
function nationalParts(
  { overall, parts }: PublishedTargets,
  instrument: Instrument,
  serviceWeight: number,
): { overall: number; gap: number } {
  const [first, second] = instrument.parts.map((part) => parts.get(part.code));
  if (first !== undefined && second !== undefined)
    return {
      overall: (overall + (1 - serviceWeight) * first + serviceWeight * second) / 2,
      gap: second - first,
    };
  if (first !== undefined) return { overall, gap: (overall - first) / serviceWeight };
  return { overall, gap: second === undefined ? 0 : (second - overall) / (1 - serviceWeight) };
}

/** The nodes above the items, when every part and factor is the mean of its items. */
export function rollUp(
  { items, factors, parts }: Instrument,
  ofItem: (itemCode: string) => number,
  serviceWeight: number,
): Map<string, number> {
  const shares = new Map<string, number>();
  const satisfaction = items.filter((item) => item.factor !== undefined);
  const mean = (members: typeof items) =>
    members.reduce((sum, { code }) => sum + ofItem(code), 0) / members.length;
  for (const item of satisfaction) shares.set(item.code, ofItem(item.code));
  for (const { code } of factors) shares.set(code, mean(satisfaction.filter((item) => item.factor === code)));
  const partOf = new Map(factors.map((factor) => [factor.code, factor.part]));
  for (const { code } of parts) {
    shares.set(code, mean(satisfaction.filter((item) => partOf.get(item.factor!) === code)));
  }
  const [first, second] = parts.map((part) => shares.get(part.code)!);
  const overall = second === undefined ? first! : (1 - serviceWeight) * first! + serviceWeight * second;
  return shares.set("overall", overall);
}

/** National values: the weighted means of the units'. */
export function nationalShares(
  shares: TrueShares,
  weights: ReadonlyMap<string, number>,
): Map<string, number> {
  const nodes = [...(shares.values().next().value?.keys() ?? [])];
  const column = (node: string) => new Map([...shares].map(([code, values]) => [code, values.get(node)!]));
  return new Map(nodes.map((node) => [node, weightedMean(weights, column(node))]));
}

/** Second part minus first part, by unit: the national gap on average. */
function partGaps(gap: number, weights: ReadonlyMap<string, number>, seed: number): Map<string, number> {
  const chance = randomStream(seed, "truth", "parts");
  const drawn = new Map(
    [...weights.keys()].map((code) => [code, demoShape.truth.gapSpread * chance.normal()]),
  );
  const mean = weightedMean(weights, drawn);
  return new Map([...drawn].map(([code, value]) => [code, gap + value - mean]));
}

function spread(
  { factors, items }: Instrument,
  { factors: published }: PublishedTargets,
  parts: ReadonlyMap<string, number>,
  overall: number,
  seed: number,
  unitCode: string,
): Map<string, number> {
  const { factorSpread, itemSpread, unitFactorSpread, unitItemSpread } = demoShape.truth;
  const nation = randomStream(seed, "truth", "nation");
  const unit = randomStream(seed, "truth", "unit", unitCode);
  const nodes = new Map([["overall", overall]]);
  for (const [part, partValue] of parts) {
    nodes.set(part, partValue);
    const members = factors.filter((factor) => factor.part === part);
    const itemsOf = members.map((factor) => items.filter((item) => item.factor === factor.code));
    const sizes = itemsOf.map((list) => list.length);
    const printed = members.flatMap(({ code }) => published.get(code) ?? []); // all factors of a part, or they say nothing
    const drawn = normals(nation, unit, members.length, factorSpread, unitFactorSpread);
    const offsets = balance(
      drawn.map(({ shared, own }, f) => (printed.length === members.length ? printed[f]! : shared) + own),
      sizes,
    );
    members.forEach((factor, f) => {
      const factorValue = partValue + offsets[f]!;
      nodes.set(factor.code, factorValue);
      const around = normals(nation, unit, sizes[f]!, itemSpread, unitItemSpread).map(
        ({ shared, own }) => shared + own,
      );
      const mean = around.reduce((sum, value) => sum + value, 0) / around.length;
      itemsOf[f]!.forEach((item, i) => {
        nodes.set(item.code, factorValue + around[i]! - mean);
      });
    });
  }
  return nodes;
}

/** What all units share, and what is the unit's own. */
function normals(nation: RandomStream, unit: RandomStream, n: number, shared: number, own: number) {
  return Array.from({ length: n }, () => ({ shared: shared * nation.normal(), own: own * unit.normal() }));
}

/** Takes out of `values` what does not sum to zero both plainly and weighted by `sizes`. */
function balance(values: readonly number[], sizes: readonly number[]): number[] {
  const n = values.length;
  const centred = centre(values);
  const direction = centre(sizes);
  const square = direction.reduce((sum, d) => sum + d * d, 0);
  if (square === 0 || n < 2) return centred;
  const slope = centred.reduce((sum, value, i) => sum + value * direction[i]!, 0) / square;
  return centred.map((value, i) => value - slope * direction[i]!);
}

function centre(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
