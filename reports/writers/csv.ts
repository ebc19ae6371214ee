import { toCsv } from "../data/csv.ts";
import { dataPackage } from "../data/dataPackage.ts";
import { dataPath } from "../openTable.ts";
import { defineWriter } from "../writer.ts";

/** Every table as CSV, and the data package that says what they are. */
export default defineWriter({
  givesData: true,

  names: ({ tables }, { words }) =>
    tables.length === 0 ? [] : [{ href: "data/datapackage.json", text: words.say("download.data") }],

  async write({ tables }, tools) {
    if (tables.length === 0) return [];
    const utf8 = new TextEncoder();
    return [
      ...tables.map((table) => ({ path: dataPath(table, "csv"), bytes: utf8.encode(toCsv(table)) })),
      { path: "data/datapackage.json", bytes: utf8.encode(dataPackage(tables, tools)) },
    ];
  },
});
