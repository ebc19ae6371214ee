import { dataPath, type OpenColumn, type OpenTable } from "../openTable.ts";
import type { ReportTools } from "../writer.ts";

/** The Frictionless types of our columns. A decimal is a number in text. */
const fieldTypes: Readonly<Record<OpenColumn["type"], string>> = {
  text: "string",
  integer: "integer",
  number: "number",
  decimal: "number",
  date: "date",
  boolean: "boolean",
};

/**
 * What the data files are: a Data Package (Frictionless, specs.frictionlessdata.io) with the dictionary of every column,
 * the key of every table, and where its figures come from.
 */
export function dataPackage(tables: readonly OpenTable[], { words, facts }: ReportTools): string {
  const about = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `thuocdo-${"release" in facts ? facts.release : facts.asOfDate}`,
    title: words.say("release.title"),
    ...("release" in facts && { version: facts.release }),
    created: `${"release" in facts ? facts.printedDate : facts.asOfDate}T00:00:00+07:00`,
    snapshot: facts.snapshotHash,
    method_version: facts.methodVersion,
    code_version: facts.codeVersion,
    resources: tables.map((table) => ({
      name: table.name,
      path: dataPath(table, "csv"),
      description: table.summary,
      provenance: [...new Set(table.rows.map(({ provenance }) => String(provenance)))].sort(),
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: { delimiter: ",", lineTerminator: "\r\n", doubleQuote: true },
      schema: {
        fields: table.columns.map(({ name, type, description }) => ({
          name,
          type: fieldTypes[type],
          description,
        })),
        primaryKey: table.key,
        missingValues: [""],
      },
    })),
  };
  return `${JSON.stringify(about, null, 2)}\n`;
}
