import type { SampleUnit } from "./drawAreas.ts";
import type { Person } from "./drawPersons.ts";
import { type Fieldwork, formTimes, visitDay } from "./fieldworkTimes.ts";
import type { Question } from "./questionnaire.ts";
import { randomStream } from "./randomStream.ts";

export interface Participant {
  readonly key: string;
  readonly sampleUnitKey: string;
  readonly registeredAt: number;
  readonly handedOutAt: number;
  readonly deliveryStatus: string;
  readonly answered: boolean;
}

export interface Response {
  key: string;
  participantKey: string;
  openedAt: number | null;
  submittedAt: number | null;
  editedAt: number | null;
  isTest: boolean;
  interviewer: string;
  /** In the order of the questions. */
  answers: (string | null)[];
  /** The node of the person who answered. */
  readonly person: SampleUnit;
}

/** The persons of one area as the post office hands out and collects their forms. */
export function drawResponses(
  persons: readonly Person[],
  questions: readonly Question[],
  fieldwork: Fieldwork,
  seed: number,
): { participants: readonly Participant[]; responses: readonly Response[] } {
  const participants: Participant[] = [];
  const responses: Response[] = [];
  if (persons.length === 0) return { participants, responses };
  const area = persons[0]!.cluster;
  const chance = randomStream(seed, area.key, "answers");
  const visit = visitDay(fieldwork, chance);
  for (const { unit, categories, effect } of persons) {
    const times = formTimes(fieldwork, visit, chance);
    const participant = {
      key: `P${unit.key}`,
      sampleUnitKey: unit.key,
      registeredAt: times.registered,
      handedOutAt: times.handedOut,
      deliveryStatus: deliveryStatus(unit.disposition!),
      answered: categories !== null,
    };
    participants.push(participant);
    if (categories === null) continue;
    responses.push({
      key: `R${unit.key}`,
      participantKey: participant.key,
      openedAt: times.opened,
      submittedAt: times.submitted,
      editedAt: null,
      isTest: false,
      interviewer: area.interviewer,
      answers: questions.map((question) => question.answer(categories, effect, chance)),
      person: unit,
    });
  }
  return { participants, responses };
}

function deliveryStatus(disposition: string): string {
  if (disposition === "complete") return "delivered";
  return disposition === "refusal" ? "refused" : "not_delivered";
}
