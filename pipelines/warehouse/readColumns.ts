import { type DuckDBConnection, type DuckDBDataChunk, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import type { Columns } from "../../sql/table.ts";

/**
 * The way many rows leave DuckDB: INTEGER and DOUBLE as typed arrays, copied from the chunks without a value of its own for
 * each cell; VARCHAR as a list. NULL, NaN and infinity are refused, and so is any other type: cast it in the SELECT.
 */
export async function readColumns(connection: DuckDBConnection, sql: string): Promise<Columns> {
  const result = await connection.run(sql);
  const chunks = await result.fetchAllChunks();
  const length = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const numbers = new Map<string, Int32Array | Float64Array>();
  const texts = new Map<string, readonly string[]>();
  result.columnNames().forEach((name, index) => {
    const type = result.columnType(index);
    if (type.typeId === DuckDBTypeId.VARCHAR) texts.set(name, readTexts(chunks, index, name));
    else numbers.set(name, readNumbers(chunks, index, type, name, length));
  });
  return { length, numbers: (name) => known(numbers, name), texts: (name) => known(texts, name) };
}

function readTexts(chunks: readonly DuckDBDataChunk[], index: number, name: string): string[] {
  return chunks.flatMap((chunk) =>
    chunk.getColumnValues(index).map((value) => {
      if (value === null) throw new Error(`The column ${name} holds a NULL where every row needs a text.`);
      return String(value);
    }),
  );
}

function readNumbers(
  chunks: readonly DuckDBDataChunk[],
  index: number,
  type: DuckDBType,
  name: string,
  length: number,
): Int32Array | Float64Array {
  const values = emptyColumn(type, name, length);
  let at = 0;
  for (const chunk of chunks) {
    const vector = duckdb.data_chunk_get_vector(chunk.chunk, index);
    refuseNulls(vector, chunk.rowCount, name);
    const bytes = duckdb.vector_get_data(vector, chunk.rowCount * values.BYTES_PER_ELEMENT);
    // the memory belongs to the chunk, so it is copied
    new Uint8Array(values.buffer, at * values.BYTES_PER_ELEMENT, bytes.length).set(bytes);
    at += chunk.rowCount;
  }
  if (values instanceof Float64Array && !values.every(Number.isFinite))
    throw new Error(`The column ${name} holds a number that is not finite.`);
  return values;
}

function emptyColumn(type: DuckDBType, name: string, length: number): Int32Array | Float64Array {
  if (type.typeId === DuckDBTypeId.INTEGER) return new Int32Array(length);
  if (type.typeId === DuckDBTypeId.DOUBLE) return new Float64Array(length);
  throw new Error(`The column ${name} is a ${type}; read by columns it must be INTEGER, DOUBLE or VARCHAR.`);
}

function refuseNulls(vector: ReturnType<typeof duckdb.data_chunk_get_vector>, rows: number, name: string) {
  const words = Math.ceil(rows / 64);
  const validity = duckdb.vector_get_validity(vector, words * 8);
  if (!validity) return; // no mask: every value is there
  for (let row = 0; row < rows; row++) {
    if (((validity[row >> 3] as number) & (1 << (row & 7))) === 0)
      throw new Error(`The column ${name} holds a NULL where every row needs a number.`);
  }
}

function known<T>(columns: ReadonlyMap<string, T>, name: string): T {
  const column = columns.get(name);
  if (column === undefined) throw new Error(`The input has no such column of this kind: ${name}.`);
  return column;
}
