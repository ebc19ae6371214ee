import type { DocumentFacts } from "./facts.ts";
import type { Words } from "./messages/words.ts";

type Entry = readonly [name: string, value: string];

/** What every file of a release, or of a day of the monitor, says of itself: name and value, in order. */
export function footerEntries(facts: DocumentFacts, words: Words): readonly Entry[] {
  const { date } = words.locale;
  const first: readonly Entry[] =
    "release" in facts
      ? [
          [words.say(facts.isComparison ? "footer.comparison" : "footer.release"), facts.release],
          [words.say("footer.date"), date(facts.printedDate)],
        ]
      : [[words.say("footer.as_of"), date(facts.asOfDate)]];
  return [
    ...first,
    [words.say("footer.snapshot"), facts.snapshotHash.slice(0, 12)],
    [words.say("footer.method"), facts.methodVersion],
    [words.say("footer.code"), facts.codeVersion],
  ];
}
