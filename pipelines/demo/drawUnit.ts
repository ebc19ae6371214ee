import type { Unit } from "../../models/units/unit.ts";
import { toCharacteristics } from "./demographics.ts";
import type { DemoRound } from "./demoRound.ts";
import { countClusters, drawAreas, type SampleUnit } from "./drawAreas.ts";
import { drawPersons } from "./drawPersons.ts";
import { drawResponses, type Participant, type Response } from "./drawResponses.ts";
import { toFieldwork } from "./fieldworkTimes.ts";
import { type PlantedDirt, plantDirt } from "./plantDirt.ts";
import { type Question, questionnaire } from "./questionnaire.ts";
import { randomStream } from "./randomStream.ts";

/** Everything that the store holds of one unit in one round. */
export interface DrawnUnit {
  readonly unit: Unit;
  readonly questions: readonly Question[];
  readonly sampleUnits: readonly SampleUnit[];
  readonly participants: readonly Participant[];
  readonly responses: readonly Response[];
  readonly dirt: readonly PlantedDirt[];
}

/** Draws one unit. It depends on the seed, the round and the unit, and on no other unit. */
export function drawUnit(unit: Unit, round: DemoRound, perCluster: number, seed: number): DrawnUnit {
  const margins = round.marginsOf(unit);
  const characteristics = toCharacteristics(margins);
  const stages = round.sipas.stages.value;
  const areaStages = stages.slice(0, -1);
  const fieldwork = toFieldwork(round.sipas.fieldwork);
  const questions = questionnaire({
    instrument: round.instrument,
    characteristics,
    shares: round.truth.get(unit.unit_code)!,
    satisfiedFrom: round.sipas.rules.satisfied_from.value,
  });
  const adults = characteristics[0]!.categories.reduce((sum, { population }) => sum + population, 0);
  const { areas, clusters } = drawAreas({
    ...{ unit, roundCode: round.code, areaStages, adults, perCluster, seed },
  });
  const sampleUnits: SampleUnit[] = [...areas];
  const participants: Participant[] = [];
  const responses: Response[] = [];
  clusters.forEach((cluster, i) => {
    const quota = Math.floor((i + 1) * perCluster) - Math.floor(i * perCluster);
    const persons = drawPersons({ stage: stages.at(-1)!, cluster, quota, characteristics, seed });
    const drawn = drawResponses(persons, questions, fieldwork, seed);
    for (const person of persons) sampleUnits.push(person.unit);
    participants.push(...drawn.participants);
    responses.push(...drawn.responses);
  });
  const chance = randomStream(seed, round.code, unit.unit_code, "dirt");
  const dirt = plantDirt(responses, participants, questions, fieldwork, chance);
  return { unit, questions, sampleUnits, participants, responses, dirt };
}

/** How many persons to draw in each area of the last stage, so that `respondents` are drawn in all. */
export function personsPerCluster(respondents: number, units: readonly Unit[], round: DemoRound): number {
  const areaStages = round.sipas.stages.value.slice(0, -1);
  return respondents / units.reduce((sum, unit) => sum + countClusters(unit, areaStages), 0);
}
