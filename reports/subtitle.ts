import type { Document } from "./document.ts";
import type { DocumentFacts } from "./facts.ts";
import type { Words } from "./messages/words.ts";

/** Whose report this is, of which release and day, or until which day the monitor counts; a comparison is of no release. */
export function subtitleOf(
  { subtitle }: Pick<Document, "subtitle">,
  facts: DocumentFacts,
  words: Words,
): string {
  if ("isComparison" in facts && subtitle !== null) return subtitle;
  const label =
    "release" in facts
      ? words.say("release.label", { release: facts.release, date: facts.printedDate })
      : words.say("monitor.label", { date: facts.asOfDate });
  return subtitle === null ? label : `${subtitle} – ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
