import { UsageError } from "../../models/errors.ts";
import { methodVersion } from "../../models/methodVersion.ts";
import type { Row, TableHead } from "../../sql/table.ts";
import type { ChosenBuild } from "../chooseBuild.ts";
import { codeVersion } from "../packageRoot.ts";
import { readHeads } from "../warehouse/tables.ts";
import type { Ask } from "./ask.ts";
import { beside } from "./besideRows.ts";
import type { Part } from "./explanation.ts";
import type { Place, Places } from "./places.ts";
import { formulasOf, withFormulas } from "./tableFormulas.ts";
import { findRows, type RowRequest } from "./tableRows.ts";
import { rulesBehind } from "./tableRules.ts";
import { type TableBehind, tablesBehind } from "./tablesBehind.ts";

/** Rows of a mart and all that stands behind them. */
export interface TableExplanation extends Place {
  readonly table: string;
  readonly summary: string;
  /** One row is one of these. */
  readonly grain: readonly string[];
  readonly rows: readonly Row[];
  readonly columns: readonly { readonly column: string; readonly meaning: string }[];
  readonly how: readonly string[];
  readonly parts: readonly Part[];
  /** What the build has checked of the table; a build that breaks one is not made. */
  readonly promises: readonly string[];
  readonly sources: readonly string[];
  readonly provenance: string;
  readonly tables: readonly TableBehind[];
  readonly build: string;
  readonly snapshot: string | null;
  readonly code_version: string;
  readonly method_version: string;
}

/**
 * Where the rows of any mart come from. A mart holds what may be shown and nothing else, and only marts are read here: a figure
 * that is withheld in one is withheld in the answer.
 *
 * @throws UsageError where there is no such table or row, with what there is
 */
export async function explainTable(
  ask: Ask,
  build: ChosenBuild,
  places: Places,
  request: RowRequest,
): Promise<TableExplanation> {
  const heads = await readHeads("marts");
  const table = request.table.startsWith("marts.") ? request.table : `marts.${request.table}`;
  const head = heads.get(table);
  if (head === undefined)
    throw new UsageError(`There is no table "${request.table}" of figures.`, {
      hint: `There are: ${[...heads.keys()].map((name) => name.replace("marts.", "")).join(", ")}.`,
    });
  const columns = (await ask(`describe ${table}`)).map((column) => String(column["column_name"]));
  const { where, rows } = await findRows(ask, columns, head.grain, { ...request, table });
  const behind = await tablesBehind(table);
  const names = behind.map((each) => each.table);
  const parts: Part[] = [
    {
      part: "formulas",
      title: "Formulas, and what they give from the figures above",
      rows: await recomputed(ask, table, where, head),
    },
    ...(await beside(ask, table, rows)),
    {
      part: "rules",
      title: "Settings of the round that apply, and what stands behind them",
      rows: await rulesBehind(ask, rows, names),
    },
  ];
  return {
    table,
    summary: head.summary,
    grain: head.grain,
    rows,
    columns: columns.map((column) => ({ column, meaning: head.columns?.[column] ?? "" })),
    how: howMade(table, rows),
    parts: parts.filter((part) => part.rows.length > 0),
    promises: promisesOf(head),
    sources: distinct(rows, "source_url"),
    provenance: distinct(rows, "provenance").join(", "),
    tables: behind,
    ...(await places.of(table, rows[0] as Row)),
    build: build.id,
    snapshot: build.snapshot,
    code_version: codeVersion,
    method_version: methodVersion,
  };
}

const distinct = (rows: readonly Row[], column: string): string[] =>
  [...new Set(rows.flatMap((row) => (typeof row[column] === "string" ? [row[column]] : [])))].sort();

function howMade(table: string, rows: readonly Row[]): string[] {
  const formulas = formulasOf[table.replace("marts.", "")] ?? [];
  const withheld = rows.some((row) => Object.values(row).includes("suppressed"));
  return [
    ...formulas.map(({ column, words }) => `${column}: ${words}.`),
    ...(withheld
      ? [
          "A figure of too few answers, or one that would give such a figure away, is [c]: nothing is shown of it here either.",
        ]
      : []),
  ];
}

/** Each formula that can be told from the mart alone, computed again for the rows. */
async function recomputed(ask: Ask, table: string, where: string, { grain }: TableHead): Promise<Row[]> {
  const formulas = formulasOf[table.replace("marts.", "")] ?? [];
  if (formulas.every(({ sql }) => sql === undefined)) return [];
  const rows = await ask(`from (${withFormulas(table)}) where ${where} order by ${grain.join(", ")}`);
  return rows.flatMap((row) =>
    formulas.flatMap(({ column, words, sql }, i): Row[] => {
      const value = row[`formula_${i + 1}`] ?? null;
      if (sql === undefined || value === null) return [];
      const told: Row = {
        column,
        printed: row[column] ?? null,
        formula: words.split(/[;,]/)[0] as string,
        gives: value,
      };
      return [told];
    }),
  );
}

function promisesOf({ grain, checks = {} }: TableHead): string[] {
  return [
    `one row for each ${grain.join(", ")}`,
    ...Object.entries(checks.between ?? {}).map(
      ([column, [low, high]]) => `${column} lies between ${low} and ${high}`,
    ),
    ...Object.entries(checks["one of"] ?? {}).map(
      ([column, values]) => `${column} is one of ${values.join(", ")}`,
    ),
    ...Object.entries(checks["refers to"] ?? {}).map(
      ([column, target]) => `every ${column} stands in ${target}`,
    ),
    ...Object.keys(checks["no rows"] ?? {}),
  ];
}
