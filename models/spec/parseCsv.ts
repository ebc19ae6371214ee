import { CsvError, type Info, parse } from "csv-parse/sync";
import { z } from "zod";
import type { Issue } from "../errors.ts";
import { explainIssue } from "./explainIssue.ts";
import type { Parsed, Path } from "./parsed.ts";

interface Record_ {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Reads one CSV specification file (comma, UTF-8, a header line) into rows of the schema. The columns must be
 * exactly the schema's, in any order; an empty cell is null where the schema allows null; numbers are
 * written plainly (no thousands separator). Every problem is collected, each with its column and line.
 */
export function parseCsv<Shape extends z.core.$ZodLooseShape>(
  file: string,
  text: string,
  schema: z.ZodObject<Shape, z.core.$strict>,
): Parsed<z.infer<z.ZodObject<Shape, z.core.$strict>>[]> {
  type Row = z.infer<z.ZodObject<Shape, z.core.$strict>>;
  const { records, issues: broken } = splitRecords(file, text);
  const [header, ...body] = records;
  const lineOf = (row: PropertyKey | undefined) => (typeof row === "number" ? body[row]?.line : header?.line);
  const at = (path: Path, message: string): Issue => {
    const line = lineOf(path[0]);
    return {
      file,
      path: path.slice(1).map(String).join("."),
      message,
      ...(line === undefined ? {} : { line }),
    };
  };
  const columns = header?.cells ?? [];
  const issues = [
    ...broken,
    ...headerIssues(columns, Object.keys(schema.shape)).map((text_) => at([], text_)),
  ];
  if (issues.length > 0) return { file, value: null, issues, at };

  const rows: Row[] = [];
  body.forEach(({ cells }, index) => {
    if (cells.length !== columns.length) {
      issues.push(at([index], `has ${cells.length} cells; the header has ${columns.length}`));
      return;
    }
    const raw = Object.fromEntries(
      columns.map((name, i) => [name, toCell(cells[i] ?? "", schema.shape[name])]),
    );
    const result = schema.safeParse(raw);
    if (result.success) rows.push(result.data as Row);
    else
      issues.push(
        ...result.error.issues.map((issue) => at([index, ...issue.path], explainIssue(issue, raw))),
      );
  });
  return { file, value: issues.length > 0 ? null : rows, issues, at };
}

function splitRecords(file: string, text: string): { records: Record_[]; issues: Issue[] } {
  const records: Record_[] = [];
  try {
    parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: ({ record, info }: { record: string[]; info: Info }) => {
        const broken = record.join("").split("\n").length - 1; // a quoted cell may hold line breaks
        records.push({ cells: record, line: info.lines - broken });
        return null;
      },
    } as never);
    return { records, issues: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (records.at(-1)?.line ?? 0) + 1; // where the broken record begins, not where reading gave up
    return {
      records,
      issues: [{ file, path: "", line, message: `cannot be read as CSV: ${reason(error)}` }],
    };
  }
}

function reason(error: CsvError): string {
  return error.code === "CSV_QUOTE_NOT_CLOSED" ? "a quote that opens here is never closed" : error.message;
}

function headerIssues(columns: readonly string[], expected: readonly string[]): string[] {
  const twice = columns.filter((name, i) => columns.indexOf(name) !== i);
  return [
    ...expected.filter((name) => !columns.includes(name)).map((name) => `column ${name} is missing`),
    ...columns
      .filter((name) => !expected.includes(name))
      .map((name) => `column ${name} is not a known column here`),
    ...twice.map((name) => `column ${name} stands twice`),
  ];
}

/** An empty cell is null, and plain digits are a number, where the column's type asks for it. */
function toCell(cell: string, type: unknown): unknown {
  if (type instanceof z.ZodNullable) return cell === "" ? null : toCell(cell, type.unwrap());
  if (type instanceof z.ZodNumber && /^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
  return cell;
}
