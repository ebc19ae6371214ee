import type { z } from "zod";
import { type Issue, SourceError } from "../../models/errors.ts";
import { parRow } from "../../models/published/published.ts";
import { parseCsv } from "../../models/spec/parseCsv.ts";
import type { RawRow } from "../source.ts";
import type { FilesConfig } from "./filesConfig.ts";

type PublishedRow = z.infer<typeof parRow>;

/**
 * The scorecards in the text of a table of published points: one row a unit, component and year. Points keep the
 * digits that were printed. Throws SourceError with every wrong row by file, line and column.
 */
export function readScorecards(path: string, text: string, config: FilesConfig): readonly RawRow[] {
  const { value: rows, issues, at } = parseCsv(path, text, parRow);
  if (rows === null) throw wrongRows(path, issues);
  const found: Issue[] = [];
  const seen = new Set<string>();
  const scorecards: RawRow[] = [];
  rows.forEach((row, index) => {
    if (row.level !== config.level || !config.years.includes(row.year)) return;
    const node = Object.hasOwn(config.components, row.component)
      ? config.components[row.component]
      : undefined;
    const key = [row.year, row.unit, row.component].join("\n");
    if (node === undefined) found.push(at([index, "component"], unknownComponent(row, config)));
    else if (seen.has(key))
      found.push(at([index], `${row.component} of ${row.unit} in ${row.year} stands twice`));
    else scorecards.push(toScorecard(row, node));
    seen.add(key);
  });
  if (found.length > 0) throw wrongRows(path, found);
  for (const year of config.years) requireYear(path, year, scorecards, config.level);
  return scorecards;
}

/** A printed table knows no stages of scoring: it is what was published. */
function toScorecard(
  { year, level, unit, value, max, rank, source_url }: PublishedRow,
  node: string,
): RawRow {
  return {
    round_code: String(year),
    index_code: `par_${level}`,
    unit_name: unit,
    node_code: node,
    stage_code: "published",
    points: value,
    max_points: max,
    published_rank: rank === null ? null : BigInt(rank),
    source_url,
    framework_code: null,
    framework_version: null,
    score_status: null,
    inputs: null,
    role_code: null,
    scored_at: null,
    reason: null,
    evidence: null,
    is_locked: null,
  };
}

function unknownComponent({ component }: PublishedRow, { components }: FilesConfig): string {
  const known = Object.keys(components).map((name) => `"${name}"`);
  return `"${component}" is none of the components of the files source (${known.join(", ")})`;
}

function requireYear(path: string, year: number, rows: readonly RawRow[], level: string): void {
  if (rows.some((row) => row["round_code"] === String(year))) return;
  throw new SourceError(`The table of published points at ${path} has no ${level} row of ${year}.`, {
    hint: `Add the rows of ${year}, or take ${year} out of the years of the files source in thuocdo.yaml.`,
  });
}

function wrongRows(path: string, issues: readonly Issue[]): SourceError {
  const list = issues.map(({ line, path: column, message }) => {
    const where = [line && `line ${line}`, column].filter(Boolean).join(", ");
    return `  ${where}: ${message}`;
  });
  const count = `${issues.length} problem${issues.length === 1 ? "" : "s"}`;
  return new SourceError(`The table of published points at ${path} has ${count}:\n${list.join("\n")}`, {
    hint: "Correct the lines named above; for a component, name it under `components` of the files source in thuocdo.yaml.",
  });
}
