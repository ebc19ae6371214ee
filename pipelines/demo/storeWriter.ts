import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import {
  type DuckDBConnection,
  DuckDBDataChunkWriter,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBTimestampValue,
  type DuckDBValue,
  listValue,
} from "@duckdb/node-api";
import { Big } from "big.js";
import { StorageError } from "../../models/errors.ts";
import { sqlIdentifier } from "../../models/text/sqlIdentifier.ts";
import { readStoreDdl } from "../../sources/store/readStoreDdl.ts";
import type { StoreTable } from "../../sources/store/schema.ts";

export type StoreRow = readonly (
  | string
  | number
  | bigint
  | boolean
  | DuckDBTimestampValue
  | DuckDBDecimalValue
  | null
)[];

/** Fills a new survey store, table by table; nothing is there before `finish`. */
export interface StoreWriter {
  /** Adds one row, its values in the order of the table's columns. */
  readonly add: (table: StoreTable, row: StoreRow) => void;
  /** Adds the answers of one response, in the order of the round's questions. */
  readonly addAnswers: (responseKey: string, answers: readonly (string | null)[]) => void;
  /** Starts a round: its questions are the columns that answers come in. */
  readonly startRound: (roundCode: string, questionCodes: readonly string[]) => Promise<void>;
  /** Ends the round: its answers become rows, one an answer; a blank is no row. */
  readonly endRound: () => Promise<void>;
  readonly finish: () => Promise<void>;
  /** Gives up: nothing is left of the file. */
  readonly abandon: () => Promise<void>;
}

/** Opens a new store file; one that a killed run left there is removed. Throws StorageError where nothing can be written. */
export async function openStoreWriter(path: string): Promise<StoreWriter> {
  const instance = await createFile(path).catch((cause) => {
    throw new StorageError(`The demo store cannot be written at ${path}: ${cause.message}.`, { cause });
  });
  const connection = await instance.connect();
  await connection.run(await readStoreDdl());
  const tables = new Map<StoreTable, TableWriter>();
  for (const table of writtenTables) tables.set(table, await openTable(connection, table));
  let round: ({ code: string; answers: TableWriter } & AnswerCodes) | null = null;

  return {
    add: (table, row) => tables.get(table)!.writer.appendRow(row as DuckDBValue[]),
    addAnswers: (key, answers) => round!.answers.writer.appendRow([key, ...answers.map(round!.toCode)]),
    async startRound(code, questionCodes) {
      const columns = questionCodes.map((question) => `${sqlIdentifier(question)} integer`);
      await connection.run(`create temp table wide_answers (response_key varchar, ${columns.join(", ")})`);
      round = { code, answers: await openTable(connection, "wide_answers", "temp"), ...answerCodes() };
    },
    async endRound() {
      close(round!.answers);
      await connection.run(unpivot, { round: round!.code, values: listValue(round!.values) });
      await connection.run("drop table wide_answers");
    },
    async finish() {
      for (const table of tables.values()) close(table);
      await connection.run("checkpoint");
      connection.closeSync();
      instance.closeSync();
    },
    async abandon() {
      connection.closeSync();
      instance.closeSync();
      await removeStore(path);
    },
  };
}

async function createFile(path: string): Promise<DuckDBInstance> {
  await mkdir(dirname(path), { recursive: true });
  await removeStore(path);
  return DuckDBInstance.create(path);
}

async function removeStore(path: string): Promise<void> {
  for (const left of [path, `${path}.wal`]) await rm(left, { force: true });
}

/** A moment in milliseconds UTC as DuckDB holds it. */
export function toTimestamp(milliseconds: number | null): DuckDBTimestampValue | null {
  return milliseconds === null ? null : new DuckDBTimestampValue(BigInt(milliseconds) * 1000n);
}

/** Exact decimal text as DuckDB holds points: 18 digits, 9 of them decimals. */
export function toDecimal(points: string | null): DuckDBDecimalValue | null {
  if (points === null) return null;
  return new DuckDBDecimalValue(BigInt(new Big(points).times(1e9).toFixed(0)), 18, 9);
}

const writtenTables: readonly StoreTable[] = [
  "instruments",
  "instrument_questions",
  "sample_units",
  "participants",
  "deliveries",
  "responses",
  "rechecks",
  "scorecards",
  "polls",
  "poll_questions",
  "poll_answers",
  "questions",
];

interface TableWriter {
  readonly writer: DuckDBDataChunkWriter<DuckDBValue>;
  readonly appender: Awaited<ReturnType<DuckDBConnection["createAppender"]>>;
}

async function openTable(
  connection: DuckDBConnection,
  table: string,
  catalog?: string,
): Promise<TableWriter> {
  const appender = await connection.createAppender(table, catalog && "main", catalog);
  return { appender, writer: DuckDBDataChunkWriter.forAppender(appender) };
}

function close({ writer, appender }: TableWriter): void {
  writer.flush();
  appender.closeSync();
}

const unpivot = `
  insert into answers
  select $round, response_key, question_code, list_extract($values::varchar[], answer_code)
  from (unpivot wide_answers on columns(* exclude response_key) into name question_code value answer_code)`;

/** Answers travel as numbers, which is much faster than as text: the place of each among all that were given. */
interface AnswerCodes {
  readonly values: readonly string[];
  readonly toCode: (answer: string | null) => number | null;
}

function answerCodes(): AnswerCodes {
  const values: string[] = [];
  const codes = new Map<string, number>();
  const newCode = (answer: string): number => {
    const code = values.push(answer); // list_extract counts from 1
    codes.set(answer, code);
    return code;
  };
  return { values, toCode: (answer) => (answer === null ? null : (codes.get(answer) ?? newCode(answer))) };
}
