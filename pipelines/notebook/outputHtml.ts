import { escapeText } from "../../reports/html/escape.ts";
import type { Row, Value } from "../../sql/table.ts";
import type { CellOutput } from "./runNotebook.ts";

const shownRows = 40;

/** Stands at every figure that may be invented. */
export const illustrativeMark =
  "Số liệu minh họa: người trả lời do máy dựng · Illustrative: invented respondents";

/** What a cell gave, as HTML that is complete in itself. */
export function outputHtml(output: CellOutput): string {
  switch (output.kind) {
    case "nothing":
      return "";
    case "text":
      return `<pre class="output">${escapeText(output.text)}</pre>`;
    case "chart":
      return `<figure>${output.svg}${mark(output.isIllustrative, "figcaption")}</figure>`;
    case "rows":
      return tableHtml(output.rows, output.isIllustrative);
  }
}

function mark(isIllustrative: boolean, tag: string): string {
  return isIllustrative ? `<${tag} class="mark">${escapeText(illustrativeMark)}</${tag}>` : "";
}

function tableHtml(rows: readonly Row[], isIllustrative: boolean): string {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return `<p class="output">No rows.</p>`;
  const head = columns.map((column) => `<th scope="col">${escapeText(column)}</th>`).join("");
  const body = rows
    .slice(0, shownRows)
    .map((row) => `<tr>${columns.map((column) => cell(row[column])).join("")}</tr>`);
  const more = rows.length > shownRows ? `<p>… and ${rows.length - shownRows} more rows.</p>` : "";
  return `<table>${mark(isIllustrative, "caption")}<thead><tr>${head}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table>${more}`;
}

function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return `<td class="none">–</td>`;
  if (typeof value !== "number" && typeof value !== "bigint") return `<td>${escapeText(toText(value))}</td>`;
  return `<td class="number">${toText(value)}</td>`;
}

function toText(value: Exclude<Value, null>): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "number" && !Number.isInteger(value)
    ? String(Number(value.toPrecision(6)))
    : String(value);
}
