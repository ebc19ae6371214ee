import type { Unit } from "../../../models/units/unit.ts";
import { type StoreWriter, toTimestamp } from "../storeWriter.ts";
import type { Interviewer } from "./drawInterviews.ts";
import { momentOf } from "./seasonClock.ts";
import { seasonShape } from "./seasonShape.ts";

/** Writes the fieldwork of one province: its communes and persons, and the form of each. */
export function writeInterviews(store: StoreWriter, unit: Unit, interviewers: readonly Interviewer[]): void {
  const { roundCode, interviews } = seasonShape;
  const { form } = interviews;
  const drawn = interviewers.flatMap(({ interviews: own }) => own);
  for (const area of new Set(drawn.map((interview) => interview.area))) {
    store.add("sample_units", [
      ...[roundCode, "minh_hoa", area, null, "commune", unit.unit_name, `Xã minh họa ${area}`],
      ...[100n, 0.1, false, true, false, null, null],
    ]);
  }
  for (const { key, area, interviewer, team, device, openedAt, submittedAt, answers } of drawn) {
    const person = `ng-${key}`;
    store.add("sample_units", [
      ...[roundCode, "minh_hoa", person, area, "person", unit.unit_name, null],
      ...[1000n, 0.1, false, true, false, null, "complete"],
    ]);
    const registered = toTimestamp(momentOf(-5, 9));
    store.add("participants", [roundCode, form, person, person, unit.unit_name, "citizen", registered]);
    store.add("deliveries", [
      ...[roundCode, form, person, "face_to_face", toTimestamp(openedAt), "delivered", null, null],
    ]);
    store.add("responses", [
      ...[roundCode, form, `pv-${key}`, person, toTimestamp(openedAt), toTimestamp(submittedAt)],
      ...[null, false, interviewer, team, device],
    ]);
    store.addAnswers(`pv-${key}`, answers);
  }
}

/** What the form asks. */
export function writeQuestions(store: StoreWriter, questions: readonly string[]): void {
  for (const [i, question] of questions.entries())
    store.add("instrument_questions", [
      ...[
        seasonShape.roundCode,
        seasonShape.interviews.form,
        question,
        "level",
        `Câu minh họa ${i + 1}`,
        "1 2 3 4 5",
      ],
    ]);
}
