import { performance } from "node:perf_hooks";
import type { DuckDBConnection } from "@duckdb/node-api";
import { connect } from "../../../pipelines/warehouse/connection.ts";
import { readRows } from "../../../pipelines/warehouse/readRows.ts";
import { items, loadRound } from "./load.ts";

export type Task = "by" | "mean" | "cal_by" | "boot_rake" | "bare";

/** The table that a task makes, and what each of its steps took in seconds. */
export interface Estimates {
  readonly steps: Readonly<Record<string, number>>;
  readonly estimates: readonly {
    domain: string;
    item: string;
    mean: number;
    se: number;
    low: number;
    high: number;
  }[];
}

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
  readonly table: Estimates["estimates"];
}

/**
 * Runs one task on a file in a database in memory. While DuckDB reads the file, Node loads the code of the estimates. With more
 * than one repeat the step is run again from clean.responses, and its time is the least: as the floor is taken.
 */
export async function runTask(
  task: Task,
  file: string,
  threads: number,
  repeats: number,
): Promise<TaskResult> {
  const { connection, close } = await connect(":memory:", {
    threads,
    memoryLimit: "6GB",
    spillFolder: "",
  });
  try {
    const begin = performance.now();
    const raked = task === "cal_by" || task === "boot_rake";
    await connection.run(
      "create schema spec; create schema staging; create schema clean; create schema weights",
    );
    const loading = loadRound(connection, file, raked);
    const product = task === "bare" ? null : await import("./estimateTask.ts");
    const estimate = product?.estimateTask ?? bare;
    const made = product?.built ?? [];
    const rows = await loading;
    const loaded = performance.now();
    const { steps, estimates } = await estimate(connection, task);
    let step = task === "bare" ? (steps["least"] as number) : (performance.now() - loaded) / 1000;
    for (let repeat = 1; task !== "bare" && repeat < repeats; repeat++) {
      for (const name of made) await connection.run(`drop table ${name}`);
      const begin = performance.now();
      await estimate(connection, task);
      step = Math.min(step, (performance.now() - begin) / 1000);
    }
    return {
      task,
      rows,
      load: (loaded - begin) / 1000,
      step,
      steps,
      sumOfMeans: estimates.reduce((sum, { mean }) => sum + mean, 0),
      sumOfErrors: estimates.reduce((sum, { se }) => sum + se, 0),
      table: estimates,
    };
  } finally {
    close();
  }
}

/** The floor: one weighted mean of every item by province, and nothing else. */
async function bare(connection: DuckDBConnection): Promise<Estimates> {
  let least = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < 3; repeat++) {
    const begin = performance.now();
    await readRows(
      connection,
      `select unit_code, ${items.map((item) => `sum(case when item_${item} >= 4 then base_weight end) / sum(case when item_${item} is not null then base_weight end) as ${item}`).join(", ")}
       from clean.responses group by unit_code`,
    );
    least = Math.min(least, (performance.now() - begin) / 1000);
  }
  return { steps: { least }, estimates: [] };
}
