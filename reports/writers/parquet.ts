import { parquetWriteBuffer } from "hyparquet-writer";
import { dataPath, type OpenColumn, type OpenTable, valuesOf } from "../openTable.ts";
import { defineWriter } from "../writer.ts";

/** Every table as Parquet: typed columns, with their meaning in the file's metadata. */
export default defineWriter({
  givesData: true,

  async write({ tables }) {
    return tables.map((table) => ({ path: dataPath(table, "parquet"), bytes: toParquet(table) }));
  },
});

const basicTypes = {
  integer: "INT32",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  text: "STRING",
  decimal: "STRING",
  date: "STRING",
} as const satisfies Readonly<Record<OpenColumn["type"], string>>;

/** A table as the bytes of a Parquet file. */
export function toParquet({ name, summary, key, columns, rows }: OpenTable): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map((column) => ({
      name: column.name,
      type: basicTypes[column.type],
      data: valuesOf(column, rows),
      nullable: true,
    })),
    createdBy: "thuocdo",
    kvMetadata: [
      { key: "table", value: JSON.stringify({ name, summary, key }) },
      { key: "columns", value: JSON.stringify(columns) },
    ],
  });
  return new Uint8Array(buffer);
}
