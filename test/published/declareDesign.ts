import { join } from "node:path";
import {
  type Design,
  type LonelyPsuRule,
  type ReplicateDesign,
  replicateDesign,
  type SurveyDesign,
  subpopulation,
  surveyDesign,
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
  const design = declareBaseDesign(reference, table, folder);
  return typeof reference.design["subset"] === "string"
    ? subpopulation(design, selectRows(table, reference.design["subset"]))
    : design;
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
