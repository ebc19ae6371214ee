import { performance } from "node:perf_hooks";
import type { DuckDBConnection } from "@duckdb/node-api";
import { estimateDomains } from "../../../models/sipas/estimateDomains.ts";
import type { NodeFormula } from "../../../models/sipas/nodeFormulas.ts";
import { replicateDomains } from "../../../models/sipas/replicateDomains.ts";
import { buildTable } from "../../../pipelines/warehouse/buildTable.ts";
import { connect } from "../../../pipelines/warehouse/connection.ts";
import { readColumns } from "../../../pipelines/warehouse/readColumns.ts";
import { readRows } from "../../../pipelines/warehouse/readRows.ts";
import { writeRows } from "../../../pipelines/warehouse/writeRows.ts";
import { rakingsOf } from "../../../sql/estimates/sipas_replicates.ts";
import { rakingInputs } from "../../../sql/rakingProblems.ts";
import { cellsSelect, readSurveys, type Survey, surveyInputs } from "../../../sql/surveys.ts";
import { layers, type Row } from "../../../sql/table.ts";
import { items, loadResponses, specification } from "./load.ts";
import { readTable } from "./readTable.ts";

export type Task = "by" | "mean" | "cal_by" | "boot_rake" | "bare";

/** What one task took and the sums that show what it computed. */
export interface TaskResult {
  readonly task: Task;
  readonly rows: number;
  /** Reading the CSV or Parquet into clean.responses. */
  readonly load: number;
  /** From clean.responses to the table of estimates. */
  readonly step: number;
  readonly steps: Readonly<Record<string, number>>;
  readonly sumOfMeans: number;
  readonly sumOfErrors: number;
  readonly table: readonly {
    domain: string;
    item: string;
    mean: number;
    se: number;
    low: number;
    high: number;
  }[];
}

const round = "2020";
const built = [
  "clean.sampled_clusters",
  "weights.cluster_cells",
  "weights.cells",
  "weights.raking_factors",
  "weights.cell_weights",
];

/** Runs one task on a file in a database in memory, by the product's own tables and TypeScript. */
export async function runTask(task: Task, file: string, threads: number): Promise<TaskResult> {
  const { connection, close } = await connect(":memory:", {
    threads,
    memoryLimit: "6GB",
    spillFolder: "",
  });
  try {
    const begin = performance.now();
    for (const layer of layers) await connection.run(`create schema ${layer}`);
    const raked = task === "cal_by" || task === "boot_rake";
    for (const { name, columns, rows } of specification(round, raked))
      await writeRows(connection, name, columns, rows);
    const rows = await loadResponses(connection, file, round, raked);
    const loaded = performance.now();
    if (task === "bare") return await bare(connection, rows, loaded - begin);
    const { steps, estimates } = await estimate(connection, task);
    const done = performance.now();
    return {
      task,
      rows,
      load: (loaded - begin) / 1000,
      step: (done - loaded) / 1000,
      steps,
      sumOfMeans: estimates.reduce((sum, { mean }) => sum + mean, 0),
      sumOfErrors: estimates.reduce((sum, { se }) => sum + se, 0),
      table: estimates,
    };
  } finally {
    close();
  }
}

async function estimate(connection: DuckDBConnection, task: Task) {
  const steps: Record<string, number> = {};
  let last = performance.now();
  const lap = (name: string) => {
    steps[name] = (steps[name] ?? 0) + (performance.now() - last) / 1000;
    last = performance.now();
  };
  for (const name of built) {
    await buildTable(connection, await readTable(connection, name));
    lap(name);
  }
  const inputs: Record<string, Row[]> = {};
  for (const [name, sql] of Object.entries(surveyInputs)) inputs[name] = await readRows(connection, sql);
  const cells = await readColumns(connection, cellsSelect("^(satisfied|counted)_"));
  lap("read cells");
  const columns = new Map(
    items.map((item) => [item, { yes: `satisfied_${item}`, counted: `counted_${item}` }]),
  );
  const survey = readSurveys(inputs, cells, () => columns)[0]!;
  const estimates = task === "boot_rake" ? await replicate(connection, survey) : linearise(survey, task);
  lap("variances");
  return { steps, estimates };
}

const formulas = items.map(
  (item): NodeFormula => ({ node: item, level: "item", terms: [{ coefficient: 1, items: [item] }] }),
);

function domainsOf({ cells }: Survey, task: Task) {
  const strata = [...new Set(cells.sample.stratumOf)];
  if (task === "mean") return [{ level: "nation", code: "VN", strata, weights: null }];
  return strata.map((code) => ({ level: "province", code, strata: [code], weights: null }));
}

function linearise(survey: Survey, task: Task) {
  return [...estimateDomains(survey.cells, domainsOf(survey, task), formulas, () => null, 1)].map(
    ({ domain, formula, estimate: { share, se, low, high } }) => ({
      domain: domain.code,
      item: formula.node,
      mean: share as number,
      se: se as number,
      low: low as number,
      high: high as number,
    }),
  );
}

async function replicate(connection: DuckDBConnection, survey: Survey) {
  const inputs = {
    raking_cells: await readRows(connection, rakingInputs.cells),
    raking_margins: await readRows(connection, rakingInputs.margins),
    raking_settings: await readRows(connection, rakingInputs.settings),
    raking_codes: await readRows(connection, rakingInputs.codes),
    numbers: await readRows(
      connection,
      "select round_code, unit_code, cell_key, cell_number from weights.cells order by cell_number",
    ),
  };
  const spreads = replicateDomains(
    survey.cells,
    rakingsOf(inputs, survey),
    domainsOf(survey, "boot_rake"),
    formulas,
    { replicates: 200, seed: 1 },
  );
  return spreads.map(({ domain, formula, value, se }) => ({
    domain: domain.code,
    item: formula.node,
    mean: value as number,
    se: se as number,
    low: 0,
    high: 0,
  }));
}

/** The floor: one weighted mean of every item by province, and nothing else. */
async function bare(connection: DuckDBConnection, rows: number, load: number): Promise<TaskResult> {
  let best = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < 3; repeat++) {
    const begin = performance.now();
    await readRows(
      connection,
      `select unit_code, ${items.map((item) => `sum(case when item_${item} >= 4 then base_weight end) / sum(case when item_${item} is not null then base_weight end) as ${item}`).join(", ")}
       from clean.responses group by unit_code`,
    );
    best = Math.min(best, performance.now() - begin);
  }
  return {
    task: "bare",
    rows,
    load: load / 1000,
    step: best / 1000,
    steps: {},
    sumOfMeans: 0,
    sumOfErrors: 0,
    table: [],
  };
}
