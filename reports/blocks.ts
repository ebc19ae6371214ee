import type { Chart } from "./charts/chart.ts";
import type { BlockProvenance, Provenance } from "./provenance.ts";
import { provenanceOf } from "./provenance.ts";
import type { Estimate, Status } from "./rows.ts";

type Rows<Row = object> = readonly (Row & { readonly provenance: Provenance })[];

/** One cell: how it is written is the writer's business, what it means is said here. */
export type Cell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly format: NumberFormat }
  /** Exact decimal text: a published figure keeps its digits. */
  | { readonly kind: "decimal"; readonly text: string }
  | { readonly kind: "interval"; readonly low: number; readonly high: number }
  /** The figure is withheld ([c]), not available ([x]) or does not apply here ([z]). */
  | { readonly kind: "mark"; readonly mark: "c" | "x" | "z"; readonly reason: string | null }
  | { readonly kind: "link"; readonly href: string; readonly text: string }
  /** Rows of tables in the same document: links where a format has them, else their names. */
  | { readonly kind: "places"; readonly places: readonly { readonly id: string; readonly text: string }[] };

export type NumberFormat =
  | "percent"
  | "share"
  | "count"
  | "points"
  | "residual"
  | "probability"
  | "df"
  | "signed_count"
  | "difference"
  | "ratio"
  | "year";

export interface Sentence {
  readonly kind: "sentence";
  readonly text: string;
  /** Headlines also stand on the first page of a national bundle. */
  readonly isHeadline: boolean;
  /** Said beside the figures, not of them, as the command that tells where they come from: set small on a page, left out on paper. */
  readonly isAside: boolean;
  readonly provenance: BlockProvenance;
}

export interface Figure {
  readonly kind: "figure";
  readonly title: string;
  readonly subtitle: string;
  /** What somebody hears who cannot see the picture. */
  readonly description: string;
  readonly chart: Chart;
  readonly provenance: BlockProvenance;
}

export interface Column<Row> {
  readonly header: string;
  /** The column that names the row. */
  readonly isRowHeader?: boolean;
  readonly align?: "left" | "right";
  readonly cell: (row: Row) => Cell;
}

/** How a spreadsheet draws a table from its own cells: percentages as bars, some with intervals. Columns by their place. */
export interface TablePlot {
  /** What somebody hears who does not see the picture. */
  readonly description: string;
  readonly axisTitle: string;
  readonly series: readonly { readonly column: number; readonly interval?: number }[];
}

export interface Table {
  readonly kind: "table";
  readonly caption: string;
  /** What it is called where there is room for a few words, as on the tab of a sheet; a table of a letter has none. */
  readonly shortName?: string;
  readonly columns: readonly {
    readonly header: string;
    readonly isRowHeader: boolean;
    readonly align: "left" | "right";
  }[];
  readonly body: readonly {
    readonly cells: readonly Cell[];
    readonly isStrong: boolean;
    /** Where a link leads that means this row. */
    readonly id?: string;
    /** Exact points of the row and its maximum, for a page on which others can be tried. */
    readonly trial?: Trial;
  }[];
  /** On a page other points may be tried; in print the table stands alone. */
  readonly tryOut?: TryOut;
  readonly provenance: BlockProvenance;
  readonly plot?: TablePlot;
  /** How paper holds it where that is not as it stands. */
  readonly onPaper?: OnPaper;
}

/** A table too long for paper. Pages and workbooks hold it whole, and paper says so. */
export type OnPaper =
  /** So many rows, the first; none: a line that says where the table is. */
  | { readonly kind: "first"; readonly rows: number }
  /** The rows that are set strong, which are totals. */
  | { readonly kind: "strong" }
  /** Each row a few words run in, set small and grouped by what stands in a column. */
  | {
      readonly kind: "entries";
      readonly by: number;
      /** What may stand in that column, in reading order. */
      readonly order: readonly string[];
      readonly leavesOut: LeftOut | null;
    };

/** Rows that paper has said already, by their place, and the line that says so. */
interface LeftOut {
  readonly rows: ReadonlySet<number>;
  readonly text: string;
}

