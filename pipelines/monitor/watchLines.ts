import { groupBy } from "../../models/groupBy.ts";
import type { Row } from "../../sql/table.ts";

const headers = [
  ...["unit", "registered", "invited", "delivered", "failing", "started", "submitted", "valid", "answers"],
  ...["target", "forecast"],
];

/** The monitor as text: a table for each form, furthest below target first, then what asks for something to be done. */
export function watchLines(
  asOf: string,
  units: readonly Row[],
  signals: readonly Row[],
  balance: readonly Row[],
): string[] {
  const watched = units.filter((row) => row["respondent_group"] === "all" && row["document"] === null);
  if (watched.length === 0) return [`As of ${asOf} no store gives participants of a watched form.`];
  const forms = groupBy(watched, formOf);
  const lines = [...forms].flatMap(([form, rows]) => {
    const { round_code, form_name_en, instrument_code, opens, closes, days_left, provenance } = rows[0]!;
    const head = `${round_code} · ${form_name_en} (${instrument_code}): ${opens} to ${closes}, ${days_left} days left; as of ${rows[0]!["as_of_date"]}`;
    return [
      ...(provenance === "illustrative" ? [`${head} · illustrative`] : [head]),
      ...asTable([headers, ...rows.toSorted(byNeed).map(unitCells)]),
      ...unbalanced(balance.filter((row) => formOf(row) === form)),
      "",
    ];
  });
  return [...lines, ...signalLines(signals)];
}

const formOf = (row: Row): string => `${row["round_code"]}/${row["instrument_code"]}`;

function byNeed(a: Row, b: Row): number {
  const isUnit = (row: Row) => Number(row["domain_level"] !== "nation");
  return isUnit(a) - isUnit(b) || Number(a["priority_order"]) - Number(b["priority_order"]);
}

function unitCells(row: Row): string[] {
  const count = (column: string) => String(row[column] ?? "[x]");
  const failing = Number(row["n_bounced"]) + Number(row["n_blocked"]);
  return [
    String(row["domain_name"]),
    ...["n_registered", "n_invited", "n_delivered"].map(count),
    String(failing),
    ...["n_started", "n_submitted", "n_valid", "n_answers"].map(count),
    row["target_n"] === null ? "–" : count("target_n"),
    forecastCell(row),
  ];
}

function forecastCell(row: Row): string {
  const { forecast_n, forecast_n_low, forecast_n_high, forecast_status } = row;
  if (forecast_n == null) return `[x] ${forecast_status}`;
  return `${Math.round(Number(forecast_n))} (${forecast_n_low}–${forecast_n_high})`;
}

/** Submissions that are nobody's valid answer, and why: what the table above does not add up to. */
function unbalanced(lines: readonly Row[]): string[] {
  const taken = lines.filter(
    ({ line_code, n }) => !["in_store", "valid"].includes(String(line_code)) && Number(n) > 0,
  );
  const n = (code: string) => lines.find((line) => line["line_code"] === code)?.["n"] ?? 0;
  if (taken.length === 0) return [`  all ${n("in_store")} submissions are valid`];
  const reasons = taken.map(({ line_code, n: count }) => `${line_code} ${count}`).join(", ");
  return [`  ${n("in_store")} submissions: ${n("valid")} valid; ${reasons}`];
}

function signalLines(signals: readonly Row[]): string[] {
  if (signals.length === 0) return ["Nothing asks for something to be done."];
  return [
    "What asks for something to be done:",
    ...asTable([
      ["form", "signal", "unit", "about", "n"],
      ...signals.map((row) =>
        ["instrument_code", "signal_code", "unit_code", "subject_key", "n"].map((column) =>
          String(row[column]),
        ),
      ),
    ]),
  ];
}

/** Columns as wide as their widest cell: the first to the left, numbers to the right. */
function asTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const isNumber = (column: number) => rows.slice(1).every((row) => /^[\d–[]/.test(row[column]!));
  const isRight = rows[0]!.map((_, column) => isNumber(column));
  return rows.map((row) =>
    `  ${row.map((cell, i) => (isRight[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join("  ")}`.trimEnd(),
  );
}
