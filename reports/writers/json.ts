import { dataPath, type OpenTable, valuesOf } from "../openTable.ts";
import { defineWriter } from "../writer.ts";

/** Every table as JSON: its columns with their meaning, then one object a row. */
export default defineWriter({
  givesData: true,

  async write({ tables }) {
    const utf8 = new TextEncoder();
    return tables.map((table) => ({ path: dataPath(table, "json"), bytes: utf8.encode(toJson(table)) }));
  },
});

function toJson({ name, summary, key, columns, rows }: OpenTable): string {
  const values = columns.map((column) => [column.name, valuesOf(column, rows)] as const);
  const objects = rows.map((_, row) =>
    JSON.stringify(Object.fromEntries(values.map(([column, of]) => [column, of[row]]))),
  );
  const about = { name, summary, key, columns };
  return `${JSON.stringify(about, null, 1).slice(0, -2)},\n "rows": [\n${objects.join(",\n")}\n]}\n`;
}