interface Trial {
  readonly points: string;
  readonly max: string;
}

/** What a trial needs besides the points of the rows: the unit's exact total, its interval, the goals, and every word. */
export interface TryOut {
  readonly total: string;
  readonly max: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly goals: readonly { readonly text: string; readonly needed: string }[];
  /** The mark before decimals. */
  readonly mark: string;
  /** Messages; what stands in braces is filled in while trying. */
  readonly texts: Readonly<Record<string, string>>;
}

export type Block = Sentence | Figure | Table;

export function sentence(
  rows: Rows,
  text: string,
  options: { isHeadline?: boolean; isAside?: boolean } = {},
): Sentence {
  return {
    kind: "sentence",
    text,
    isHeadline: options.isHeadline ?? false,
    isAside: options.isAside ?? false,
    provenance: provenanceOf(rows, text),
  };
}

export function figure(rows: Rows, picture: Omit<Figure, "kind" | "provenance">): Figure {
  return { kind: "figure", ...picture, provenance: provenanceOf(rows, picture.title) };
}

export function table<Row extends object>(
  rows: Rows<Row>,
  content: {
    readonly caption: string;
    readonly shortName?: string;
    readonly columns: readonly Column<Row>[];
    readonly isStrong?: (row: Row) => boolean;
    /** Null: no link means this row. */
    readonly idOf?: (row: NoInfer<Row>) => string | null;
    readonly trialOf?: (row: Row) => Trial;
    readonly tryOut?: TryOut;
    readonly plot?: TablePlot;
    readonly onPaper?: Table["onPaper"];
  },
): Table {
  return {
    kind: "table",
    caption: content.caption,
    ...(content.shortName === undefined ? {} : { shortName: content.shortName }),
    columns: content.columns.map(
      ({ header, isRowHeader = false, align = isRowHeader ? "left" : "right" }) => ({
        header,
        isRowHeader,
        align,
      }),
    ),
    body: rows.map((row) => {
      const id = content.idOf?.(row) ?? null;
      return {
        cells: content.columns.map((column) => column.cell(row)),
        isStrong: content.isStrong?.(row) ?? false,
        ...(id === null ? {} : { id }),
        ...(content.trialOf === undefined ? {} : { trial: content.trialOf(row) }),
      };
    }),
    ...(content.tryOut === undefined ? {} : { tryOut: content.tryOut }),
    provenance: provenanceOf(rows, content.caption),
    ...(content.plot === undefined ? {} : { plot: content.plot }),
    ...(content.onPaper === undefined ? {} : { onPaper: content.onPaper }),
  };
}

export const cell = {
  text: (text: string): Cell => ({ kind: "text", text }),
  /** A number, or [x] when there is none. */
  number: (value: number | null, format: NumberFormat): Cell =>
    value === null ? cell.absent(null) : { kind: "number", value, format },
  decimal: (text: string | null, reason: string | null = null): Cell =>
    text === null ? cell.absent(reason) : { kind: "decimal", text },
  estimate: ({ value, status }: Estimate, format: NumberFormat = "percent"): Cell =>
    value === null ? cell.missing(status) : { kind: "number", value, format },
  interval: ({ low, high, status }: Estimate): Cell =>
    low === null || high === null ? cell.missing(status) : { kind: "interval", low, high },
  /** Withheld when suppressed, not available for every other reason. */
  missing: (status: Status): Cell => ({
    kind: "mark",
    mark: status === "suppressed" ? "c" : "x",
    reason: null,
  }),
  /** Where a published figure was read: a link that somebody may follow, never one that is fetched. */
  source: (address: string): Cell => {
    const first = address.split(/\s+/).find((part) => /^https?:\/\//i.test(part) && URL.canParse(part));
    return first === undefined
      ? cell.text(address)
      : { kind: "link", href: first, text: new URL(first).hostname };
  },
  place: (id: string, text: string): Cell => ({ kind: "places", places: [{ id, text }] }),
  absent: (reason: string | null): Cell => ({ kind: "mark", mark: "x", reason }),
  notApplicable: (): Cell => ({ kind: "mark", mark: "z", reason: null }),
} as const;
