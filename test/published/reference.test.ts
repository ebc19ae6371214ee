import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type ReferenceCase, readCases, runCase } from "./reference.ts";

const folder = fileURLToPath(new URL("reference", import.meta.url));

test.each(readCases(folder).map((reference) => [titleOf(reference), reference] as const))(
  "%s",
  (_, reference) => {
    expect(runCase(reference, folder)).toEqual([]);
  },
);

/** "A10_citizens_3stage_mean: mean of sat, hours, visits (three-stage with fpc), as R survey 4.4.2 reports". */
function titleOf({ id, feature, request, design, r_call }: ReferenceCase): string {
  const of = [request["vars"] ?? request["var"] ?? []].flat().join(", ");
  return `${id}: ${request.estimator}${of === "" ? "" : ` of ${of}`} (${feature}), ${authorityOf(design.kind, r_call)}`;
}

function authorityOf(kind: string, call: string | null | undefined): string {
  if (call === "formula in README") return "as the formula in the set's README gives";
  return ["taylor", "replicate"].includes(kind)
    ? "as R survey 4.4.2 reports"
    : "as base R computes from the published formulas";
}
