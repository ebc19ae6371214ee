import { readFileSync } from "node:fs";
import { join } from "node:path";
import { estimationRunners } from "./runEstimation.ts";
import { inferenceRunners } from "./runInference.ts";

/** One case of a reference set, as its README describes it. */
export interface ReferenceCase {
  readonly id: string;
  readonly feature: string;
  readonly data: string;
  readonly design: Readonly<Record<string, unknown>> & { readonly kind: string };
  readonly request: Readonly<Record<string, unknown>> & { readonly estimator: string };
  readonly rtol: number;
  readonly note?: string | null;
  readonly r_call?: string | null;
  readonly expected: Readonly<Record<string, number>>;
}

/** Numbers by the names that `expected` gives them; more of them do no harm. */
export type Quantities = Readonly<Record<string, number | null | undefined>>;

/** How the cases of one estimator are computed. */
export interface Runner {
  readonly handles: (reference: ReferenceCase) => boolean;
  readonly run: (reference: ReferenceCase, folder: string) => Quantities;
}

/** An expected number that did not come out. */
export interface Miss {
  readonly quantity: string;
  readonly expected: number;
  readonly got: number | null;
  /** |got − expected| over |expected|, or over the estimate's scale where 0 is expected. */
  readonly error: number;
}

/** The cases of a folder in the reference format. */
export function readCases(folder: string): ReferenceCase[] {
  return (JSON.parse(readFileSync(join(folder, "cases.json"), "utf8")) as { cases: ReferenceCase[] }).cases;
}

/** What a case expects and does not get; empty when everything agrees. */
export function runCase(reference: ReferenceCase, folder: string): Miss[] {
  const runner = [...estimationRunners, ...inferenceRunners].find(({ handles }) => handles(reference));
  if (runner === undefined) {
    throw new Error(
      `Nothing computes "${reference.request.estimator}" for a design of kind "${reference.design.kind}".`,
    );
  }
  const got = runner.run(reference, folder);
  return Object.entries(reference.expected)
    .filter(([quantity]) => !/^(r_only_|true_)/.test(quantity))
    .map(([quantity, expected]) => compare(reference, quantity, expected, got[quantity] ?? null))
    .filter(({ error, expected }) => !(error <= (expected === 0 ? ZERO_TOLERANCE : reference.rtol)));
}

const ZERO_TOLERANCE = 1e-9;

function compare(reference: ReferenceCase, quantity: string, expected: number, got: number | null): Miss {
  const scale = expected === 0 ? scaleOf(reference.expected, quantity) : Math.abs(expected);
  return { quantity, expected, got, error: got === null ? Infinity : Math.abs(got - expected) / scale };
}

/** The size that an expected 0 is measured by: the estimate whose error it is, else the largest number of the case. */
function scaleOf(expected: Quantities, quantity: string): number {
  const estimate = expected[quantity.replace(/^se_/, "").replace(/^se\./, "est.")];
  const size = quantity.startsWith("se") && estimate ? Math.abs(estimate) : 0;
  return size || Math.max(1, ...Object.values(expected).map((value) => Math.abs(value ?? 0)));
}
