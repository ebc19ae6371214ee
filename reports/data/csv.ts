import { type OpenColumn, type OpenTable, type OpenValue, valuesOf } from "../openTable.ts";

/**
 * CSV as RFC 4180 writes it, in UTF-8 with a byte-order mark, which spreadsheets need to read Vietnamese. A text that a
 * spreadsheet would take for a formula is preceded by an apostrophe (OWASP); numbers never are, nor is anything else.
 */
export function toCsv({ columns, rows }: OpenTable): string {
  const values = columns.map((column) => valuesOf(column, rows).map((value) => field(value, column)));
  const lines = rows.map((_, row) => values.map((column) => column[row]).join(","));
  return `\u{FEFF}${[columns.map(({ name }) => name).join(","), ...lines].join("\r\n")}\r\n`;
}

function field(value: OpenValue | null, { type }: OpenColumn): string {
  if (value === null) return "";
  const text = String(value);
  if (type !== "text") return text;
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) || harmless === "" ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
