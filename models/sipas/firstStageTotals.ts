import { fittedValue, regressOnMargins } from "./calibrationGroups.ts";
import type { Scope } from "./nodeVariance.ts";
import { psuCells } from "./psuCells.ts";
import type { SurveyCells } from "./surveyCells.ts";

/**
 * Prepares Σ w·u of every first-stage unit for a node of a domain: its linearised variable, with calibration residuals where
 * weights were calibrated. What two rounds that share first-stage units are set beside each other by.
 */
export function firstStageTotals(
  cells: SurveyCells,
): (scopes: readonly Pick<Scope, "strata" | "form" | "weight">[]) => Float64Array {
  const summed = psuCells(
    cells,
    cells.calibration.map((group) => ({ cells: Array.from(group.cells) })),
  );
  const { psu, cell, stratum, sums, width } = summed;
  const factors = new Float64Array(summed.cells).fill(1); // sums are of weights before raking
  for (const group of cells.calibration)
    group.cells.forEach((own, place) => {
      factors[own] = group.factors[place]!;
    });
  const weight = summed.weight.map((own, row) => own * factors[cell[row]!]!);
  const rowsOf = new Map(summed.strata.map((code) => [code, [] as number[]]));
  stratum.forEach((number, row) => {
    rowsOf.get(summed.strata[number] as string)?.push(row);
  });
  const place = new Map(summed.items.map((item, number) => [item, 2 * number]));
  const psus = cells.sample.psuOf.reduce((most, own) => Math.max(most, own), -1) + 1;
  const scores = new Float64Array(psu.length);
  const fitted = new Float64Array(summed.cells);
  return (scopes) => {
    scores.fill(0);
    for (const { strata, form, weight: share } of scopes) {
      const factor = share / form.scale;
      for (const row of strata.flatMap((code) => rowsOf.get(code) ?? []))
        for (const { item, a, r } of form.terms) {
          const at = row * width + (place.get(item) as number);
          scores[row]! += factor * factors[cell[row]!]! * (a * sums[at]! - r * sums[at + 1]!);
        }
    }
    const strata = new Set(scopes.flatMap((scope) => scope.strata));
    const touched = cells.calibration.filter((group) => group.strata.some((code) => strata.has(code)));
    const reached = new Set([...strata, ...touched.flatMap((group) => group.strata)]);
    const rows = [...reached].flatMap((code) => rowsOf.get(code) ?? []);
    fitted.fill(0);
    for (const row of rows) fitted[cell[row]!]! += scores[row]!;
    const totals = Float64Array.from(fitted);
    fitted.fill(0);
    for (const group of touched) {
      const coefficients = regressOnMargins(
        group,
        Int32Array.from(group.cells.keys()),
        Float64Array.from(group.cells, (own) => totals[own]!),
      );
      group.cells.forEach((own, place) => {
        fitted[own] = fittedValue(group, place, coefficients);
      });
    }
    const found = new Float64Array(psus);
    for (const row of rows) found[psu[row]!]! += scores[row]! - weight[row]! * fitted[cell[row]!]!;
    return found;
  };
}
