import { answerCodes } from "./answerCodes.ts";
import type { Instrument, Item } from "./instrument.ts";

/** A question as a store says that its form asks it; null where the store does not say. */
export interface AskedQuestion {
  readonly question_code: string;
  readonly answer_kind: string | null;
  readonly wording: string | null;
  /** The codes that an answer may have, separated by blanks. */
  readonly answer_codes: string | null;
}

export type DriftKind = "missing" | "new" | "renamed" | "retyped" | "recoded" | "reworded";

/** One way in which a form of a store differs from its instrument. */
export interface Drift {
  readonly kind: DriftKind;
  readonly instrument: string;
  readonly question: string;
  /** The item it is read into; null for a question that the instrument does not have. */
  readonly item: string | null;
  /** Whether the difference changes what is computed: then nothing may be computed from the store. */
  readonly stops: boolean;
  readonly sentence: string;
}

/**
 * Compares a form, as a store describes it, with its instrument: questions that are missing, new, renamed (the wording
 * stands under another code) or retyped, answer codes added or removed, and other wording.
 *
 * A difference stops only for an item that is read: not for open answers, new questions and wording, which a person has
 * to judge. What the store does not say is not compared. It does not see a question that keeps its code and wording and
 * changes its meaning.
 *
 * @example compareForm(form, []).every((drift) => drift.kind === "missing") // true
 */
export function compareForm(form: Instrument, asked: readonly AskedQuestion[]): Drift[] {
  const byCode = new Map(asked.map((question) => [question.question_code, question]));
  const items = form.items.filter((item) => item.kind !== "missing_in_copy");
  const known = new Set(form.items.map((item) => item.question));
  const added = asked.filter((question) => !known.has(question.question_code));
  const renamed = new Set<AskedQuestion>();
  const found: Drift[] = [];
  for (const item of items) {
    const question = byCode.get(item.question);
    if (question) found.push(...compareItem(form, item, question));
    else {
      const other = added.find((candidate) => isSameWording(candidate.wording, item.name.vi));
      if (other) renamed.add(other);
      found.push(absent(form, item, other));
    }
  }
  const unknown = added.filter((question) => !renamed.has(question));
  return [...found, ...unknown.map((question) => unheardOf(form, question))];
}

function compareItem(form: Instrument, item: Item, question: AskedQuestion): Drift[] {
  const found: Drift[] = [];
  const codes = question.answer_codes?.split(/\s+/).filter(Boolean) ?? null;
  const isSameScale = codes !== null && codes.length > 0 && sameSet(codes, answerCodes(item));
  const kind = question.answer_kind;
  if (kind !== null && familyOf(kind) !== familyOf(item.kind) && !isSameScale) {
    found.push(drift("retyped", form, item, `is asked as ${kind}, not as ${item.kind}`));
  } else if (codes !== null && codes.length > 0 && item.kind !== "text" && !isSameScale) {
    found.push(drift("recoded", form, item, recoding(codes, answerCodes(item))));
  }
  if (question.wording !== null && !isSameWording(question.wording, item.name.vi)) {
    found.push(drift("reworded", form, item, `reads “${question.wording}”, not “${item.name.vi}”`));
  }
  return found;
}

function absent(form: Instrument, item: Item, other: AskedQuestion | undefined): Drift {
  return other
    ? drift("renamed", form, item, `is missing; its wording stands under ${other.question_code}`)
    : drift("missing", form, item, "is missing");
}

function unheardOf(form: Instrument, { question_code, wording }: AskedQuestion): Drift {
  const said = wording === null ? "" : ` (“${wording}”)`;
  return {
    kind: "new",
    instrument: form.instrument,
    question: question_code,
    item: null,
    stops: false,
    sentence: `Question ${question_code}${said} is not in the form ${form.instrument}; nothing is read from it.`,
  };
}

/** A difference of an item, which stops unless only words changed or nothing is computed. */
export function drift(kind: DriftKind, form: Instrument, item: Item, what: string): Drift {
  return {
    kind,
    instrument: form.instrument,
    question: item.question,
    item: item.code,
    stops: kind !== "reworded" && item.kind !== "text",
    sentence: `Question ${item.question} of the form ${form.instrument} ${what}. It feeds ${feeds(form, item)}.`,
  };
}

/** What is computed from an item, in words. */
function feeds(form: Instrument, item: Item): string {
  const factor = form.factors.find((candidate) => candidate.code === item.factor);
  if (!factor) return `item ${item.code} (${item.name.vi}; ${item.block})`;
  const part = form.parts.find((candidate) => candidate.code === factor.part);
  return `item ${item.code}, factor ${factor.code} (${factor.name.vi}) and part ${part?.code} (${part?.name.vi})`;
}

function recoding(codes: readonly string[], wanted: readonly string[]): string {
  const added = codes.filter((code) => !wanted.includes(code));
  const removed = wanted.filter((code) => !codes.includes(code));
  const parts = [
    added.length > 0 && `has answers that the instrument does not know (${added.join(", ")})`,
    removed.length > 0 && `lacks answers of the instrument (${removed.join(", ")})`,
  ];
  return parts.filter(Boolean).join(" and ");
}

/** A store cannot tell an ordered scale from a list of answers. */
function familyOf(kind: string): string {
  return kind === "level" ? "choice" : kind;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code) => b.includes(code));
}

function isSameWording(a: string | null, b: string): boolean {
  return a !== null && wordingKey(a) === wordingKey(b);
}

function wordingKey(wording: string): string {
  return wording
    .normalize("NFC")
    .toLocaleLowerCase("vi")
    .replaceAll(/[\s\u00A0]+/g, " ")
    .replaceAll(/^[\s.:;?!…]+|[\s.:;?!…]+$/g, "");
}
