import type { Row, Value } from "../../sql/table.ts";
import type { Explanation, Part } from "./explanation.ts";
import { placeLines } from "./placeLines.ts";

/** An explanation as lines to read in a terminal. */
export function explanationLines(explanation: Explanation): string[] {
  const { name, name_en, index_code, round_code, node_code, node_name, tables } = explanation;
  return [
    `${name} (${name_en}), ${index_code} ${round_code}, node ${node_code}: ${node_name}`,
    ...(explanation.provenance === "illustrative"
      ? ["dữ liệu minh họa – invented figures: they say nothing about any real agency"]
      : []),
    "",
    ...pairs(explanation.figure),
    `provenance: ${explanation.provenance}`,
    "",
    "How it is made",
    ...explanation.how.map((step) => `  ${step}`),
    ...explanation.parts.flatMap(partLines),
    ...(explanation.sources.length === 0
      ? []
      : ["", "Published at", ...explanation.sources.map((url) => `  ${url}`)]),
    "",
    "Tables, from what was given to where it stands",
    ...tables.map(({ table, file }) => `  ${table}  (${file})`),
    "",
    `build ${explanation.build} · snapshot ${explanation.snapshot ?? "no longer recorded"} · method ${explanation.method_version} · code ${explanation.code_version}`,
    ...placeLines(explanation),
  ];
}

function pairs(row: Row): string[] {
  return Object.entries(row).map(([column, value]) => `${column}: ${text(value)}`);
}

export function partLines({ title, rows }: Part): string[] {
  if (rows.length === 0) return [];
  const body =
    rows.length === 1
      ? pairs(rows[0] as Row).map((line) => `  ${line}`)
      : tableLines(rows).map((line) => `  ${line}`);
  return ["", title, ...body];
}

function tableLines(rows: readonly Row[]): string[] {
  const columns = Object.keys(rows[0] as Row);
  const cells = [columns, ...rows.map((row) => columns.map((column) => text(row[column] ?? null)))];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => (line[i] ?? "").length)));
  return cells.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** Trailing zeros of an exact decimal say nothing. */
export function text(value: Value): string {
  if (value === null) return "–";
  if (typeof value === "string" && /^-?\d+\.\d+$/.test(value)) return value.replace(/\.?0+$/, "");
  return value instanceof Date ? value.toISOString() : String(value);
}
