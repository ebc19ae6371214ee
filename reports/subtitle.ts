import type { Document } from "./document.ts";
import type { ReleaseFacts } from "./facts.ts";
import type { Words } from "./messages/words.ts";

/** Whose report this is, of which release and day. */
export function subtitleOf(
  { subtitle }: Pick<Document, "subtitle">,
  { release, printedDate }: ReleaseFacts,
  words: Words,
): string {
  const label = words.say("release.label", { release, date: printedDate });
  return subtitle === null ? label : `${subtitle} – ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
