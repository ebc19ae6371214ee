import { multistageCovariance } from "../statistics/multistageCovariance.ts";
import { quadraticForm } from "../statistics/stratumCovariance.ts";
import { fittedValue, regressOnMargins } from "./calibrationGroups.ts";
import { domainReach, type GroupReach, type Reach, type Run } from "./domainReach.ts";
import type { LinearForm } from "./linearForm.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** Strata whose answers are pooled, the node there, and the share that they have in the domain's value. */
export interface Scope {
  readonly strata: readonly string[];
  readonly form: LinearForm;
  readonly weight: number;
  /** Σ (scale·u)² of the respondents of each row; null for a single item, where the counts give it. */
  readonly squares: Float64Array | null;
}

/** The variance of a node in a domain, and that of a simple random sample of as many people drawn with replacement. */
export interface NodeVariance {
  readonly variance: number;
  /** Null when it has none: fewer than two respondents, or all alike. */
  readonly srsVariance: number | null;
}

/** Computes the variance of a node from its scopes; `n` is the number of respondents that take part. */
export type NodeVariances = (scopes: readonly Scope[], n: number) => NodeVariance;

/**
 * Prepares the variances of nodes of a survey summed to cells: linearisation over every stage of the sample with its finite
 * population, with calibration residuals where weights were calibrated. The same numbers as the row-level engine, at the cost
 * of the cells in the strata of the domain.
 *
 *     z = w (s − n x′B),   Σz² = w² (q − 2 x′B s + n (x′B)²)   with s = Σu, q = Σu² of the n respondents of a row
 *
 * Strata that were raked together with the domain but lie outside it have u = 0 and add B′MB, M the covariance of their Σ w x.
 */
export function nodeVariances(cells: SurveyCells): NodeVariances {
  const scratch = makeScratch(cells);
  const reachOf = domainReach(cells);
  const reaches = new Map<string, Reach>();
  return (scopes, n) => {
    const strata = scopes.flatMap((scope) => scope.strata);
    const key = strata.join(" ");
    const reach = reaches.get(key) ?? reachOf(strata);
    reaches.set(key, reach);
    const srs = scopes.map((scope) => scoreScope(cells, scope, scratch));
    const coefficients = reach.groups.map((group) => fitGroup(cells, group, scratch));
    clearClusters(cells, reach, scratch);
    for (const run of reach.runs) addRows(cells, run, scratch);
    let variance = 0;
    reach.groups.forEach(({ beside, apart }, index) => {
      for (const run of beside) addFitted(cells, run, scratch);
      for (const covariance of apart) variance += quadraticForm(covariance, coefficients[index]!);
    });
    for (const part of reach.parts) variance += partVariance(cells, part, scratch);
    return { variance, srsVariance: srsOf(srs, n) };
  };
}

function srsOf(parts: readonly { population: number; spread: number }[], n: number): number | null {
  const population = parts.reduce((sum, part) => sum + part.population, 0);
  const spread = parts.reduce((sum, part) => sum + part.spread, 0);
  const srs = (population * spread) / (n - 1);
  return n > 1 && srs > 0 ? srs : null;
}

/** What is written anew for every node. */
interface Scratch {
  /** s and q of each row. */
  readonly scores: Float64Array;
  readonly squares: Float64Array;
  /** x′B of each margin cell; 0 where weights were not calibrated. */
  readonly fitted: Float64Array;
  /** Σz and Σz² of each cluster, by its place. */
  readonly totals: Float64Array;
  readonly products: Float64Array;
}

function makeScratch({ sample, cluster, cell }: SurveyCells): Scratch {
  return {
    scores: new Float64Array(cluster.length),
    squares: new Float64Array(cluster.length),
    fitted: new Float64Array(cell.reduce((most, own) => Math.max(most, own), -1) + 1),
    totals: new Float64Array(sample.clusters),
    products: new Float64Array(sample.clusters),
  };
}

