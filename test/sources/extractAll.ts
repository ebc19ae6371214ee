import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { rowsOfSheet } from "../../pipelines/warehouse/answerSheet.ts";
import { connect } from "../../pipelines/warehouse/connection.ts";
import type { RawRow, RawTable, Source, SourceContext } from "../../sources/source.ts";
import { query, scratchFolder } from "./scratchStore.ts";

/** Everything that a source gave: the folder of its Parquet files, its batches, and what it warned of. */
export interface Extracted {
  readonly folder: string;
  readonly files: Readonly<Partial<Record<RawTable, string>>>;
  readonly batches: Readonly<Partial<Record<RawTable, readonly RawRow[]>>>;
  readonly warnings: readonly string[];
  /** SHA-256 of each file. */
  readonly hashes: Readonly<Partial<Record<RawTable, string>>>;
  /** Sheets of answers by form. */
  readonly sheets: Readonly<Record<string, { path: string; hash: string }>>;
  /** The answers by rows, whatever form they came in. */
  readonly answers: (select?: string) => Promise<Record<string, unknown>[]>;
  readonly rows: (table: RawTable, select?: string) => Promise<Record<string, unknown>[]>;
}

/** Reads a source to its end, as `collect` does; `before` stands for the last snapshot. */
export async function extractAll<Config>(
  source: Source<Config>,
  settings: unknown,
  before?: Extracted,
): Promise<Extracted> {
  const folder = await scratchFolder();
  const files: Partial<Record<RawTable, string>> = {};
  const batches: Partial<Record<RawTable, RawRow[]>> = {};
  const hashes: Partial<Record<RawTable, string>> = {};
  const sheets: Record<string, { path: string; hash: string }> = {};
  const warnings: string[] = [];
  const context: SourceContext = {
    resolvePath: (path) => path,
    warn: (text) => void warnings.push(text),
    last: async (table, form) =>
      table === "answer_sheets" ? before?.sheets[form ?? ""]?.path : before?.files[table],
  };
  for await (const extract of source.extract(source.config.parse(settings), context)) {
    if ("writeParquet" in extract) {
      const sheet = extract.table === "answer_sheets" ? `.${extract.form}` : "";
      const path = join(folder, `${extract.table}${sheet}.parquet`);
      await extract.writeParquet(path);
      const hash = createHash("sha256")
        .update(await readFile(path))
        .digest("hex");
      if (extract.table === "answer_sheets") sheets[extract.form] = { path, hash };
      else [files[extract.table], hashes[extract.table]] = [path, hash];
    } else {
      const rows: RawRow[] = [];
      for await (const batch of extract.batches) rows.push(...batch);
      batches[extract.table] = rows;
    }
  }
  return {
    folder,
    files,
    batches,
    warnings,
    hashes,
    sheets,
    answers: async (select = "*") => {
      const parts = files.answers ? [`from '${files.answers}'`] : [];
      const { connection, close } = await connect(":memory:", {
        threads: 1,
        memoryLimit: "1GB",
        spillFolder: "",
      });
      for (const { path } of Object.values(sheets)) parts.push(await rowsOfSheet(connection, `'${path}'`));
      close();
      const from = parts.map((part) => `select * from (${part})`).join(" union all by name ");
      return query(":memory:", `select ${select} from (${from}) order by all`);
    },
    rows: (table, select = "*") => query(":memory:", `select ${select} from '${files[table]}'`),
  };
}

/** What an extraction ended with. */
export async function failureOf<Config>(
  source: Source<Config>,
  settings: unknown,
  before?: Extracted,
): Promise<Error & { hint?: string; retriable?: boolean }> {
  try {
    await extractAll(source, settings, before);
  } catch (error) {
    return error as Error;
  }
  throw new Error("The source was read without an error.");
}
