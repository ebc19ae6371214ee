import type { DuckDBConnection } from "@duckdb/node-api";
import type { SpecTable } from "../../models/spec/specTable.ts";
import { readRows } from "../warehouse/readRows.ts";
import { writeRows } from "../warehouse/writeRows.ts";

/** A spec table whose rows are other ones, with the units, rounds and nodes that those rows name; null where they name none. */
export interface ChangedTable {
  readonly name: string;
  readonly nRows: number;
  readonly rounds: readonly string[] | null;
  readonly units: readonly string[] | null;
  readonly nodes: readonly string[] | null;
}

const nodeColumns = ["node_code", "item_code", "factor_code", "part_code"];

/** Compares the specification with that of an attached warehouse, `released`, over the columns that both have. */
export async function changedSpec(
  connection: DuckDBConnection,
  spec: readonly SpecTable[],
): Promise<ChangedTable[]> {
  const known = await readRows(
    connection,
    "select table_name, column_name from duckdb_columns() where database_name = 'released' and schema_name = 'spec'",
  );
  const columnsOf = (table: string) =>
    known.filter((row) => `spec.${row["table_name"]}` === table).map((row) => String(row["column_name"]));
  await connection.run("create schema spec");
  const changed: ChangedTable[] = [];
  for (const { name, columns, rows } of spec) {
    await writeRows(connection, name, columns, rows);
    const before = columnsOf(name);
    const both = Object.keys(columns).filter((column) => before.includes(column));
    const list = both.map((column) => `"${column}"`).join(", ");
    const differing =
      both.length === 0
        ? `from ${name}`
        : `(select ${list} from ${name} except all select ${list} from released.${name})
           union all (select ${list} from released.${name} except all select ${list} from ${name})`;
    const [counted] = await readRows(connection, `select count(*) as n from (${differing})`);
    const nRows = Number(counted?.["n"]);
    if (nRows === 0) continue;
    const named = async (candidates: readonly string[]) => {
      const own = candidates.filter((column) =>
        (both.length === 0 ? Object.keys(columns) : both).includes(column),
      );
      if (own.length === 0) return null;
      const found = await readRows(
        connection,
        `select distinct unnest([${own.map((column) => `"${column}"`).join(", ")}]) as name from (${differing}) order by all`,
      );
      return found.flatMap((row) => (row["name"] === null ? [] : [String(row["name"])]));
    };
    changed.push({
      name,
      nRows,
      rounds: await named(["round_code"]),
      units: await named(["unit_code"]),
      nodes: await named(nodeColumns),
    });
  }
  return changed;
}
