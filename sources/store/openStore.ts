import { access } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance, version as duckdbVersion } from "@duckdb/node-api";
import { Kysely } from "kysely";
import { SourceError } from "../../models/errors.ts";
import { duckdbDialect } from "./duckdbDialect.ts";
import type { SurveyStore } from "./schema.ts";

export interface OpenStore {
  readonly path: string;
  readonly connection: DuckDBConnection;
  readonly db: Kysely<SurveyStore>;
  readonly close: () => void;
}

/** Opens the store's file for reading only. Throws SourceError: absent, held by a writer, or no DuckDB file. */
export async function openStore(
  path: string,
  options: { threads?: number; signal?: AbortSignal | undefined } = {},
): Promise<OpenStore> {
  await access(path).catch((cause) => {
    throw new SourceError(`There is no survey store at ${path}.`, {
      hint: "Make the demo store with `thuocdo demo`, or correct the store's path in thuocdo.yaml.",
      cause,
    });
  });
  const instance = await openReadOnly(path, options.threads);
  const connection = await instance.connect();
  const db = new Kysely<SurveyStore>({ dialect: duckdbDialect(connection) });
  const interrupt = () => connection.interrupt();
  options.signal?.addEventListener("abort", interrupt);
  const close = () => {
    options.signal?.removeEventListener("abort", interrupt);
    connection.closeSync();
    instance.closeSync();
  };
  return { path, connection, db, close };
}

async function openReadOnly(path: string, threads: number | undefined): Promise<DuckDBInstance> {
  const settings = {
    access_mode: "READ_ONLY",
    temp_directory: join(tmpdir(), `thuocdo-store-${process.pid}`), // by default it would be beside the store
    ...(threads && { threads: String(threads) }),
  };
  try {
    return await DuckDBInstance.create(path, settings);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    const isHeld = /Could not set lock|Conflicting lock/.test(said ?? "");
    const isNewer = /version number \d+, but we can only read/.test(said ?? "");
    throw new SourceError(`The survey store at ${path} cannot be opened: ${said?.replace(/[.!]$/, "")}.`, {
      hint: isHeld
        ? "Another program has the store open for writing: wait until it has finished."
        : isNewer
          ? `It was written by another version of DuckDB, and this is ${duckdbVersion()}: export it there and import it here, or write it with STORAGE_VERSION 'v1.0.0'.`
          : "The file must be a DuckDB database with the tables of docs/survey-store.md.",
      cause,
      retriable: isHeld,
    });
  }
}