/** Writes s and q of the rows of one scope; returns Σw of those that take part, and Σw u². */
function scoreScope(cells: SurveyCells, scope: Scope, { scores, squares }: Scratch) {
  const { weight, responses, rowsOfStratum, items } = cells;
  const { terms, scale } = scope.form;
  const factor = scope.weight / scale;
  let population = 0;
  let spread = 0;
  for (const stratum of scope.strata) {
    const [from, to] = rowsOfStratum.get(stratum) ?? [0, 0];
    scores.fill(0, from, to);
    for (const { item, a, r } of terms) {
      const { yes, counted } = items.get(item)!;
      for (let row = from; row < to; row++) scores[row]! += factor * (a * yes[row]! - r * counted[row]!);
    }
    const only = scope.squares === null ? terms[0]! : null;
    const counts = only === null ? null : items.get(only.item)!;
    for (let row = from; row < to; row++) {
      const square =
        only === null || counts === null
          ? scope.squares![row]!
          : counts.yes[row]! * only.a * (only.a - 2 * only.r) + counts.counted[row]! * only.r * only.r;
      squares[row] = factor * factor * square;
      population += weight[row]! * (counts === null ? responses[row]! : counts.counted[row]!);
      spread += weight[row]! * squares[row]!;
    }
  }
  return { population, spread };
}

/** Regresses u, which is 0 outside the domain, on the margins of a group; leaves x′B of the cells that are visited. */
function fitGroup(
  { weight, cell }: SurveyCells,
  { group, inside, cellsInside, cellsVisited }: GroupReach,
  { scores, fitted }: Scratch,
): Float64Array {
  for (const place of cellsInside) fitted[group.cells[place]!] = 0;
  for (const [from, to] of inside) {
    for (let row = from; row < to; row++) fitted[cell[row]!]! += weight[row]! * scores[row]!;
  }
  const totals = Float64Array.from(cellsInside, (place) => fitted[group.cells[place]!]!);
  const coefficients = regressOnMargins(group, cellsInside, totals);
  for (const place of cellsVisited) fitted[group.cells[place]!] = fittedValue(group, place, coefficients);
  return coefficients;
}

function clearClusters({ sample }: SurveyCells, { parts }: Reach, { totals, products }: Scratch) {
  for (const part of parts) {
    const { from, to } = sample.parts[part]!;
    totals.fill(0, from, to);
    products.fill(0, from, to);
  }
}

function addRows(
  { sample, cluster, cell, weight, responses }: SurveyCells,
  [from, to]: Run,
  { scores, squares, fitted, totals, products }: Scratch,
): void {
  for (let row = from; row < to; row++) {
    const at = sample.place[cluster[row]!]!;
    const w = weight[row]!;
    const b = fitted[cell[row]!]!;
    const n = responses[row]!;
    totals[at]! += w * (scores[row]! - n * b);
    products[at]! += w * w * (squares[row]! - 2 * b * scores[row]! + n * b * b);
  }
}

/** Rows outside the domain, where u is 0 and its residual −x′B. */
function addFitted(
  { sample, cluster, cell, weight, responses }: SurveyCells,
  [from, to]: Run,
  { fitted, totals, products }: Scratch,
): void {
  for (let row = from; row < to; row++) {
    const at = sample.place[cluster[row]!]!;
    const b = weight[row]! * fitted[cell[row]!]!;
    totals[at]! -= responses[row]! * b;
    products[at]! += responses[row]! * b * b;
  }
}

function partVariance({ sample }: SurveyCells, part: number, { totals, products }: Scratch): number {
  const { from, to, stages, respondents } = sample.parts[part]!;
  const within =
    respondents === null ? undefined : { ...respondents, crossProducts: [[products.subarray(from, to)]] };
  return multistageCovariance(stages, [totals.subarray(from, to)], within)[0]![0]!;
}
