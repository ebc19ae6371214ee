import { buildTable } from "../../pipelines/warehouse/buildTable.ts";
import { connect } from "../../pipelines/warehouse/connection.ts";
import { readRows } from "../../pipelines/warehouse/readRows.ts";
import { readTables } from "../../pipelines/warehouse/tables.ts";

/** Makes some tables of a warehouse anew from those before them. */
export async function rebuild(
  path: string,
  threads: number,
  isWanted: (table: string) => boolean,
): Promise<void> {
  const { connection, close } = await connect(path, { threads, memoryLimit: "1GB", spillFolder: "" });
  try {
    const names = await readRows(
      connection,
      "select schema_name || '.' || table_name as name from duckdb_tables()",
    );
    const tables = await readTables(connection, new Set(names.map(({ name }) => String(name))));
    for (const table of tables) {
      if (!isWanted(table.name)) continue;
      await connection.run(`drop table ${table.name}`);
      await buildTable(connection, table);
    }
  } finally {
    close();
  }
}
