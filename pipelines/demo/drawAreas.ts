import { KnownError } from "../../models/errors.ts";
import type { Unit } from "../../models/units/unit.ts";
import { type RandomStream, randomStream } from "./randomStream.ts";
import { demoShape } from "./shape.ts";

/** A row of `sample_units`, without what is the same for a whole unit. */
export interface SampleUnit {
  readonly key: string;
  readonly parentKey: string | null;
  readonly stage: string;
  readonly name: string | null;
  readonly populationCount: number;
  readonly selectionProbability: number;
  readonly isSubstitute: boolean;
  replacedByKey: string | null;
  disposition: string | null;
}

/** One area of the last stage before the person, where people are asked. */
export interface Cluster {
  readonly key: string;
  readonly adults: number;
  /** The sum of the latent effects of the areas that it lies in. */
  readonly effect: number;
  readonly interviewer: string;
}

export interface AreaInput {
  readonly unit: Unit;
  readonly roundCode: string;
  readonly areaStages: readonly string[];
  readonly adults: number;
  /** Persons to draw in each area of the last stage: it must hold several times as many. */
  readonly perCluster: number;
  readonly seed: number;
}

/**
 * Draws the areas of a unit, stage by stage, each with equal probability without replacement from an invented frame. Areas of the
 * first stage are kept for some rounds: two thirds of them stay from one year to the next, under the same key and with most of
 * what sets them apart. What lies below them is drawn anew.
 */
export function drawAreas(input: AreaInput): { areas: readonly SampleUnit[]; clusters: readonly Cluster[] } {
  const { unit, roundCode, areaStages, seed } = input;
  const chance = randomStream(seed, roundCode, unit.unit_code, "areas");
  const means = frameSizes(input);
  const adultsEach = input.adults / means.reduce((product, mean) => product * mean, 1);
  if (adultsEach < 3 * input.perCluster) throw tooMany(input, adultsEach);
  const areas: SampleUnit[] = [];
  const clusters: Cluster[] = [];

  function descend(depth: number, parentKey: string | null, place: string, effect: number): void {
    const stage = areaStages[depth]!;
    const populationCount = frameSize(means[depth]!, depth, chance);
    const n = drawnUnits(unit, stage, depth);
    const places = depth === 0 ? keptPlaces(n, populationCount, Number(roundCode)) : countTo(n);
    for (const i of places) {
      const here = `${place}-${i}`;
      const key = depth === 0 ? `frame-${here}` : `${roundCode}-${here}`;
      const selectionProbability = n / populationCount;
      const name = `${stageNames[stage] ?? stage} minh họa ${here}`;
      areas.push({
        ...{ key, parentKey, stage, name, populationCount, selectionProbability },
        ...{ isSubstitute: false, replacedByKey: null, disposition: null },
      });
      const lasting = depth === 0 ? randomStream(seed, "lasting", here).normal() : 0;
      const sum = effect + areaEffect(areaVariance(depth, areaStages.length), lasting, depth, chance);
      if (depth + 1 < areaStages.length) descend(depth + 1, key, here, sum);
      else clusters.push({ key, effect: sum, adults: size(adultsEach, chance), interviewer: `I${place}` });
    }
  }
  descend(0, null, unit.unit_code, 0);
  return { areas, clusters };
}

/**
 * The places in the frame that a year draws: a window that moves on by a third of its width a year. The frame lies in a random
 * order, so each window is a simple random sample.
 */
function keptPlaces(n: number, frame: number, year: number): number[] {
  const { sharedFirstStage, firstYear } = demoShape;
  const step = n - Math.round(n * sharedFirstStage);
  const from = (((year - firstYear) * step) % frame) + frame;
  return countTo(n).map((i) => ((from + i - 1) % frame) + 1);
}

function countTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

/** What an area adds to the latent satisfaction; most of what an area of the first stage adds is the same every year. */
function areaEffect(variance: number, lasting: number, depth: number, chance: RandomStream): number {
  const kept = depth === 0 ? demoShape.lastingShare : 0;
  return Math.sqrt(variance * kept) * lasting + Math.sqrt(variance * (1 - kept)) * chance.normal();
}

/** How many areas of the last stage a unit draws: known before anything is drawn. */
export function countClusters(unit: Unit, areaStages: readonly string[]): number {
  return areaStages.reduce((product, stage, depth) => product * drawnUnits(unit, stage, depth), 1);
}

const stageNames: Readonly<Record<string, string>> = { district: "Huyện", commune: "Xã", village: "Thôn" };

function drawnUnits({ official_code }: Unit, stage: string, depth: number): number {
  const { drawn, drawnFirst, drawnOtherwise, largeUnits } = demoShape;
  if (depth > 0) return drawn[stage] ?? drawnOtherwise;
  const isLarge = (largeUnits as readonly string[]).includes(official_code);
  return (drawnFirst[stage] ?? drawn[stage] ?? drawnOtherwise) * (isLarge ? 2 : 1);
}

/**
 * The mean number of units of each stage in a parent, such that together they hold the adults of the unit; the last
 * stage is made larger where more than a handful of persons are drawn in each.
 */
function frameSizes({ unit, areaStages, adults, perCluster }: AreaInput): number[] {
  let held = adults;
  return areaStages.map((stage, depth) => {
    const usual = demoShape.adultsPer[stage] ?? demoShape.adultsPerOther;
    const each = depth === areaStages.length - 1 ? Math.max(usual, 6 * perCluster) : usual;
    const smallest = Math.max(demoShape.smallestFrame, 2 * drawnUnits(unit, stage, depth));
    const mean = Math.max(smallest, Math.round(held / each));
    held /= mean;
    return mean;
  });
}

function tooMany({ unit, perCluster }: AreaInput, adults: number): KnownError {
  const message = `${Math.round(perCluster)} persons cannot be drawn in a village of ${Math.round(adults)} adults of ${unit.unit_name}.`;
  return new KnownError(message, { hint: "Ask fewer respondents or draw more units." });
}

/** The first stage has its own fixed number; further down the number varies evenly around the mean. */
function frameSize(mean: number, depth: number, chance: RandomStream): number {
  if (depth === 0) return mean;
  const reach = Math.floor(mean * demoShape.frameSpread);
  return chance.between(mean - reach, mean + reach);
}

/** Adults of one area of the last stage: lognormal around the mean. */
function size(mean: number, chance: RandomStream): number {
  const spread = demoShape.adultsSpread;
  return Math.round(mean * Math.exp(spread * chance.normal() - spread ** 2 / 2));
}

/** The innermost area has the last variance; the outermost of a shorter design takes all that is left above it. */
function areaVariance(depth: number, nStages: number): number {
  const { areas } = demoShape.variances;
  const from = Math.max(0, areas.length - nStages);
  if (depth > 0) return areas[from + depth] ?? 0;
  return areas.slice(0, from + 1).reduce((sum, variance) => sum + variance, 0);
}
