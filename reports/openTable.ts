import { illustrativeMark } from "./folder.ts";
import type { MartRow } from "./sections.ts";

/** What a column holds. Decimals and dates travel as text, so that no digit is lost on the way. */
export type OpenType = "text" | "integer" | "number" | "decimal" | "date" | "boolean";

export interface OpenColumn {
  readonly name: string;
  readonly type: OpenType;
  readonly description: string;
}

/** A table whose rows stand on pages of the bundle, as data: what it is, its key, its columns, its rows unrounded. */
export interface OpenTable {
  /** Without its schema. */
  readonly name: string;
  readonly summary: string;
  readonly key: readonly string[];
  readonly columns: readonly OpenColumn[];
  readonly rows: readonly MartRow[];
}

/** `data/<table>.csv`; the name says it when any row is invented. */
export function dataPath({ name, rows }: Pick<OpenTable, "name" | "rows">, ending: string): string {
  const isIllustrative = rows.some(({ provenance }) => provenance === "illustrative");
  return `data/${name}${isIllustrative ? `-${illustrativeMark}` : ""}.${ending}`;
}

/** The values of a column, each of the column's own type; NULL stays null. */
export function valuesOf({ name, type }: OpenColumn, rows: readonly MartRow[]): (OpenValue | null)[] {
  return rows.map((row) => {
    const value = row[name] ?? null;
    if (value === null) return null;
    switch (type) {
      case "integer":
      case "number":
        return Number(value);
      case "boolean":
        return value === true;
      default:
        return String(value);
    }
  });
}

export type OpenValue = string | number | boolean;
