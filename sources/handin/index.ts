import { readFile, stat } from "node:fs/promises";
import { z } from "zod";
import { SourceError } from "../../models/errors.ts";
import { type KeyedHash, readKeyedHash } from "../database/keyedHash.ts";
import { identifier } from "../database/login.ts";
import { defineSource, type RawRow, type RawTable, rawTables, type SourceContext } from "../source.ts";
import { storeKeys } from "../store/schema.ts";
import { encodings } from "./decodeText.ts";
import type { Complaint } from "./grid.ts";
import { readCsvGrid } from "./readCsvGrid.ts";
import { readSheetGrid } from "./readSheetGrid.ts";
import { mayBeEmpty, type Reading, readTable } from "./readTable.ts";

const file = z
  .strictObject({
    /** A .csv or .xlsx file. */
    path: z.string().regex(/\.(csv|txt|xlsx)$/i, "is a .csv, .txt or .xlsx file"),
    table: z.enum(Object.keys(rawTables) as [RawTable, ...RawTable[]]),
    columns: z.record(z.string(), z.string()).default({}),
    constants: z.record(z.string(), z.string()).default({}),
    questions: z.record(z.string(), z.string()).default({}),
    /** The question code → what the file says → the value in the instrument. */
    answers: z.record(z.string(), z.record(z.string(), z.string())).default({}),
    sheet: z.string().optional(),
    /** The number of the row in which the header stands, where titles stand above it. */
    header_row: z.int().positive().optional(),
    encoding: z.enum(encodings).optional(),
    separator: z.enum([",", ";", "\t"]).optional(),
  })
  .superRefine(({ table, columns, constants, questions, answers }, context) => {
    for (const column of [...Object.keys(columns), ...Object.keys(constants)]) {
      if (!Object.hasOwn(rawTables[table], column)) {
        context.addIssue({ code: "custom", message: `${column} is no column of ${table}` });
      }
    }
    if (table !== "answers" && Object.keys({ ...questions, ...answers }).length > 0) {
      context.addIssue({ code: "custom", message: "only the table answers has questions and answers" });
    }
    const isWide = Object.keys(questions).length > 0;
    const named = { ...columns, ...constants, ...(isWide && { question_code: "" }) };
    for (const column of storeKeys[table]) {
      if (Object.hasOwn(named, column) || column === mayBeEmpty) continue;
      const message = `${column} is missing: name its header in columns, or its value in constants`;
      context.addIssue({ code: "custom", message });
    }
  });

const handinConfig = z.strictObject({
  files: z.array(file).min(1),
  /** The sign before decimals: it has to be said, "1.234" does not tell. */
  decimal: z.enum([",", "."]),
  dates: z.enum(["dd/mm/yyyy", "yyyy-mm-dd"]).default("dd/mm/yyyy"),
  /** Hours that the clock of whoever fills in the files is ahead of UTC. */
  hours_ahead: z.number().min(-12).max(14).default(7),
  /** The key with which codes of persons and devices are hashed; without one they stay as they are. */
  token_key_file: z.string().min(1).optional(),
  token_key_env: identifier.optional(),
});

type HandinConfig = z.infer<typeof handinConfig>;

const mostBytes = 200 * 1024 * 1024;
const mostComplaints = 50;

/** Files that offices hand in: all of them are read without a fault, or nothing is. */
export default defineSource({
  kind: "handin",
  config: handinConfig,

  async *extract(config, context) {
    const key = { file: config.token_key_file, env: config.token_key_env };
    const hash = key.file || key.env ? await readKeyedHash(key, context) : null;
    const tables = new Map<RawTable, RawRow[]>();
    const seen: Reading["seen"] = new Map();
    const complaints: string[] = [];
    for (const each of config.files) {
      const { rows, complaints: found } = await readHandin(each, config, seen, context);
      complaints.push(...found.map(({ where, what }) => `  ${each.path}${where && `, ${where}`}: ${what}`));
      tables.set(each.table, (tables.get(each.table) ?? []).concat(rows));
    }
    if (complaints.length > 0) throw refusal(complaints);
    for (const table of Object.keys(rawTables) as RawTable[]) {
      const rows = tables.get(table);
      if (rows) yield { table, batches: inOneBatch(hash ? rows.map((row) => withHashes(row, hash)) : rows) };
    }
  },
});

/** Columns that tell persons and devices apart, and what stands before each code so that no two kinds share a hash. */
const identities = { participant_key: "", interviewer_key: "submitter:", device_key: "device:" };

function withHashes(row: RawRow, hash: KeyedHash): RawRow {
  const hashed = Object.entries(identities)
    .filter(([column]) => (row[column] ?? null) !== null)
    .map(([column, kind]) => [column, hash(`${kind}${row[column]}`)]);
  return { ...row, ...Object.fromEntries(hashed) };
}

async function readHandin(
  each: HandinConfig["files"][number],
  config: HandinConfig,
  seen: Reading["seen"],
  context: SourceContext,
): Promise<{ rows: RawRow[]; complaints: Complaint[] }> {
  const path = context.resolvePath(each.path);
  const bytes = await readBytes(path);
  const writing = { decimal: config.decimal, dates: config.dates, hoursAhead: config.hours_ahead };
  const options = { ...each, writing };
  const grid = /\.xlsx$/i.test(path) ? readSheetGrid(bytes, options) : readCsvGrid(bytes, options);
  return readTable(grid, each, { file: each.path, writing, seen });
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= mostBytes) return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new SourceError(`The handed-in file ${path} cannot be read (${code}).`, {
      hint: "Put the file there, readable by this user, or correct its path in thuocdo.yaml.",
      cause,
    });
  }
  throw new SourceError(`The handed-in file ${path} is larger than ${mostBytes / 1_048_576} MB.`, {
    hint: "Split it, and name each part under `files` in thuocdo.yaml.",
  });
}

function refusal(complaints: readonly string[]): SourceError {
  const more = complaints.length - mostComplaints;
  const shown = complaints.slice(0, mostComplaints).join("\n");
  const rest = more > 0 ? `\n  … và ${more} lỗi nữa` : "";
  return new SourceError(`Tệp nộp có ${complaints.length} lỗi, chưa nhận hàng nào:\n${shown}${rest}`, {
    hint: "Sửa tệp rồi nộp lại; chữ trong dấu `…` là khai báo của kho trong thuocdo.yaml.",
  });
}

async function* inOneBatch(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  yield rows;
}
