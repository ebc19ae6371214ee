import { EstimateError } from "../../models/errors.ts";
import type { Cell, Table } from "../blocks.ts";
import { cellText } from "../cellText.ts";
import type { Words } from "../messages/words.ts";
import { decimalCode, numberCode } from "./numberCode.ts";
import type { Sheet, SheetCell, SheetColumn } from "./sheet.ts";

/** A table of a page as a sheet: an interval becomes its two ends, a figure that is not there its mark. */
export function tableSheet(table: Table, name: string, words: Words): Sheet {
  const isInterval = table.columns.map((_, position) =>
    table.body.some(({ cells }) => cells[position]?.kind === "interval"),
  );
  return {
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
