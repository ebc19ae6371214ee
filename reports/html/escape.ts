const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Controls (but for tab and line ends), halves of a surrogate pair, and marks that turn the direction of text. */
const unwritable = /[^\P{Cc}\t\n\r]|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Makes any text safe as text and as a quoted attribute. Everything that reaches a page goes through here: names and
 * answers are somebody else's words. What no document should hold becomes �.
 */
export function escapeText(text: string): string {
  return text
    .normalize("NFC")
    .replace(unwritable, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character] as string);
}
