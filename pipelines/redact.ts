const hidden = "***";

/** Words of a name that say that its value is a secret. */
const secretName = /pass(word|wd|phrase)?|secret|token|api_?key|private_?key|credential|authorization/i;

/** What may stand in a text, and what stands in its place: credentials first, then what names a person. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b([a-z][a-z0-9+.-]*:\/{1,2})[^\s/@]*:[^\s/@]*@/gi, `$1${hidden}@`], // user:password in an address
  [
    /\b((?:pass(?:word|wd)?|secret|token|api_?key)["']?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s,;&]+)/gi,
    `$1${hidden}`,
  ],
  [/\b(authorization["']?\s*[=:]\s*)[^\n;,]+/gi, `$1${hidden}`],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${hidden}`],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, "<e-mail>"],
  [/(?<![\w.-])(?:\+84[ .-]?|0)[2-9](?:[ .-]?\d){8,9}(?![\w-])/g, "<phone>"],
  [/(?<![\w.-])\d{12}(?![\w.-])/g, "<identity number>"],
];

/** A text without credentials, e-mail addresses, telephone and identity numbers. */
export function redactText(text: string): string {
  return patterns.reduce((kept, [pattern, replacement]) => kept.replace(pattern, replacement), text);
}

/** The same for every text within a value; what a secret's name announces is hidden whole. */
export function redact(value: unknown): unknown {
  if (typeof value === "string") return redactText(value);
  if (value instanceof Error) return { kind: value.name, message: redactText(value.message) };
  if (Array.isArray(value)) return value.map(redact);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, secretName.test(name) ? hidden : redact(held)]),
  );
}
