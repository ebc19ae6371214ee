import type { ReleaseFacts } from "./facts.ts";
import type { Words } from "./messages/words.ts";

/** What every file of a release says of itself: name and value, in order. */
export function footerEntries(facts: ReleaseFacts, words: Words): readonly (readonly [string, string])[] {
  return [
    [words.say("footer.release"), facts.release],
    [words.say("footer.date"), words.locale.date(facts.printedDate)],
    [words.say("footer.snapshot"), facts.snapshotHash.slice(0, 12)],
    [words.say("footer.method"), facts.methodVersion],
    [words.say("footer.code"), facts.codeVersion],
  ];
}
