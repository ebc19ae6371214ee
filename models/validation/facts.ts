import type { ValueType } from "../frameworks/expressionType.ts";
import { hasCodes } from "../instruments/answerCodes.ts";
import type { Instrument } from "../instruments/instrument.ts";

/** What every form can be asked besides its answers, and from how much each is told. */
export const formFacts = {
  /** Minutes from opening to submission; unknown where the store kept no date. */
  minutes: "number",
  /** Minutes from handing out the form to its submission. */
  minutes_since_sent: "number",
  /** Satisfaction items with an answer, and all that the form asks. */
  n_answered: "number",
  n_asked: "number",
  /** How many of these answers are the most frequent one. */
  n_alike: "number",
  /** Forms that this person submitted; unknown where the form names nobody. */
  n_by_person: "number",
  /** Forms of this interviewer that were submitted on the same day, in Vietnam; unknown without an interviewer or a day. */
  n_by_interviewer_day: "number",
  /** Forms that came from the same device or address on the same day, likewise. */
  n_by_device_day: "number",
  is_submitted: "yes_no",
  is_test: "yes_no",
} as const satisfies Record<string, ValueType>;

/**
 * The names that a formula may use for a form: the level of every answer by the item's code, `blank_<item>`, and the facts of
 * the form as a whole.
 */
export function factsOf({ items }: Instrument): Map<string, ValueType> {
  const asked = items.filter(hasCodes);
  return new Map<string, ValueType>([
    ...Object.entries(formFacts),
    ...asked.map(({ code }) => [code, "number"] as const),
    ...asked.map(({ code }) => [`blank_${code}`, "yes_no"] as const),
  ]);
}
