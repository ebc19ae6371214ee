import { EstimateError } from "../../models/errors.ts";
import type { Cell, Table, TablePlot } from "../blocks.ts";
import { cellText } from "../cellText.ts";
import type { Words } from "../messages/words.ts";
import { decimalCode, numberCode } from "./numberCode.ts";
import type { Sheet, SheetCell, SheetChart, SheetColumn } from "./sheet.ts";

/** A table of a page as a sheet: an interval becomes its two ends, a figure that is not there its mark. */
export function tableSheet(table: Table, name: string, words: Words): Sheet {
  const isInterval = table.columns.map((_, position) =>
    table.body.some(({ cells }) => cells[position]?.kind === "interval"),
  );
  const sheet: Sheet = {
    name,
    lines: [
      table.caption,
      words.say("workbook.source", { source: words.say(`provenance.${table.provenance}`) }),
    ],
    columns: table.columns.flatMap((column, position): SheetColumn[] =>
      isInterval[position]
        ? [
            { ...column, header: words.say("workbook.low", { column: column.header }) },
            { ...column, header: words.say("workbook.high", { column: column.header }) },
          ]
        : [column],
    ),
    rows: table.body.map(({ cells, isStrong }, row) => ({
      isStrong,
      cells: cells.flatMap((cell, position) => {
        const written = sheetCells(cell, words, `${table.caption}, row ${row + 1}`);
        return isInterval[position] && written.length === 1 ? [...written, ...written] : written;
      }),
    })),
  };
  return table.plot === undefined ? sheet : withPlot(sheet, table, table.plot, isInterval, words);
}

/** The sheet with its chart. Error bars want lengths, not ends: two more columns, in sight, for each series that has them. */
function withPlot(
  sheet: Sheet,
  table: Table,
  plot: TablePlot,
  isInterval: readonly boolean[],
  words: Words,
): Sheet {
  const placeOf = (column: number) => column + isInterval.slice(0, column).filter(Boolean).length;
  const columns = [...sheet.columns];
  const added = sheet.rows.map((): SheetCell[] => []);
  const series = plot.series.map(({ column, interval }): SheetChart["series"][number] => {
    const value = placeOf(column);
    if (interval === undefined || !isInterval[interval]) return { value, minus: null, plus: null };
    const [minus, plus] = [columns.length, columns.length + 1];
    const header = sheet.columns[value]?.header ?? "";
    columns.push({
      header: words.say("workbook.minus", { column: header }),
      align: "right",
      isRowHeader: false,
    });
    columns.push({
      header: words.say("workbook.plus", { column: header }),
      align: "right",
      isRowHeader: false,
    });
    sheet.rows.forEach(({ cells }, row) => {
      const [at, low, high] = [cells[value], cells[placeOf(interval)], cells[placeOf(interval) + 1]];
      added[row]?.push(distance(low, at), distance(at, high));
    });
    return { value, minus, plus };
  });
  return {
    ...sheet,
    columns,
    rows: sheet.rows.map(({ cells, isStrong }, row) => ({
      cells: [...cells, ...(added[row] ?? [])],
      isStrong,
    })),
    chart: {
      ...{ title: table.caption, description: plot.description, axisTitle: plot.axisTitle, series },
      label: placeOf(
        Math.max(
          0,
          table.columns.findIndex(({ isRowHeader }) => isRowHeader),
        ),
      ),
    },
  };
}

/** How far one number is from the next; where one of them is a mark, that mark. */
function distance(from: SheetCell | undefined, to: SheetCell | undefined): SheetCell {
  if (typeof from !== "object") return from ?? "[x]";
  if (typeof to !== "object") return to ?? "[x]";
  return { value: to.value - from.value, format: from.format };
}

function sheetCells(cell: Cell, words: Words, place: string): readonly SheetCell[] {
  switch (cell.kind) {
    case "text":
    case "link":
      return [cell.text];
    case "places":
      return [cellText(cell, words)];
    case "mark":
      return [`[${cell.mark}]`];
    case "interval":
      return [cell.low, cell.high].map((value) => ({
        value: finite(value, place),
        format: numberCode("percent", value, words.language),
      }));
    case "number":
      return [
        { value: finite(cell.value, place), format: numberCode(cell.format, cell.value, words.language) },
      ];
    case "decimal":
      return [{ value: finite(Number(cell.text), place), format: decimalCode(cell.text, words.language) }];
  }
}

function finite(value: number, place: string): number {
  if (Number.isFinite(value)) return value;
  throw new EstimateError(`"${place}" holds ${value}; a workbook holds numbers that are finite, and marks.`);
}
