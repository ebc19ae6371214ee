import { z } from "zod";
import { provenance } from "./provenance.ts";

/** Why an estimate is absent; `suppressed` shows as [c], every other reason as [x]. */
export const status = z.enum([
  "ok",
  "suppressed",
  "no_responses",
  "one_cluster",
  "not_estimable",
  "not_published",
  "not_comparable",
]);
export type Status = z.infer<typeof status>;

/** A count; DuckDB gives BIGINT as bigint. */
export const count = z.union([z.int(), z.bigint().transform(Number)]);

/** What a row of a round's mart carries. */
export const roundRow = { round_code: z.string(), provenance };

/** An exact DECIMAL as text. */
export const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/, "it must be plain digits with a point");

export const nullableNumber = z.number().nullable();

/** The columns of an estimate that pages show: value, df and interval, null unless the status is ok. */
export type EstimateShape<Name extends string> = {
  [Column in Name | `${Name}_df` | `${Name}_low` | `${Name}_high`]: typeof nullableNumber;
} & { [Column in `${Name}_status`]: typeof status };

export function estimate<Name extends string>(name: Name): EstimateShape<Name> {
  return {
    [name]: nullableNumber,
    [`${name}_df`]: nullableNumber,
    [`${name}_low`]: nullableNumber,
    [`${name}_high`]: nullableNumber,
    [`${name}_status`]: status,
  } as EstimateShape<Name>;
}

/** One estimate, out of a row that names its columns after the quantity. */
export interface Estimate {
  readonly value: number | null;
  readonly df: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: Status;
}

export type EstimateColumns<Name extends string> = {
  readonly [Column in Name | `${Name}_df` | `${Name}_low` | `${Name}_high`]: number | null;
} & { readonly [Column in `${Name}_status`]: Status };

export function estimateOf<Name extends string>(row: EstimateColumns<Name>, name: Name): Estimate {
  const columns = row as Readonly<Record<string, unknown>>;
  return {
    value: columns[name],
    df: columns[`${name}_df`],
    low: columns[`${name}_low`],
    high: columns[`${name}_high`],
    status: columns[`${name}_status`],
  } as Estimate;
}
