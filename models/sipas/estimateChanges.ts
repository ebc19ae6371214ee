import { confidenceInterval } from "../statistics/confidenceInterval.ts";
import { type OverlappingStratum, overlapCovariance } from "../statistics/overlapCovariance.ts";
import { twoSidedStudentP } from "../statistics/tailProbabilities.ts";
import { type Domain, scopesOf } from "./estimateDomains.ts";
import type { NodeStatus } from "./estimateNode.ts";
import { firstStageTotals } from "./firstStageTotals.ts";
import { type ItemTotals, itemTotals, linearForm } from "./linearForm.ts";
import type { NodeFormula } from "./nodeFormulas.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** A first-stage unit: its key in the frame, which it keeps from round to round, and how many there are in its stratum. */
export interface FirstStageUnit {
  readonly stratum: string;
  readonly key: string;
  readonly population: number;
}

/** One of two rounds that are set beside each other. */
export interface ComparedRound {
  readonly cells: SurveyCells;
  /** By the number that clusters carry. */
  readonly psus: readonly FirstStageUnit[];
  readonly domains: readonly Domain[];
  /** What the round's own table says of a node of a domain. */
  readonly estimateOf: (domain: Domain, node: string) => RoundEstimate | null;
}

export interface RoundEstimate {
  readonly share: number | null;
  readonly se: number | null;
  readonly status: NodeStatus;
}

/** A change in shares with its family; everything but the numbers of units is null unless `status` is ok. */
export interface ChangeEstimate {
  readonly change: number | null;
  readonly se: number | null;
  readonly df: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided, of no change. */
  readonly p: number | null;
  /** Of the two estimates: their covariance from shared first-stage units over both standard errors. */
  readonly correlation: number | null;
  readonly sharedPsus: number;
  readonly psus: number;
  readonly status: NodeStatus;
}

/** The change of one node in one domain. */
export interface Change {
  readonly domain: Domain;
  readonly formula: NodeFormula;
  readonly estimate: ChangeEstimate;
}

/**
 * The change of every node in every domain that both rounds have, with
 *
 *     V = V₁ + V₂ − 2C
 *
 * V₁ and V₂ as each round's own table has them, over all stages; C from the first-stage units that both rounds sampled
 * (`overlapCovariance`). Rounds are taken as drawn independently within those units.
 */
export function* estimateChanges(
  earlier: ComparedRound,
  later: ComparedRound,
  formulas: readonly NodeFormula[],
): Generator<Change> {
  const totalsOfEarlier = domainTotals(earlier);
  const totalsOfLater = domainTotals(later);
  const strata = overlappingStrata(earlier.psus, later.psus);
  for (const domain of later.domains) {
    const before = earlier.domains.find(({ level, code }) => level === domain.level && code === domain.code);
    if (before === undefined) continue;
    const own = new Set([...domain.strata, ...before.strata]);
    const counts = countPsus(strata, own);
    for (const formula of formulas) {
      const [was, is] = [
        earlier.estimateOf(before, formula.node),
        later.estimateOf(domain, formula.node),
      ] as const;
      if (was === null || is === null) continue;
      const overlap = () => {
        const first = totalsOfEarlier(before, formula);
        const second = totalsOfLater(domain, formula);
        return overlapCovariance(strata.map((stratum) => withTotals(stratum, first, second)).filter(varies));
      };
      yield { domain, formula, estimate: { ...changeOf(was, is, overlap), ...counts } };
    }
  }
}

function changeOf(
  was: RoundEstimate,
  is: RoundEstimate,
  overlap: () => ReturnType<typeof overlapCovariance>,
) {
  const status = is.status === "ok" ? was.status : is.status;
  if (status !== "ok") return absent(status);
  const [se1, se2] = [was.se as number, is.se as number];
  const { covariance, df } = overlap();
  const variance = se1 ** 2 + se2 ** 2 - 2 * covariance;
  if (!(variance > 0) || !(df > 0)) return absent("not_estimable");
  const change = (is.share as number) - (was.share as number);
  const se = Math.sqrt(variance);
  return {
    change,
    se,
    df,
    ...confidenceInterval(change, se, df),
    p: twoSidedStudentP(change / se, df),
    correlation: se1 > 0 && se2 > 0 ? covariance / (se1 * se2) : 0,
    status,
  };
}

function absent(status: NodeStatus) {
  return { change: null, se: null, df: null, low: null, high: null, p: null, correlation: null, status };
}

/** Σ w·u by first-stage unit of a node in a domain. */
function domainTotals({ cells }: ComparedRound): (domain: Domain, formula: NodeFormula) => Float64Array {
  const totalsOf = firstStageTotals(cells);
  const items = new Map<string, ReadonlyMap<string, ItemTotals>>();
  return (domain, formula) =>
    totalsOf(
      scopesOf(domain).flatMap(({ code, strata, weight }) => {
        if (!items.has(code)) items.set(code, itemTotals(cells, strata));
        const form = linearForm(formula, items.get(code) as ReadonlyMap<string, ItemTotals>);
        return form === null ? [] : [{ strata, form, weight }];
      }),
    );
}

/** The strata of two rounds, with the numbers of their units and the places of those that both have. */
interface StratumPair {
  readonly stratum: string;
  readonly earlier: readonly number[];
  readonly later: readonly number[];
  readonly shared: OverlappingStratum["shared"];
  readonly population: number;
}

function overlappingStrata(
  earlier: readonly FirstStageUnit[],
  later: readonly FirstStageUnit[],
): StratumPair[] {
  const first = numbersByStratum(earlier);
  const second = numbersByStratum(later);
  return [...new Set([...first.keys(), ...second.keys()])].map((stratum) => {
    const [a, b] = [first.get(stratum) ?? [], second.get(stratum) ?? []];
    const placeOf = new Map(b.map((psu, place) => [later[psu]?.key, place]));
    const shared = a.flatMap((psu, place) => {
      const other = placeOf.get(earlier[psu]?.key);
      return other === undefined ? [] : [[place, other] as const];
    });
    const populations = [...a.map((psu) => earlier[psu]), ...b.map((psu) => later[psu])].map(
      (unit) => unit?.population ?? 0,
    );
    return { stratum, earlier: a, later: b, shared, population: Math.max(...populations) };
  });
}

function numbersByStratum(psus: readonly FirstStageUnit[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  psus.forEach(({ stratum }, psu) => {
    numbers.set(stratum, [...(numbers.get(stratum) ?? []), psu]);
  });
  return numbers;
}

function countPsus(strata: readonly StratumPair[], own: ReadonlySet<string>) {
  const held = strata.filter(({ stratum }) => own.has(stratum));
  return {
    sharedPsus: held.reduce((sum, { shared }) => sum + shared.length, 0),
    psus: held.reduce((sum, { later }) => sum + later.length, 0),
  };
}

/** Strata that have no part in an estimate are left out. */
function varies({ earlier, later }: OverlappingStratum): boolean {
  return [...Array.from(earlier), ...Array.from(later)].some((total) => total !== 0);
}

function withTotals(pair: StratumPair, first: Float64Array, second: Float64Array): OverlappingStratum {
  return {
    earlier: pair.earlier.map((psu) => first[psu] as number),
    later: pair.later.map((psu) => second[psu] as number),
    shared: pair.shared,
    population: pair.population,
  };
}
