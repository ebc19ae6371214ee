import type { Words } from "../messages/words.ts";
import type { Letter } from "./letter.ts";

/** What stands on every page of a letter of ours: that it is a draft, and that its figures are invented if they are. */
export function draftMark({ isIllustrative }: Letter, words: Words): string {
  const draft = words.say("letter.draft");
  return isIllustrative ? `${draft} – ${words.say("provenance.mark")}` : draft;
}

/** "Nghệ An, ngày … tháng … năm …": the day is written by whoever signs. */
export function placeAndDate({ place }: Letter, words: Words): string {
  return words.say("letter.date", { place: place ?? words.say("letter.blank_place") });
}
