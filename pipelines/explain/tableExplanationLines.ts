import type { Row } from "../../sql/table.ts";
import type { TableExplanation } from "./explainTable.ts";
import { partLines, text } from "./explanationLines.ts";
import { placeLines } from "./placeLines.ts";

/** An explanation of rows of a mart as lines to read in a terminal. */
export function tableExplanationLines(explanation: TableExplanation): string[] {
  const { table, summary, rows, columns, how, parts, promises, sources, tables, provenance } = explanation;
  const marked = rows.map(withMarks);
  const [only] = marked;
  return [
    `${table}: ${summary}`,
    ...(provenance.includes("illustrative")
      ? ["dữ liệu minh họa – invented figures: they say nothing about any real agency"]
      : []),
    "",
    ...(marked.length === 1
      ? columns.map(
          ({ column, meaning }) =>
            `${column}: ${text(only?.[column] ?? null)}${meaning === "" ? "" : `   (${meaning})`}`,
        )
      : [
          ...partLines({ part: "rows", title: `${marked.length} rows`, rows: marked }).slice(1),
          "",
          "Columns",
          ...columns.map(({ column, meaning }) => `  ${column}: ${meaning}`),
        ]),
    "",
    "How it is made",
    ...how.map((step) => `  ${step}`),
    ...parts.map((part) => ({ ...part, rows: part.rows.map(withMarks) })).flatMap(partLines),
    "",
    "Checked when it was built",
    ...promises.map((promise) => `  ${promise}`),
    ...(sources.length === 0 ? [] : ["", "Published at", ...sources.map((url) => `  ${url}`)]),
    "",
    "Tables, from what was given to where it stands",
    ...tables.map((each) => `  ${each.table}  (${each.file})`),
    "",
    `build ${explanation.build} · snapshot ${explanation.snapshot ?? "no longer recorded"} · method ${explanation.method_version} · code ${explanation.code_version}`,
    ...placeLines(explanation),
  ];
}

/** What is withheld as [c], as on a page. */
function withMarks(row: Row): Row {
  const marked = Object.entries(row).map(([column, value]) => [
    column,
    value === null && isWithheld(row, column) ? "[c]" : value,
  ]);
  return Object.fromEntries(marked) as Row;
}

/** The status of a figure is named after it; that of a row of counts, after the counts. */
function isWithheld(row: Row, column: string): boolean {
  return Object.entries(row).some(
    ([status, value]) =>
      value === "suppressed" &&
      (column.startsWith(status.replace(/_status$/, "")) ||
        status === "n_status" ||
        status === "share_status"),
  );
}
