import { type RawRow, type RawTable, type RawType, rawTables } from "../source.ts";
import type { Complaint, Grid } from "./grid.ts";
import { toValue, type Writing } from "./toValue.ts";

/** How a grid becomes rows of one raw table. */
export interface TableMapping {
  readonly table: RawTable;
  /** The raw column → the header of the file. */
  readonly columns: Readonly<Record<string, string>>;
  /** The raw column → one value for every row. */
  readonly constants: Readonly<Record<string, string>>;
  /** The header of the file → the question code: each column becomes rows of `answers`. */
  readonly questions: Readonly<Record<string, string>>;
}

/** The rows of a table and everything that is wrong: where something is, nothing of the file is taken. */
export function readTable(
  grid: Grid,
  mapping: TableMapping,
  writing: Writing,
): { rows: RawRow[]; complaints: Complaint[] } {
  if (grid.header.length === 0) return { rows: [], complaints: [...grid.complaints] };
  const complaints = [...grid.complaints, ...checkHeader(grid, mapping)];
  if (complaints.length > 0) return { rows: [], complaints };
  const types: Readonly<Record<string, RawType>> = rawTables[mapping.table];
  const placeOf = new Map(grid.header.map((name, index) => [name, index]));
  const rows: RawRow[] = [];
  for (const { number, cells } of grid.rows) {
    const row: Record<string, RawRow[string]> = {};
    for (const [column, type] of Object.entries(types)) {
      const header = mapping.columns[column];
      const place = header === undefined ? undefined : placeOf.get(header);
      const text = place === undefined ? (mapping.constants[column] ?? "") : (cells[place] ?? "");
      const read = toValue(text, type, writing);
      if ("wrong" in read) complaints.push({ where: grid.at(number, place ?? 0), what: read.wrong });
      else row[column] = read.value;
    }
    const questions = Object.entries(mapping.questions);
    if (questions.length === 0) rows.push(row);
    for (const [header, code] of questions) {
      const text = (cells[placeOf.get(header) ?? -1] ?? "").trim();
      if (text !== "") rows.push({ ...row, question_code: code, answer_value: text });
    }
  }
  return complaints.length > 0 ? { rows: [], complaints } : { rows, complaints };
}

function checkHeader({ header, at }: Grid, { columns, questions }: TableMapping): Complaint[] {
  const twice = header.filter((name, index) => name !== "" && header.indexOf(name) !== index);
  const wanted = [...Object.values(columns), ...Object.keys(questions)];
  const missing = wanted.filter((name) => !header.includes(name));
  return [
    ...twice.map((name) => ({
      where: at(1, header.lastIndexOf(name)),
      what: `tiêu đề "${name}" có hai lần`,
    })),
    ...missing.map((name) => ({
      where: at(1, 0),
      what: `không có cột "${name}"; tệp có: ${header.join(", ")}`,
    })),
  ];
}
