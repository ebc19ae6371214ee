import type { Row } from "../../sql/table.ts";
import type { Place } from "./places.ts";
import type { Subject } from "./subject.ts";
import type { TableBehind } from "./tablesBehind.ts";

/** One table of an explanation: what it shows, and its rows. */
export interface Part {
  readonly part: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Where one figure comes from, without what the build itself says. */
export interface Origin {
  readonly node_code: string;
  readonly node_name: string;
  readonly node_name_en: string;
  readonly provenance: string;
  /** The mart that the figure stands in. */
  readonly mart: `marts.${string}` | `spec.${string}`;
  readonly figure: Row;
  /** How it is made, step by step. */
  readonly how: readonly string[];
  readonly parts: readonly Part[];
  /** Where it was published, where it was. */
  readonly sources: readonly string[];
  /** Where a bundle of a release shows it. */
  readonly link: string | null;
  /** No page shows the figure itself: the link leads to the nearest row. */
  readonly isNearest?: boolean;
}

/** An explained figure: whose, which, how, from which tables, from which snapshot. */
export interface Explanation extends Subject, Omit<Origin, "isNearest">, Place {
  readonly tables: readonly TableBehind[];
  readonly build: string;
  readonly snapshot: string | null;
  readonly code_version: string;
  readonly method_version: string;
}
