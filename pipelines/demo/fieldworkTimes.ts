import { KnownError } from "../../models/errors.ts";
import type { RandomStream } from "./randomStream.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Vietnam is seven hours ahead of UTC and has no summer time. */
const vietnam = 7 * hour;

/** The times of a round's fieldwork, in milliseconds UTC. A day of the round is a day in Vietnam. */
export interface Fieldwork {
  readonly opens: number;
  /** The first moment after the closing day. */
  readonly closes: number;
}

/** Throws when the days are too few for a visit, a collection and a second form. */
export function toFieldwork({ opens, closes }: { opens: string; closes: string }): Fieldwork {
  const fieldwork = { opens: Date.parse(opens) - vietnam, closes: Date.parse(closes) + day - vietnam };
  if (fieldwork.closes - fieldwork.opens >= 12 * day) return fieldwork;
  throw new KnownError(
    `Fieldwork from ${opens} to ${closes} is shorter than the 12 days that the demo needs.`,
    {
      hint: "Correct the days of fieldwork in the round's round.yaml.",
    },
  );
}

/** The day an area is visited: late enough after the opening and early enough before the closing for a second form. */
export function visitDay({ opens, closes }: Fieldwork, chance: RandomStream): number {
  const days = Math.max(1, Math.floor((closes - opens) / day) - 10);
  return opens + (2 + chance.between(0, days - 1)) * day;
}

export interface FormTimes {
  readonly registered: number;
  readonly handedOut: number;
  readonly opened: number;
  readonly submitted: number;
}

/** A paper form is handed out by day, and collected one or two days later. */
export function formTimes({ opens }: Fieldwork, visit: number, chance: RandomStream): FormTimes {
  const handedOut = visit + 8 * hour + chance.between(0, 540) * minute;
  const opened = handedOut + chance.between(5, 300) * minute;
  const submitted = opened + chance.between(16, 40) * hour + chance.between(0, 59) * minute;
  return { registered: opens - 10 * day, handedOut, opened, submitted };
}

/** Submitted, with the store keeping no dates: the mark that LimeSurvey leaves. */
export const noDate = Date.UTC(1980, 0, 1);

export const later = {
  days: (from: number, n: number) => from + n * day,
  seconds: (from: number, n: number) => from + n * 1000,
  hours: (from: number, n: number) => from + n * hour,
};
