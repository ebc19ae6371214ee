import { type Characteristic, drawPerson } from "./demographics.ts";
import type { Cluster, SampleUnit } from "./drawAreas.ts";
import { type RandomStream, randomStream } from "./randomStream.ts";
import { demoShape } from "./shape.ts";

/** A person who was approached, and who they are if they answered. */
export interface Person {
  readonly unit: SampleUnit;
  readonly cluster: Cluster;
  /** Their category of each characteristic, by its place; null when they did not answer. */
  readonly categories: readonly number[] | null;
  /** Latent satisfaction beside the item's own: area, kind of person and the person alone. */
  readonly effect: number;
}

export interface PersonInput {
  readonly stage: string;
  readonly cluster: Cluster;
  /** Persons drawn here; everyone lost is replaced while substitutes last. */
  readonly quota: number;
  readonly characteristics: readonly Characteristic[];
  readonly seed: number;
}

const dispositions = Object.keys(demoShape.dispositions);
const dispositionWeights = Object.values(demoShape.dispositions);

/** Approaches the persons drawn in one area, and substitutes for those who are lost. */
export function drawPersons(input: PersonInput): readonly Person[] {
  const { cluster, characteristics } = input;
  const chance = randomStream(input.seed, cluster.key, "persons");
  const local = shiftResidence(characteristics, chance);
  const drawn = Math.min(input.quota, Math.floor(cluster.adults / 2));
  const persons: Person[] = [];
  for (let place = 1; place <= drawn; place++) {
    let lost: SampleUnit | null = null;
    for (let attempt = 0; attempt <= demoShape.substitutesAtMost; attempt++) {
      const unit: SampleUnit = {
        key: `${cluster.key}-${place}${attempt === 0 ? "" : `s${attempt}`}`,
        parentKey: cluster.key,
        stage: input.stage,
        name: null, // no person has a name here
        populationCount: cluster.adults,
        selectionProbability: drawn / cluster.adults,
        isSubstitute: attempt > 0,
        replacedByKey: null,
        disposition: dispositions[chance.choose(dispositionWeights)]!,
      };
      if (lost) lost.replacedByKey = unit.key;
      const answers = unit.disposition === "complete";
      const categories = answers ? drawPerson(local, chance) : null;
      persons.push({
        unit,
        cluster,
        categories,
        effect: categories ? effectOf(cluster, local, categories, chance) : 0,
      });
      if (answers) break;
      lost = unit;
    }
  }
  return persons;
}

function effectOf(
  cluster: Cluster,
  characteristics: readonly Characteristic[],
  categories: readonly number[],
  chance: RandomStream,
): number {
  let effect = cluster.effect + Math.sqrt(demoShape.variances.person) * chance.normal();
  categories.forEach((category, i) => {
    effect += characteristics[i]!.categories[category]!.effect;
  });
  return effect;
}

/** Town and country are not mixed evenly: a place has more of one, evenly around the unit's share. */
function shiftResidence(
  characteristics: readonly Characteristic[],
  chance: RandomStream,
): readonly Characteristic[] {
  return characteristics.map((characteristic) => {
    const [first, second] = characteristic.categories;
    if (characteristic.code !== demoShape.clusteredCharacteristic || !first || !second) return characteristic;
    const reach = demoShape.clusteredReach * Math.min(first.population, second.population);
    const shift = reach * (2 * chance.uniform() - 1);
    return {
      ...characteristic,
      categories: [
        { ...first, population: first.population + shift },
        { ...second, population: second.population - shift },
      ],
    };
  });
}
