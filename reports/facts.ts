import type { Language } from "./locale.ts";
import type { Words } from "./messages/words.ts";

/** What is true of a whole folder of documents, whatever it holds. No clock stands in it. */
interface Origin {
  readonly snapshotHash: string;
  readonly methodVersion: string;
  readonly codeVersion: string;
  readonly language: Language;
}

/** What is true of the whole release: the printed date is the round's own. */
export interface ReleaseFacts extends Origin {
  /** The release's label, such as 2023-r1. */
  readonly release: string;
  /** ISO date of the edition's round. */
  readonly printedDate: string;
}

/** What is true of every page of one day of the monitor. It is no release: nothing in it is published. */
export interface MonitorFacts extends Origin {
  /** ISO date of the last day that is counted. */
  readonly asOfDate: string;
}

export type DocumentFacts = ReleaseFacts | MonitorFacts;

/** Name and value of each fact, for the foot of a page and the cover of a workbook. */
export function factLines(facts: DocumentFacts, words: Words): readonly (readonly [string, string])[] {
  const { locale } = words;
  const first: readonly (readonly [string, string])[] =
    "release" in facts
      ? [
          [words.say("footer.release"), facts.release],
          [words.say("footer.date"), locale.date(facts.printedDate)],
        ]
      : [[words.say("footer.as_of"), locale.date(facts.asOfDate)]];
  return [
    ...first,
    [words.say("footer.snapshot"), facts.snapshotHash.slice(0, 12)],
    [words.say("footer.method"), facts.methodVersion],
    [words.say("footer.code"), facts.codeVersion],
  ];
}
