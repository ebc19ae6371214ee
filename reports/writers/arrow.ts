import {
  Bool,
  type Data,
  type DataType,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import { dataPath, type OpenColumn, type OpenTable, valuesOf } from "../openTable.ts";
import { defineWriter } from "../writer.ts";

/** Every table as an Arrow file: typed columns, with their meaning in the schema's metadata. */
export default defineWriter({
  givesData: true,

  async write({ tables }) {
    return tables.map((table) => ({ path: dataPath(table, "arrow"), bytes: toArrow(table) }));
  },
});

function toArrow(table: OpenTable): Uint8Array {
  const vectors = table.columns.map((column) =>
    vectorFromArray(valuesOf(column, table.rows), typeOf(column)),
  );
  const fields = table.columns.map(
    (column) =>
      new Field(
        column.name,
        typeOf(column),
        true,
        new Map([
          ["description", column.description],
          ["type", column.type],
        ]),
      ),
  );
  const schema = new Schema(
    fields,
    new Map([
      ["name", table.name],
      ["summary", table.summary],
      ["key", table.key.join(",")],
    ]),
  );
  return tableToIPC(new Table(schema, batchOf(schema, vectors, table.rows.length)), "file");
}

function batchOf(schema: Schema, vectors: readonly Vector[], length: number): RecordBatch {
  const children = vectors.map((vector) => vector.data[0] as Data);
  return new RecordBatch(
    schema,
    makeData({ type: new Struct(schema.fields), length, nullCount: 0, children }),
  );
}

function typeOf({ type }: OpenColumn): DataType {
  switch (type) {
    case "integer":
      return new Int32();
    case "number":
      return new Float64();
    case "boolean":
      return new Bool();
    default:
      return new Utf8();
  }
}
