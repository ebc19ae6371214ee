import type { DemoRound } from "./demoRound.ts";
import type { Response } from "./drawResponses.ts";
import type { DrawnUnit } from "./drawUnit.ts";
import { later } from "./fieldworkTimes.ts";
import { misspellRows } from "./misspellRows.ts";
import type { Question } from "./questionnaire.ts";
import { type RandomStream, randomStream } from "./randomStream.ts";
import { demoShape } from "./shape.ts";
import { type StoreWriter, toTimestamp } from "./storeWriter.ts";

/** How many rows of a table write the unit otherwise, by kind. */
export interface Misspelled {
  readonly participants: Readonly<Record<string, number>>;
  readonly sample_units: Readonly<Record<string, number>>;
}

/** Writes the rows of one unit. */
export function writeUnit(store: StoreWriter, round: DemoRound, drawn: DrawnUnit, seed: number): Misspelled {
  const instrumentCode = round.instrument.instrument;
  const { unit_code, unit_name } = drawn.unit;
  const chance = randomStream(seed, round.code, unit_code, "names");
  const { misspelled } = demoShape;
  const inFrame = misspellRows(unit_name, drawn.sampleUnits.length, misspelled.sample_units, chance);
  const inList = misspellRows(unit_name, drawn.participants.length, misspelled.participants, chance);

  drawn.sampleUnits.forEach((node, i) => {
    store.add("sample_units", [
      ...[round.code, "sipas", node.key, node.parentKey, node.stage, inFrame.names[i]!, node.name],
      ...[BigInt(node.populationCount), node.selectionProbability, node.selectionProbability === 1],
      ...[true, node.isSubstitute, node.replacedByKey, node.disposition],
    ]);
  });
  drawn.participants.forEach((person, i) => {
    const start = [round.code, instrumentCode, person.key] as const;
    store.add("participants", [
      ...start,
      ...[person.sampleUnitKey, inList.names[i]!, "citizen", toTimestamp(person.registeredAt)],
    ]);
    store.add("deliveries", [
      ...start,
      ...["paper", toTimestamp(person.handedOutAt), person.deliveryStatus, null, null],
    ]);
  });
  const rechecks = randomStream(seed, round.code, unit_code, "rechecks");
  for (const response of drawn.responses) {
    const { key, participantKey, openedAt, submittedAt, editedAt, isTest, interviewer, answers } = response;
    store.add("responses", [
      ...[round.code, instrumentCode, key, participantKey],
      ...[toTimestamp(openedAt), toTimestamp(submittedAt), toTimestamp(editedAt), isTest],
      ...[interviewer, null, null],
    ]);
    store.addAnswers(key, answers);
    if (rechecks.uniform() < demoShape.recheckShare) recheck(store, round.code, response, drawn, rechecks);
  }
  return { participants: inList.counts, sample_units: inFrame.counts };
}

/** A second visit by somebody else, about a few questions, some of which are answered otherwise. */
function recheck(
  store: StoreWriter,
  roundCode: string,
  response: Response,
  { questions, responses }: DrawnUnit,
  chance: RandomStream,
): void {
  const at = toTimestamp(later.days(response.submittedAt ?? response.openedAt ?? 0, 4));
  const rechecked = demoShape.recheckedItems as readonly string[];
  questions.forEach(({ item }: Question, i) => {
    if (!rechecked.includes(item.code)) return;
    const other = responses[chance.between(0, responses.length - 1)]!;
    const agrees = chance.uniform() < demoShape.recheckAgreement;
    const value = (agrees ? response : other).answers[i]!;
    store.add("rechecks", [roundCode, response.key, item.question, value, at, `${response.interviewer}-r`]);
  });
}
