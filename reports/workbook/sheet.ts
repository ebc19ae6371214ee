/** One sheet of a workbook: a few lines, then one table. Cells are texts and numbers and nothing else: no formula exists here, and a chart only refers to them. */
export interface Sheet {
  readonly name: string;
  /** The first is the sheet's heading. */
  readonly lines: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly chart?: SheetChart;
}

/** Bars of some columns of the sheet, a row each; columns are counted from zero. */
export interface SheetChart {
  readonly title: string;
  readonly description: string;
  readonly axisTitle: string;
  readonly label: number;
  readonly series: readonly {
    readonly value: number;
    /** How far the interval reaches below and above the value; null without an interval. */
    readonly minus: number | null;
    readonly plus: number | null;
  }[];
}

export interface SheetColumn {
  readonly header: string;
  readonly align: "left" | "right";
  /** The column that names the row stays in sight while the others are scrolled. */
  readonly isRowHeader: boolean;
  /** In figures of the ordinary size; else it follows from what stands in the column. */
  readonly width?: number;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  readonly isStrong: boolean;
}

/** A text, or a number with the code of its format. */
export type SheetCell = string | { readonly value: number; readonly format: string };
