import { EstimateError } from "../errors.ts";
import type { ModelTerms } from "../statistics/modelMatrix.ts";
import { responsePropensity } from "../statistics/responsePropensity.ts";
import {
  partialRepresentativeness,
  responseRepresentativeness,
} from "../statistics/responseRepresentativeness.ts";

/** An area by what the frame knows of it, with how many of those asked there responded. */
export interface ModelledArea {
  readonly region: string;
  readonly unitType: string;
  /** Persons in the population of the area. */
  readonly persons: number;
  readonly asked: number;
  readonly responded: number;
}

export type ModelTerm = "region" | "unit_type" | "persons";

/** Estimated propensities of areas. */
export interface AreaPropensities {
  /** The terms that were used, in the order in which they were asked for. */
  readonly terms: readonly ModelTerm[];
  /** One an area. */
  readonly propensities: Float64Array;
  /** How far the sampling of those asked alone spreads the propensities: what is taken from their variance. */
  readonly estimationVariance: number;
}

/**
 * The propensity to respond of every area: logistic regression of response on what the frame knows of all of them, the persons of
 * an area in the logarithm. Those asked are taken as independent. A term that tells no areas apart beside those before it, or with
 * which the model does not settle, is left out: the answer says which were used.
 *
 * @returns null where nobody was asked, all or nobody responded: there is nothing to model
 */
export function areaPropensities(
  areas: readonly ModelledArea[],
  wanted: readonly ModelTerm[],
): AreaPropensities | null {
  const asked = areas.reduce((sum, area) => sum + area.asked, 0);
  const responded = areas.reduce((sum, area) => sum + area.responded, 0);
  if (responded === 0 || responded === asked) return null;
  const propensities = new Float64Array(areas.length).fill(responded / asked);
  let best: AreaPropensities = { terms: [], propensities, estimationVariance: 0 };
  for (const term of wanted) best = maybeFit(areas, [...best.terms, term]) ?? best;
  return best;
}

function maybeFit(areas: readonly ModelledArea[], terms: readonly ModelTerm[]): AreaPropensities | null {
  const twice = [...areas, ...areas]; // two rows an area: those who responded, and those who did not
  try {
    const { propensities, inverseInformation, names } = responsePropensity(
      twice.map((_, row) => row < areas.length),
      modelTerms(twice, terms),
      Float64Array.from(twice, (area, row) =>
        row < areas.length ? area.responded : area.asked - area.responded,
      ),
    );
    const own = propensities.slice(0, areas.length);
    const rows = rowsOf(areas, terms, names);
    return {
      terms,
      propensities: own,
      estimationVariance: estimationVariance(areas, own, rows, inverseInformation),
    };
  } catch (error) {
    if (error instanceof EstimateError) return null;
    throw error;
  }
}

function termValue(area: ModelledArea, term: ModelTerm): string | number {
  return term === "region"
    ? area.region
    : term === "unit_type"
      ? area.unitType
      : Math.log(Math.max(1, area.persons));
}

function modelTerms(areas: readonly ModelledArea[], terms: readonly ModelTerm[]): ModelTerms {
  return Object.fromEntries(
    terms.map((term) => [
      term,
      term === "persons"
        ? { numbers: areas.map((area) => Number(termValue(area, term))) }
        : { categories: areas.map((area) => String(termValue(area, term))) },
    ]),
  );
}

/** x of each area, in the order of the model's columns. */
function rowsOf(areas: readonly ModelledArea[], terms: readonly ModelTerm[], names: readonly string[]) {
  return areas.map((area) => {
    const values = new Map<string, number>([["(Intercept)", 1]]);
    for (const term of terms)
      if (term === "persons") values.set(term, Number(termValue(area, term)));
      else values.set(`${term}${termValue(area, term)}`, 1);
    return names.map((name) => values.get(name) ?? 0);
  });
}

/** Mean of g′Vg about the mean gradient, g = p(1 − p)x: by how much estimating p inflates the variance of p. */
function estimationVariance(
  areas: readonly ModelledArea[],
  propensities: Float64Array,
  rows: readonly (readonly number[])[],
  covariance: readonly (readonly number[])[],
): number {
  const gradients = rows.map((x, area) =>
    x.map((one) => propensities[area]! * (1 - propensities[area]!) * one),
  );
  const all = areas.reduce((sum, { asked }) => sum + asked, 0);
  const mean = gradients[0]!.map(
    (_, k) => gradients.reduce((sum, g, area) => sum + areas[area]!.asked * g[k]!, 0) / all,
  );
  const quadratic = (g: readonly number[]) =>
    g.reduce((sum, gi, i) => sum + gi * g.reduce((inner, gj, j) => inner + covariance[i]![j]! * gj, 0), 0);
  const inside = gradients.reduce((sum, g, area) => sum + areas[area]!.asked * quadratic(g), 0) / all;
  return Math.max(0, inside - quadratic(mean));
}

/** How evenly the persons first drawn responded. */
export interface AreaRepresentativeness {
  readonly asked: number;
  readonly responded: number;
  /** 1 − 2 S(p) as estimated, and with S freed of what estimating it adds; null where there is nothing to model. */
  readonly indicator: number | null;
  readonly adjusted: number | null;
  /** √ of the variance of propensities between the categories of each term. */
  readonly partial: ReadonlyMap<ModelTerm, number>;
}

/** Areas are cut into this many classes by their persons, for the partial indicator. */
const sizeClasses = 5;

/**
 * The R-indicator of the persons first drawn, substitutes left out, who hide nonresponse.
 *
 *     R = 1 − 2 √(S²(p) − the part of S² that comes from estimating p)
 *
 * Never to be compared between surveys whose models hold other terms.
 *
 * Schouten, Cobben, Bethlehem (2009), Survey Methodology 35, 101–113; Shlomo, Skinner, Schouten (2012), J. Statist. Plann. Inference 142.
 */
export function areaRepresentativeness(
  areas: readonly ModelledArea[],
  wanted: readonly ModelTerm[],
): AreaRepresentativeness {
  const drawn = areas.filter(({ asked }) => asked > 0);
  const counts = {
    asked: drawn.reduce((sum, area) => sum + area.asked, 0),
    responded: drawn.reduce((sum, area) => sum + area.responded, 0),
  };
  const model = areaPropensities(drawn, wanted);
  if (model === null) return { ...counts, indicator: null, adjusted: null, partial: new Map() };
  const weights = drawn.map(({ asked }) => asked);
  const { indicator } = responseRepresentativeness(model.propensities, weights);
  const variance = ((1 - indicator) / 2) ** 2;
  const sizes = drawn
    .map((area, place) => ({ place, persons: area.persons }))
    .sort((a, b) => a.persons - b.persons || a.place - b.place);
  const sizeClass = new Array<string>(drawn.length);
  sizes.forEach(({ place }, rank) => {
    sizeClass[place] = String(Math.floor((rank * sizeClasses) / drawn.length));
  });
  const classesOf = (term: ModelTerm) =>
    term === "persons" ? sizeClass : drawn.map((area) => String(termValue(area, term)));
  return {
    ...counts,
    indicator,
    adjusted: 1 - 2 * Math.sqrt(Math.max(0, variance - model.estimationVariance)),
    partial: new Map(
      model.terms.map((term) => [
        term,
        partialRepresentativeness(model.propensities, classesOf(term), weights),
      ]),
    ),
  };
}
