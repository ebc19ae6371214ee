import {
  type RandomStream,
  randomNormal,
  randomUniform,
  seededStream,
} from "../../models/statistics/index.ts";

export const PROVINCES = 63;
export const DISTRICTS = 11;
export const COMMUNES = 8;
export const PERSONS = 300;

/** An invented country: one byte a person, bit 0 whether satisfied, bit 1 whether older. No real person or place. */
export interface Population {
  /** Person k of commune c of district d of province p at `((p · 11 + d) · 8 + c) · 300 + k`. */
  readonly persons: Uint8Array;
  /** Share satisfied of each province: what the sample has to find. */
  readonly truth: readonly number[];
  readonly types: readonly ("city" | "rural")[];
  /** Satisfaction of the younger in commune c of district d of province p on the logit scale, at `(p · 11 + d) · 8 + c`. */
  readonly communes: Float64Array;
}

export const isSatisfied = (person: number): boolean => (person & 1) === 1;
export const isOlder = (person: number): boolean => (person & 2) === 2;

/**
 * Draws the population once: satisfaction on the logit scale from a province level (sd 0.35), a district (0.25) and a commune
 * effect (0.25), lower among older people. The spreads were set before any result was seen.
 */
export function drawPopulation(seed: number): Population {
  const stream = seededStream(seed, "population");
  const persons = new Uint8Array(PROVINCES * DISTRICTS * COMMUNES * PERSONS);
  const communes = new Float64Array(PROVINCES * DISTRICTS * COMMUNES);
  let at = 0;
  for (let p = 0; p < PROVINCES; p++) {
    const province = 1.4 + 0.35 * randomNormal(stream);
    for (let d = 0; d < DISTRICTS; d++) {
      const district = province + 0.25 * randomNormal(stream);
      for (let c = 0; c < COMMUNES; c++) {
        const commune = district + 0.25 * randomNormal(stream);
        communes[at / PERSONS] = commune;
        for (let k = 0; k < PERSONS; k++) persons[at++] = drawPerson(commune, stream);
      }
    }
  }
  return asPopulation(persons, communes);
}

/**
 * The same country a year later, with other people in the same communes: satisfaction moved on the logit scale by the province
 * (sd 0.20), the district (0.15) and the commune (0.15). The spreads were set before any result was seen.
 */
export function drawYearLater(earlier: Population, seed: number): Population {
  const stream = seededStream(seed, "a year later");
  const persons = new Uint8Array(earlier.persons.length);
  const communes = new Float64Array(earlier.communes.length);
  let at = 0;
  for (let p = 0; p < PROVINCES; p++) {
    const province = 0.2 * randomNormal(stream);
    for (let d = 0; d < DISTRICTS; d++) {
      const district = province + 0.15 * randomNormal(stream);
      for (let c = 0; c < COMMUNES; c++) {
        const place = at / PERSONS;
        const commune = earlier.communes[place]! + district + 0.15 * randomNormal(stream);
        communes[place] = commune;
        for (let k = 0; k < PERSONS; k++) persons[at++] = drawPerson(commune, stream);
      }
    }
  }
  return asPopulation(persons, communes);
}

function asPopulation(persons: Uint8Array, communes: Float64Array): Population {
  const size = DISTRICTS * COMMUNES * PERSONS;
  const truth = Array.from({ length: PROVINCES }, (_, p) => {
    const own = persons.subarray(p * size, (p + 1) * size);
    return own.reduce((sum, person) => sum + (person & 1), 0) / size;
  });
  return { persons, truth, types: truth.map((_, p) => (p % 4 === 0 ? "city" : "rural")), communes };
}

function drawPerson(logit: number, stream: RandomStream): number {
  const older = randomUniform(stream) < 0.4;
  const p = 1 / (1 + Math.exp(-(logit - (older ? 0.5 : 0))));
  return (randomUniform(stream) < p ? 1 : 0) | (older ? 2 : 0);
}
