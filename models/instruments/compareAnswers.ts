import { answerCodes, hasCodes } from "./answerCodes.ts";
import { type Drift, drift } from "./compareForm.ts";
import type { Instrument, Item } from "./instrument.ts";

/** How often a question was answered by a value. */
export interface GivenAnswer {
  readonly question_code: string;
  readonly answer_value: string;
  readonly n_answers: number;
}

/** A value that fewer gave is not repeated: it may be somebody's own words. */
const leastToRepeat = 5;

/**
 * Compares answers with an instrument where a store does not say what its forms ask: a question that is mostly answered by
 * values that its item does not know is asked otherwise, or its answers are words where codes are meant.
 *
 * Single slips are no drift: they are counted when a warehouse is built. It does not see a question that nobody answered.
 */
export function compareAnswers(form: Instrument, given: readonly GivenAnswer[]): Drift[] {
  return form.items.filter(hasCodes).flatMap((item) => {
    const own = given.filter(({ question_code }) => question_code === item.question);
    return maybeOffScale(form, item, own) ?? [];
  });
}

function maybeOffScale(form: Instrument, item: Item, given: readonly GivenAnswer[]): Drift | null {
  const codes = answerCodes(item);
  const off = given.filter(({ answer_value }) => !codes.includes(answer_value));
  const [nOff, n] = [sum(off), sum(given)];
  if (nOff === 0 || nOff * 2 < n) return null;
  const [most] = off.toSorted((a, b) => b.n_answers - a.n_answers);
  const example = most && most.n_answers >= leastToRepeat ? `, most often by “${most.answer_value}”` : "";
  const what = `is answered otherwise than by ${codes.join(" ")} in ${nOff} of ${n} answers${example}`;
  return drift("recoded", form, item, what);
}

function sum(given: readonly GivenAnswer[]): number {
  return given.reduce((total, { n_answers }) => total + n_answers, 0);
}
