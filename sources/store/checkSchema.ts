import { sql } from "kysely";
import { DriftError } from "../../models/errors.ts";
import type { OpenStore } from "./openStore.ts";
import { type StoreTable, storeTables } from "./schema.ts";

/** Throws DriftError for the first table or column that is missing or of another type; further columns are left alone. */
export async function checkSchema(store: OpenStore): Promise<void> {
  const held = await readColumns(store);
  for (const table of Object.keys(storeTables) as StoreTable[]) {
    const columns = held.get(table);
    if (columns === undefined) throw drift(`The survey store at ${store.path} has no table ${table}.`);
    for (const [column, type] of Object.entries(storeTables[table])) {
      const found = columns.get(column);
      if (found === undefined) {
        throw drift(`Table ${table} of the survey store at ${store.path} has no column ${column}.`);
      }
      if (found !== type) {
        throw drift(
          `Column ${table}.${column} of the survey store at ${store.path} is ${found}, not ${type}.`,
        );
      }
    }
  }
}

async function readColumns({ db }: OpenStore): Promise<Map<string, Map<string, string>>> {
  const { rows } = await sql<{ table_name: string; column_name: string; data_type: string }>`
    select table_name, column_name, data_type from information_schema.columns
    where table_schema = 'main'`.execute(db);
  const tables = new Map<string, Map<string, string>>();
  for (const { table_name, column_name, data_type } of rows) {
    const columns = tables.get(table_name) ?? new Map();
    tables.set(table_name, columns.set(column_name, data_type));
  }
  return tables;
}

function drift(message: string): DriftError {
  return new DriftError(message, {
    hint: "Bring the store to the form of docs/survey-store.md, or make the demo store anew with `thuocdo demo`.",
  });
}
