import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { KnownError, SpecError } from "../../models/errors.ts";
import * as statistics from "../../models/statistics/index.ts";
import { measureText } from "../../reports/charts/measureText.ts";
import { renderSvg } from "../../reports/charts/renderSvg.ts";
import type { Row } from "../../sql/table.ts";
import { readAssets } from "../reportTools.ts";
import { type Connected, connect, lock } from "../warehouse/connection.ts";
import { readRows } from "../warehouse/readRows.ts";
import { parseInputs } from "../warehouse/tables.ts";
import type { Notebook, NotebookCell } from "./parseNotebook.ts";

/** What a cell gave: rows, a chart, words, or nothing to show. */
export type CellOutput =
  | { readonly kind: "rows"; readonly rows: readonly Row[]; readonly isIllustrative: boolean }
  | { readonly kind: "chart"; readonly svg: string; readonly isIllustrative: boolean }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "nothing" };

export interface RunNotebook extends Notebook {
  readonly build: string;
  readonly outputs: readonly CellOutput[];
  /** Whether the build holds invented respondents. */
  readonly isIllustrative: boolean;
}

type Results = Record<string, readonly Row[]>;

/**
 * Runs the cells of a notebook from top to bottom on a finished build, which is opened read-only and locked: its SQL
 * can read tables and earlier cells and nothing else. Code cells (js, ts) are the notebook's own and are trusted like code.
 */
export async function runNotebook(
  notebook: Notebook,
  build: { readonly id: string; readonly path: string },
  limits: { readonly threads: number; readonly memoryLimit: string },
): Promise<RunNotebook> {
  const spillFolder = await mkdtemp(join(tmpdir(), "thuocdo-notebook-"));
  const warehouse = await connect(build.path, { ...limits, spillFolder }, "read");
  try {
    await lock(warehouse.connection);
    const isIllustrative = await holdsInvented(warehouse);
    const results: Results = {};
    const outputs: CellOutput[] = [];
    for (const cell of notebook.cells) {
      outputs.push(await runCell(warehouse, notebook.file, cell, results, isIllustrative));
    }
    return { ...notebook, build: build.id, outputs, isIllustrative };
  } finally {
    warehouse.close();
    await rm(spillFolder, { recursive: true, force: true });
  }
}

async function runCell(
  warehouse: Connected,
  file: string,
  cell: NotebookCell,
  results: Results,
  isIllustrative: boolean,
): Promise<CellOutput> {
  if (cell.kind === "markdown") return { kind: "nothing" };
  try {
    if (cell.kind === "vega-lite") return await drawChart(cell, results, isIllustrative);
    if (cell.kind === "sql") {
      const rows = await query(warehouse, file, cell.source, cell.name, Object.keys(results));
      if (cell.name) results[cell.name] = rows;
      return { kind: "rows", rows, isIllustrative: marks(rows, isIllustrative) };
    }
    return await runCode(cell, results, isIllustrative);
  } catch (error) {
    if (error instanceof KnownError && !(error instanceof SpecError)) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new SpecError([
      { file, path: "", line: cell.line, message: `the ${cell.kind} cell failed: ${message}` },
    ]);
  }
}

async function query(
  { connection }: Connected,
  file: string,
  sql: string,
  name: string | undefined,
  known: string[],
) {
  const text = sql.trim().replace(/;$/, "");
  await parseInputs(connection, text, file, new Set(known));
  if (name) await connection.run(`create temp view "${name}" as ${text}`);
  return readRows(connection, text);
}

type CellFunction = (data: Results, library: typeof statistics) => Promise<unknown>;
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...args: string[]
) => CellFunction;

/** A code cell sees `data` (rows by name) and `statistics` (the library); what it returns is shown, and kept under its name. */
async function runCode(
  cell: Exclude<NotebookCell, { kind: "markdown" }>,
  results: Results,
  isIllustrative: boolean,
): Promise<CellOutput> {
  const source = cell.kind === "ts" ? await toJavaScript(cell.source) : cell.source;
  const value = await new AsyncFunction("data", "statistics", source)(results, statistics);
  if (value === undefined) return { kind: "nothing" };
  if (!isRows(value))
    return { kind: "text", text: typeof value === "string" ? value : JSON.stringify(value, null, 2) };
  if (cell.name) results[cell.name] = value;
  return { kind: "rows", rows: value, isIllustrative: marks(value, isIllustrative) };
}

function isRows(value: unknown): value is readonly Row[] {
  return (
    Array.isArray(value) &&
    value.every((row) => row !== null && typeof row === "object" && !Array.isArray(row))
  );
}

/** TypeScript is a tool of development: where it is not installed, cells are written in JavaScript. */
async function toJavaScript(source: string): Promise<string> {
  const compiler = await import("typescript").catch(() => {
    throw new Error("ts cells need the package typescript; install it, or write the cell as js");
  });
  const { ModuleKind, ScriptTarget } = compiler.default;
  const options = { module: ModuleKind.ESNext, target: ScriptTarget.ES2023 };
  return compiler.default.transpileModule(source, { compilerOptions: options }).outputText;
}

async function drawChart(
  cell: Exclude<NotebookCell, { kind: "markdown" }>,
  results: Results,
  isIllustrative: boolean,
): Promise<CellOutput> {
  const rows = results[cell.data as string];
  if (rows === undefined) throw new Error(`there is no cell named ${cell.data} above it`);
  const spec = parse(cell.source) as Record<string, unknown>;
  if ("data" in spec) throw new Error("its data comes from data=…, never from the spec");
  const values = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === "bigint" ? Number(v) : v])),
  );
  const title = String(spec["title"] ?? cell.data);
  const labels = { id: `chart-${cell.line}`, title, description: title };
  const svg = await renderSvg(
    { ...spec, data: { values } } as never,
    labels,
    measureText(await readAssets()),
  );
  return { kind: "chart", svg, isIllustrative: marks(rows, isIllustrative) };
}

/** Rows that say of themselves that they were published are; whatever else comes from a build with invented respondents may not be. */
function marks(rows: readonly Row[], isIllustrative: boolean): boolean {
  const isPublished = rows.length > 0 && rows.every((row) => row["provenance"] === "published");
  return isIllustrative && !isPublished;
}

async function holdsInvented({ connection }: Connected): Promise<boolean> {
  const rows = await readRows(
    connection,
    "select 1 from raw.responses where provenance = 'illustrative' union all select 1 from raw.scorecards where provenance = 'illustrative' limit 1",
  );
  return rows.length > 0;
}
