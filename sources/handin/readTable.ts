import { type RawRow, type RawTable, type RawType, rawTables } from "../source.ts";
import { storeKeys } from "../store/schema.ts";
import { type Complaint, type Grid, type GridRow, toHeader } from "./grid.ts";
import { toValue, type Writing } from "./toValue.ts";

/** The one part of a key that may be empty: a form that was never sent has no time of sending. */
export const mayBeEmpty = "sent_at";

/** How a grid becomes rows of one raw table. */
export interface TableMapping {
  readonly table: RawTable;
  /** The raw column → the header of the file. */
  readonly columns: Readonly<Record<string, string>>;
  /** The raw column → one value for every row. */
  readonly constants: Readonly<Record<string, string>>;
  /** The header of the file → the question code: each column becomes rows of `answers`. */
  readonly questions: Readonly<Record<string, string>>;
  /** The question code → what the file says → the value in the instrument. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a file is read with beside its mapping. */
export interface Reading {
  readonly file: string;
  readonly writing: Writing;
  /** Where each key was met first: no second row may have it, in this file or another. */
  readonly seen: Map<string, { readonly file: string; readonly where: string }>;
}

/** What is wrong in a row: in the cell of a raw column, or as a whole. */
interface Wrong {
  readonly column?: string;
  readonly what: string;
}

/** The rows of a table and everything that is wrong: where something is, nothing of the file is taken. */
export function readTable(
  grid: Grid,
  mapping: TableMapping,
  reading: Reading,
): { rows: RawRow[]; complaints: Complaint[] } {
  if (grid.header.length === 0) return { rows: [], complaints: [...grid.complaints] };
  const elsewhere = maybeHeaderElsewhere(grid, mapping);
  if (elsewhere) return { rows: [], complaints: [elsewhere] };
  const unread = [...grid.complaints, ...checkHeader(grid, mapping)];
  if (unread.length > 0) return { rows: [], complaints: unread };
  const complaints: Complaint[] = [];
  const rows: RawRow[] = [];
  for (const line of grid.rows) {
    const read = readLine(line, grid, mapping, reading);
    for (const { column, what } of read.wrong) {
      const place = column === undefined ? -1 : grid.header.indexOf(toHeader(mapping.columns[column] ?? ""));
      complaints.push({ where: grid.at(line.number, place < 0 ? undefined : place), what });
    }
    rows.push(...read.rows);
  }
  return complaints.length > 0 ? { rows: [], complaints } : { rows, complaints };
}

function readLine(
  line: GridRow,
  grid: Grid,
  mapping: TableMapping,
  reading: Reading,
): { rows: RawRow[]; wrong: Wrong[] } {
  const notOne = maybeNoRow(line);
  if (notOne) return { rows: [], wrong: [{ what: notOne }] };
  const cells = new Map(grid.header.map((name, index) => [name, line.cells[index] ?? ""]));
  const cellOf = (header: string) => cells.get(toHeader(header));
  const { row, wrong } = readRow(cellOf, mapping, reading.writing);
  const rows = toAnswers(row, cellOf, mapping);
  if (wrong.length > 0) return { rows, wrong };
  const badKey = maybeBadKey(rows, mapping, { ...reading, where: grid.at(line.number) });
  return { rows, wrong: badKey ? [badKey] : [] };
}

/** What stands between the rows of tables that are made for print. */
function maybeNoRow({ cells }: GridRow): string | null {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  if (/^(tổng|tổng cộng|tổng số|cộng|total)\s*(:.*)?$/iu.test(filled[0] ?? "")) {
    return "là hàng tổng; hãy xóa, mỗi hàng chỉ ghi một đối tượng";
  }
  return filled.every((cell) => /^\(\w{1,2}\)$/.test(cell)) ? "là hàng đánh số cột; hãy xóa" : null;
}

function readRow(
  cellOf: (header: string) => string | undefined,
  { table, columns, constants }: TableMapping,
  writing: Writing,
): { row: RawRow; wrong: Wrong[] } {
  const types: Readonly<Record<string, RawType>> = rawTables[table];
  const row: Record<string, RawRow[string]> = {};
  const wrong: Wrong[] = [];
  for (const [column, type] of Object.entries(types)) {
    const header = columns[column];
    const read = toValue((header ? cellOf(header) : constants[column]) ?? "", type, writing);
    if ("wrong" in read) wrong.push({ column, what: read.wrong });
    else row[column] = read.value;
  }
  return { row, wrong };
}

/** The row itself, or of answers in a column each one row a question that was answered. */
function toAnswers(
  row: RawRow,
  cellOf: (header: string) => string | undefined,
  { table, questions, answers }: TableMapping,
): RawRow[] {
  const meant = (code: string, said: string) => answers[code]?.[said] ?? said;
  const wide = Object.entries(questions);
  if (wide.length > 0) {
    return wide.flatMap(([header, question_code]) => {
      const said = (cellOf(header) ?? "").trim();
      return said === "" ? [] : [{ ...row, question_code, answer_value: meant(question_code, said) }];
    });
  }
  const { question_code: code, answer_value: said } = row;
  if (table !== "answers" || typeof code !== "string" || typeof said !== "string") return [row];
  return [{ ...row, answer_value: meant(code, said) }];
}

function maybeBadKey(
  rows: readonly RawRow[],
  { table, columns }: TableMapping,
  { file, where, seen }: Reading & { readonly where: string },
): Wrong | null {
  const key: readonly string[] = storeKeys[table];
  for (const row of rows) {
    const empty = key.find((column) => (row[column] ?? null) === null && column !== mayBeEmpty);
    if (empty) return { column: empty, what: "ô trống; hàng nào cũng phải ghi cột này" };
    const id = JSON.stringify([table, ...key.map((column) => row[column])]);
    const first = seen.get(id);
    if (first) {
      const headers = key.flatMap((column) => columns[column] ?? []).join(", ");
      const place = first.file === file ? first.where : `${first.file}, ${first.where}`;
      return { what: `lặp lại ${place}: cùng ${headers}` };
    }
    seen.set(id, { file, where });
  }
  return null;
}

function wantedHeaders({ columns, questions }: TableMapping): string[] {
  return [...Object.values(columns), ...Object.keys(questions)].map(toHeader);
}

/** A title stands where the header should: the row below that has every name is told. */
function maybeHeaderElsewhere(
  { header, headerRow, rows, at }: Grid,
  mapping: TableMapping,
): Complaint | null {
  const wanted = wantedHeaders(mapping);
  const hasAll = (names: readonly string[]) => wanted.every((name) => names.includes(name));
  const below = hasAll(header) ? undefined : rows.find(({ cells }) => hasAll(cells.map(toHeader)));
  if (!below) return null;
  const what = `không phải hàng tiêu đề; tiêu đề ở ${at(below.number)}: hãy khai \`header_row: ${below.number}\``;
  return { where: at(headerRow), what };
}

function checkHeader({ header, headerRow, at }: Grid, mapping: TableMapping): Complaint[] {
  const twice = header.filter((name, index) => name !== "" && header.indexOf(name) !== index);
  const missing = wantedHeaders(mapping).filter((name) => !header.includes(name));
  return [
    ...twice.map((name) => ({
      where: at(headerRow, header.lastIndexOf(name)),
      what: `tiêu đề "${name}" có hai lần`,
    })),
    ...missing.map((name) => ({
      where: at(headerRow),
      what: `không có cột "${name}"; tệp có: ${header.filter(Boolean).join(", ")}`,
    })),
  ];
}
