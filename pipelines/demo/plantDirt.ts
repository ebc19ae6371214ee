import type { Participant, Response } from "./drawResponses.ts";
import { type Fieldwork, later, noDate } from "./fieldworkTimes.ts";
import type { Question } from "./questionnaire.ts";
import type { RandomStream } from "./randomStream.ts";
import { type DirtKind, demoShape, dirtKinds } from "./shape.ts";

export interface PlantedDirt {
  readonly kind: DirtKind;
  /** The response that is dirty; of a pair, the later one. */
  readonly responseKey: string;
}

/**
 * Spoils a known number of a unit's responses, each in one way only, so that whatever order reasons are looked for in,
 * the same ones are found. Adds the second forms, the trial forms and the forms of nobody.
 */
export function plantDirt(
  responses: Response[],
  participants: readonly Participant[],
  questions: readonly Question[],
  fieldwork: Fieldwork,
  chance: RandomStream,
): readonly PlantedDirt[] {
  const counts = dirtKinds.map((kind) => Math.max(1, Math.round(demoShape.dirt[kind] * responses.length)));
  const wanted = counts.reduce((sum, count) => sum + count, 0);
  const nOrdinary = responses.length;
  if (wanted * 2 > nOrdinary) return []; // too few to spoil any
  const drawn = chance.draw(2 * wanted, nOrdinary);
  const chosen = drawn.slice(0, wanted);
  const untouched = drawn.slice(wanted); // what a spoiled form borrows from stays whole
  const silent = participants.filter((participant) => !participant.answered).map(({ key }) => key);
  const planted: PlantedDirt[] = [];
  dirtKinds.forEach((kind, k) => {
    for (let i = 0; i < counts[k]!; i++) {
      const response = responses[chosen.pop()!]!;
      const other = responses[untouched.pop()!]!;
      const key = spoil[kind]({ response, other, responses, silent, questions, fieldwork, chance });
      if (key !== null) planted.push({ kind, responseKey: key });
    }
  });
  return planted;
}

interface Spoiling {
  readonly response: Response;
  readonly other: Response;
  readonly responses: Response[];
  readonly silent: string[];
  readonly questions: readonly Question[];
  readonly fieldwork: Fieldwork;
  readonly chance: RandomStream;
}

const spoil: Readonly<Record<DirtKind, (at: Spoiling) => string | null>> = {
  unfinished: ({ response, chance }) => {
    const from = Math.floor(response.answers.length * (0.3 + 0.5 * chance.uniform()));
    response.answers.fill(null, from);
    response.submittedAt = null;
    response.person.disposition = "partial";
    return response.key;
  },
  no_date: ({ response }) => {
    response.openedAt = null;
    response.submittedAt = noDate;
    return response.key;
  },
  answered_twice: ({ response, other, responses, questions }) => {
    const own = (i: number) => questions[i]!.item.block === "demographic";
    const answers = response.answers.map((answer, i) => (own(i) ? answer : other.answers[i]!));
    return add(responses, {
      ...response,
      key: `${response.key}-2`,
      openedAt: later.days(response.openedAt!, 3),
      submittedAt: later.days(response.submittedAt!, 3),
      answers,
    });
  },
  double_click: ({ response, responses, chance }) =>
    add(responses, {
      ...response,
      key: `${response.key}-b`,
      submittedAt: later.seconds(response.submittedAt!, chance.between(1, 9)),
      answers: [...response.answers],
    }),
  after_closing: ({ response, fieldwork, chance }) => {
    response.submittedAt = later.hours(fieldwork.closes, chance.between(30, 220));
    return response.key;
  },
  before_opening: ({ response, fieldwork, chance }) => {
    response.openedAt = later.hours(fieldwork.opens, -chance.between(60, 150));
    response.submittedAt = later.hours(response.openedAt, 20);
    return response.key;
  },
  edited_after_closing: ({ response, fieldwork, chance }) => {
    response.editedAt = later.hours(fieldwork.closes, chance.between(30, 220));
    return response.key;
  },
  test_response: ({ response, other, responses, silent }) => {
    const participantKey = silent.shift();
    if (participantKey === undefined) return null;
    const key = `R${participantKey.slice(1)}-t`;
    return add(responses, { ...response, key, participantKey, isTest: true, answers: [...other.answers] });
  },
  unknown_person: ({ response, other, responses }) => {
    const key = `${response.key}-u`;
    return add(responses, {
      ...response,
      key,
      participantKey: `P${key.slice(1)}`,
      answers: [...other.answers],
    });
  },
  no_satisfaction_answer: ({ response, questions }) => {
    questions.forEach(({ item }, i) => {
      if (item.factor !== undefined) response.answers[i] = null;
    });
    return response.key;
  },
};

function add(responses: Response[], response: Response): string {
  responses.push(response);
  return response.key;
}
