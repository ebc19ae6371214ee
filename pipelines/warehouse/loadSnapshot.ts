import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { type RawTable, rawTables } from "../../sources/source.ts";
import type { Snapshot } from "../snapshot.ts";
import { rowsOfSheet } from "./answerSheet.ts";

/** Every raw table exists, also where no store gives it; each row says which store gave it and what its numbers are. */
export async function loadSnapshot(connection: DuckDBConnection, snapshot: Snapshot): Promise<void> {
  for (const name of Object.keys(rawTables) as RawTable[]) {
    const columns = Object.entries(rawTables[name]);
    const declared = columns.map(([column, type]) => `${column} ${type}`).join(", ");
    await connection.run(`create table raw.${name} (store_code varchar, provenance varchar, ${declared})`);
    for (const file of snapshot.files.filter((candidate) => candidate.table === name)) {
      const selected = columns.map(([column, type]) => `${column}::${type}`).join(", ");
      const path = sqlLiteral(join(snapshot.folder, file.file));
      await connection.run(
        `insert into raw.${name} select '${file.store}', '${file.provenance}', ${selected} from read_parquet(${path})`,
      );
    }
  }
  await loadSheets(connection, snapshot);
}

/** Answers that stand in sheets stay there: `raw.answers` then is a view of their rows beside its own. */
async function loadSheets(connection: DuckDBConnection, { files, folder }: Snapshot): Promise<void> {
  const sheets = files.filter((file) => file.table === "answer_sheets");
  if (sheets.length === 0) return;
  await connection.run("alter table raw.answers rename to answer_rows");
  const parts = ["from raw.answer_rows"];
  for (const [index, { store, provenance, file }] of sheets.entries()) {
    const name = `raw.answer_sheet_${index + 1}`;
    const path = sqlLiteral(join(folder, file));
    await connection.run(`create table ${name} as from read_parquet(${path})`);
    parts.push(`select '${store}', '${provenance}', * from (${await rowsOfSheet(connection, name)})`);
  }
  await connection.run(`create view raw.answers as ${parts.join(" union all ")}`);
}
