/** One sheet of a workbook: a few lines, then one table. Cells are texts and numbers and nothing else: no formula exists here. */
export interface Sheet {
  readonly name: string;
  /** The first is the sheet's heading. */
  readonly lines: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

export interface SheetColumn {
  readonly header: string;
  readonly align: "left" | "right";
  /** The column that names the row stays in sight while the others are scrolled. */
  readonly isRowHeader: boolean;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  readonly isStrong: boolean;
}

/** A text, or a number with the code of its format. */
export type SheetCell = string | { readonly value: number; readonly format: string };
