import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** One CSV of a reference set: an empty field is a missing value. */
export interface Table {
  readonly rows: number;
  readonly names: readonly string[];
  /** The column as text, null where missing. */
  labels(name: string): (string | null)[];
  /** The column as numbers, NaN where missing. */
  numbers(name: string): Float64Array;
  /** Whether every value present is a number. */
  isNumeric(name: string): boolean;
}

export function readTable(file: string): Table {
  const [names, ...records] = parse(readFileSync(file, "utf8")) as [string[], ...string[][]];
  const labels = (name: string) => {
    const at = names.indexOf(name);
    if (at < 0) throw new Error(`${file} has no column ${name}; it has ${names.join(", ")}.`);
    return records.map((record) => (record[at] === "" ? null : record[at]!));
  };
  return {
    rows: records.length,
    names,
    labels,
    numbers: (name) =>
      Float64Array.from(labels(name), (value) => (value === null ? Number.NaN : Number(value))),
    isNumeric: (name) => labels(name).every((value) => value === null || Number.isFinite(Number(value))),
  };
}
