import { performance } from "node:perf_hooks";
import type { DuckDBConnection } from "@duckdb/node-api";
import { estimateDomains } from "../../../models/sipas/estimateDomains.ts";
import type { NodeFormula } from "../../../models/sipas/nodeFormulas.ts";
import { replicateDomains } from "../../../models/sipas/replicateDomains.ts";
import { buildTable } from "../../../pipelines/warehouse/buildTable.ts";
import { readColumns } from "../../../pipelines/warehouse/readColumns.ts";
import { readRows } from "../../../pipelines/warehouse/readRows.ts";
import { calibrationInputs } from "../../../sql/calibrationProblems.ts";
import { calibrationsOf } from "../../../sql/estimates/sipas_replicates.ts";
import { cellsSelect, readSurveys, type Survey, surveyInputs } from "../../../sql/surveys.ts";
import type { Row } from "../../../sql/table.ts";
import { items } from "./load.ts";
import { readTable } from "./readTable.ts";
import type { Estimates, Task } from "./runTask.ts";

/** The tables that a step makes. */
export const built = [
  "clean.sampled_clusters",
  "weights.cluster_cells",
  "weights.cells",
  "weights.calibration_factors",
  "weights.cell_weights",
];

/** From clean.responses to the table of estimates, by the product's own tables and TypeScript. */
export async function estimateTask(connection: DuckDBConnection, task: Task): Promise<Estimates> {
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
    calibration_cells: await readRows(connection, calibrationInputs.cells),
    calibration_margins: await readRows(connection, calibrationInputs.margins),
    calibration_settings: await readRows(connection, calibrationInputs.settings),
    calibration_codes: await readRows(connection, calibrationInputs.codes),
    numbers: await readRows(
      connection,
      "select round_code, unit_code, cell_key, cell_number from weights.cells order by cell_number",
    ),
  };
  const spreads = replicateDomains(
    survey.cells,
    calibrationsOf(inputs, survey),
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
