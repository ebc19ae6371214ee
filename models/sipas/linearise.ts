import { fittedValue, regressOnMargins } from "./calibrationGroups.ts";
import { type Domain, scopesOf } from "./estimateDomains.ts";
import { type ItemTotals, itemTotals, type LinearForm, linearForm } from "./linearForm.ts";
import type { NodeFormula } from "./nodeFormulas.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** How one estimate reads one respondent: z = w (u − x′B). */
export interface Linearised {
  /** u of a respondent by his stratum: `factor` times Σ (a·y − r·c) over the terms. Elsewhere u is 0. */
  readonly formOf: ReadonlyMap<string, { readonly form: LinearForm; readonly factor: number }>;
  /** x′B by margin cell; 0 where weights were not calibrated together with the domain. */
  readonly fitted: Float64Array;
  /** The strata whose respondents have a z: those of the domain, and those raked together with them. */
  readonly strata: readonly string[];
}

/** Prepares the linearised variable of any node in any domain of a survey summed to cells; null where nothing counts. */
export function linearise(cells: SurveyCells): (domain: Domain, formula: NodeFormula) => Linearised | null {
  const known = new Map<string, ReadonlyMap<string, ItemTotals>>();
  const totalsOf = (code: string, strata: readonly string[]) => {
    const totals = known.get(code) ?? itemTotals(cells, strata);
    known.set(code, totals);
    return totals;
  };
  const numberOfCells = cells.calibration.reduce(
    (most, group) => group.cells.reduce((a, b) => Math.max(a, b + 1), most),
    0,
  );
  const places = new Map<Group, Int32Array>();
  const placesOf = (group: Group) => {
    const known = places.get(group) ?? placesOfRows(cells, group);
    places.set(group, known);
    return known;
  };
  return (domain, formula) => {
    const formOf = new Map<string, { form: LinearForm; factor: number }>();
    for (const { code, strata, weight } of scopesOf(domain)) {
      const form = linearForm(formula, totalsOf(code, strata));
      if (form === null) return null;
      for (const stratum of strata) formOf.set(stratum, { form, factor: weight / form.scale });
    }
    if (formOf.size === 0) return null;
    const touched = cells.calibration.filter((group) => group.strata.some((one) => formOf.has(one)));
    const fitted = new Float64Array(numberOfCells);
    for (const group of touched) fit(fitted, cells, group, placesOf(group), formOf);
    return {
      formOf,
      fitted,
      strata: [...new Set([...formOf.keys(), ...touched.flatMap((group) => group.strata)])],
    };
  };
}

type Group = SurveyCells["calibration"][number];

/** Per row of the survey's cells, the place of its margin cell in its group; rows of other groups have none. */
function placesOfRows({ cell, rowsOfStratum }: SurveyCells, group: Group): Int32Array {
  const place = new Map(Array.from(group.cells, (number, index) => [number, index]));
  const places = new Int32Array(cell.length).fill(-1);
  for (const stratum of group.strata) {
    const [from, to] = rowsOfStratum.get(stratum) ?? [0, 0];
    for (let row = from; row < to; row++) places[row] = place.get(cell[row]!)!;
  }
  return places;
}

/** Puts down x′B of the margin cells of one group, from the regression of u on its margins. */
function fit(
  fitted: Float64Array,
  { weight, items, rowsOfStratum }: SurveyCells,
  group: Group,
  placeOfRow: Int32Array,
  formOf: Linearised["formOf"],
): void {
  const totals = new Float64Array(group.cells.length);
  for (const stratum of group.strata) {
    const own = formOf.get(stratum);
    if (own === undefined) continue;
    const [from, to] = rowsOfStratum.get(stratum) ?? [0, 0];
    for (const { item, a, r } of own.form.terms) {
      const { yes, counted } = items.get(item)!;
      for (let row = from; row < to; row++)
        totals[placeOfRow[row]!]! += weight[row]! * own.factor * (a * yes[row]! - r * counted[row]!);
    }
  }
  const places = Int32Array.from(group.cells, (_, index) => index);
  const coefficients = regressOnMargins(group, places, totals);
  for (const [index, number] of group.cells.entries())
    fitted[number] = fittedValue(group, index, coefficients);
}
