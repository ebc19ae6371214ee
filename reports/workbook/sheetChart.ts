import type { Sheet, SheetCell, SheetChart } from "./sheet.ts";

/** A chart of a sheet's own cells, placed: everything the parts of the file need, still without XML. */
export interface PlacedChart {
  readonly title: string;
  /** A chart of invented figures says so under its title. */
  readonly mark: string | null;
  readonly description: string;
  readonly axisTitle: string;
  readonly labels: CellRange<string>;
  readonly series: readonly {
    readonly name: CellRange<string>;
    readonly values: CellRange<number>;
    readonly minus: CellRange<number> | null;
    readonly plus: CellRange<number> | null;
  }[];
  /** The first free column to the right of the table, counted from zero. */
  readonly column: number;
}

/** Cells by their address, and what they hold when the file is made: readers show that until they compute. */
export interface CellRange<Held> {
  readonly address: string;
  readonly held: readonly Held[];
}

/**
 * Where the cells of a chart are. Rows without a figure stand in the table as marks, and a program would draw a text as zero:
 * they are left out of the chart, whose address then names several stretches.
 */
export function placeChart(sheet: Sheet, chart: SheetChart, mark: string | null): PlacedChart | null {
  const headerRow = sheet.lines.length + 1;
  const isNumber = (row: number, column: number) => typeof sheet.rows[row]?.cells[column] === "object";
  // a series without any figure, such as the region of a province that has none, would empty the whole chart
  const drawn = chart.series.filter(({ value }) => sheet.rows.some((_, row) => isNumber(row, value)));
  const columns = drawn.flatMap(({ value, minus, plus }) =>
    [value, minus, plus].filter((column) => column !== null),
  );
  const rows = [...sheet.rows.keys()].filter((row) => columns.every((column) => isNumber(row, column)));
  if (columns.length === 0 || rows.length === 0) return null;
  const stretches = stretchesOf(rows);
  const address = (column: number) => {
    const parts = stretches.map(
      ([from, to]) =>
        `${quoted(sheet.name)}!${cellAt(column, headerRow + 1 + from)}:${cellAt(column, headerRow + 1 + to)}`,
    );
    return parts.length === 1 ? (parts[0] as string) : `(${parts.join(",")})`;
  };
  const held = (column: number) => rows.map((row) => sheet.rows[row]?.cells[column] as SheetCell);
  const numbers = (column: number | null) =>
    column === null
      ? null
      : {
          address: address(column),
          held: held(column).map((cell) => (cell as Exclude<SheetCell, string>).value),
        };
  return {
    ...{ title: chart.title, mark, description: chart.description, axisTitle: chart.axisTitle },
    labels: { address: address(chart.label), held: held(chart.label).map(String) },
    series: drawn.map(({ value, minus, plus }) => ({
      name: {
        address: `${quoted(sheet.name)}!${cellAt(value, headerRow)}`,
        held: [sheet.columns[value]?.header ?? ""],
      },
      values: numbers(value) as CellRange<number>,
      minus: numbers(minus),
      plus: numbers(plus),
    })),
    column: sheet.columns.length + 1,
  };
}

/** Rows that follow each other, as their first and last. */
function stretchesOf(rows: readonly number[]): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else stretches.push([row, row]);
  }
  return stretches;
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

function cellAt(column: number, row: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `$${letters}$${row}`;
}
