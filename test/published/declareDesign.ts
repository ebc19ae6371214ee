import { join } from "node:path";
import {
  type CalibrationDistance,
  calibrate,
  type Design,
  type LonelyPsuRule,
  type ReplicateDesign,
  rake,
  replicateDesign,
  type SurveyDesign,
  subpopulation,
  surveyDesign,
  type TrimmingOptions,
  trimWeights,
} from "../../models/statistics/index.ts";
import { evaluate } from "./expression.ts";
import type { ReferenceCase } from "./reference.ts";
import { readTable, type Table } from "./table.ts";

interface TaylorSpec {
  readonly ids: readonly string[];
  readonly strata: readonly string[];
  readonly weights?: string | null;
  readonly fpc: readonly string[];
  readonly nest: boolean;
  readonly lonely_psu: LonelyPsuRule;
}

interface ReplicateSpec {
  readonly replicate_file: string;
  readonly scale: number;
  readonly rscales: number | readonly number[];
  readonly mse: boolean;
  readonly replicates: number;
}

/** A case's data. */
export function dataOf(reference: ReferenceCase, folder: string): Table {
  return readTable(join(folder, reference.data));
}

/** The sample as first drawn, before its weights were adjusted or a subset asked about. */
export function declareBaseDesign(reference: ReferenceCase, table: Table, folder: string): Design {
  return reference.design.kind === "replicate"
    ? declareReplicates(reference.design as unknown as ReplicateSpec, folder)
    : declareTaylor(reference.design as unknown as TaylorSpec, table);
}

/** The sample that a case describes: drawn, then calibrated, trimmed and subset in that order. */
export function declareDesign(reference: ReferenceCase, table: Table, folder: string): Design {
  const { calibration, trim, subset } = reference.design as Adjustments;
  let design = declareBaseDesign(reference, table, folder);
  for (const step of [calibration ?? []].flat()) design = applyCalibration(design, step, table);
  if (trim) design = trimWeights(design, trim);
  return subset ? subpopulation(design, selectRows(table, subset)) : design;
}

interface Adjustments {
  readonly calibration?: CalibrationSpec | readonly CalibrationSpec[];
  readonly trim?: TrimmingOptions;
  readonly subset?: string;
}

interface CalibrationSpec {
  readonly method: "poststratify" | "rake" | "calibrate";
  readonly margins?: readonly { readonly var: string; readonly totals: Readonly<Record<string, number>> }[];
  readonly totals?: Readonly<Record<string, number>>;
  readonly distance?: CalibrationDistance;
  readonly bounds?: readonly [number, number];
  readonly aggregate_stage?: number;
}

function applyCalibration(design: Design, spec: CalibrationSpec, table: Table): Design {
  const margins = Object.fromEntries(
    (spec.margins ?? []).map(({ var: name, totals }) => [name, { labels: table.labels(name), totals }]),
  );
  if (spec.method !== "calibrate") return rake(design, margins);
  const totals = Object.fromEntries(
    Object.entries(spec.totals ?? {}).map(([name, total]) => [name, { values: table.numbers(name), total }]),
  );
  const { distance, bounds, aggregate_stage: equalWithinStage } = spec;
  return calibrate(design, { margins, totals }, { distance, bounds, equalWithinStage, allowNegative: true });
}

/** Rows where a condition holds; a missing value does not hold. */
export function selectRows(table: Table, condition: string): boolean[] {
  const columns = new Map(
    table.names.map((name) => [name, table.isNumeric(name) ? table.numbers(name) : table.labels(name)]),
  );
  return Array.from({ length: table.rows }, (_, row) => {
    const read = (name: string) => {
      const value = columns.get(name)?.[row] ?? null;
      return typeof value === "number" && Number.isNaN(value) ? null : value;
    };
    return evaluate(condition, { name: read }) === true;
  });
}

function declareTaylor(spec: TaylorSpec, table: Table): SurveyDesign {
  return surveyDesign({
    rows: table.rows,
    clusters: spec.ids.map(table.labels),
    strata: spec.strata[0] === undefined ? undefined : table.labels(spec.strata[0]),
    weights: spec.weights ? table.numbers(spec.weights) : undefined,
    populationCounts: spec.fpc.map(table.numbers),
    nest: spec.nest,
    lonelyPsu: spec.lonely_psu,
  });
}

function declareReplicates(spec: ReplicateSpec, folder: string): ReplicateDesign {
  const table = readTable(join(folder, spec.replicate_file));
  return replicateDesign({
    weights: table.numbers("w"),
    replicateWeights: Array.from({ length: spec.replicates }, (_, r) => table.numbers(`r${r + 1}`)),
    scale: spec.scale,
    replicateScales: spec.rscales,
    aroundEstimate: spec.mse,
  });
}
