const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Controls (but for tab and line ends), halves of a surrogate pair, non-characters, and marks that turn the direction of text. */
const unwritable = /[^\P{Cc}\t\n\r]|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text as any document of ours may hold it: composed, and what no document should hold becomes �. */
export function cleanText(text: string): string {
  return text.normalize("NFC").replace(unwritable, "\ufffd");
}

/**
 * Makes any text safe as text and as a quoted attribute. Everything that reaches a page goes through here: names and
 * answers are somebody else's words.
 */
export function escapeText(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => entities[character] as string);
}
