import type { Encoding } from "./decodeText.ts";
import type { Writing } from "./toValue.ts";

/** Where something is wrong in a file, as its reader points at it, and what. */
export interface Complaint {
  readonly where: string;
  readonly what: string;
}

/** A table as it was handed in: a header and rows of texts. */
export interface Grid {
  readonly header: readonly string[];
  /** The number of the row in which the header stands. */
  readonly headerRow: number;
  readonly rows: readonly GridRow[];
  /** Names a row, or a cell, as the reader of the file sees it. */
  readonly at: (row: number, column?: number) => string;
  readonly complaints: readonly Complaint[];
}

export interface GridRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface GridOptions {
  /** The row of the header; without it the first that holds something. */
  readonly header_row?: number | undefined;
  readonly encoding?: Encoding | undefined;
  readonly separator?: "," | ";" | "\t" | undefined;
  readonly sheet?: string | undefined;
  readonly writing: Writing;
}

/** A file of which nothing is read, and why. */
export function refused(what: string, where = ""): Grid {
  return { header: [], headerRow: 0, rows: [], at: () => "", complaints: [{ where, what }] };
}

/** A header as it is compared: on one line, with single spaces. */
export function toHeader(text: string): string {
  return text.replaceAll(/[\s\u00a0]+/g, " ").trim();
}
