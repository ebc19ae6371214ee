import { EstimateError } from "../errors.ts";
import { groupBy } from "../groupBy.ts";
import { mergeNeighbours } from "./mergeNeighbours.ts";

/** A sampled area, and what became of its places in sums of their base weights; areas stand in the order of the frame. */
export interface SampleArea {
  readonly unit: string;
  readonly psu: string;
  /** Places with a valid response, and what they weigh. */
  readonly respondents: number;
  readonly respondentWeight: number;
  /** What the places weigh that are eligible and gave none, that are not eligible, and that nobody knows about. */
  readonly nonrespondentWeight: number;
  readonly ineligibleWeight: number;
  readonly unknownWeight: number;
}

/** Areas whose places stand for each other: the area itself, the first-stage unit, the province. */
export type Within = "cluster" | "psu" | "unit";

/** What a step does to the weights of one area. */
export interface AreaFactor {
  readonly factor: number;
  /** Areas of one class have one number, counted from 1 in the order of the frame. */
  readonly classNumber: number;
}

export interface EligibilityRule {
  readonly rule: "proportional" | "all_eligible";
  readonly within: Within;
}

/**
 * The weight of places of unknown eligibility, given to those that are known: a step of its own, so that nobody unknown is ever
 * counted as a respondent.
 *
 *     proportional:  a = (E + I + U) / (E + I)     E eligible, I not eligible, U unknown, in sums of weights of the class
 *     all_eligible:  a = (E + U) / E
 *
 * Areas of which nothing is known join the next of their province.
 *
 * @example eligibilityFactors([{ respondentWeight: 6, nonrespondentWeight: 2, ineligibleWeight: 2, unknownWeight: 1, … }], rule)[0].factor // 1.1
 */
export function eligibilityFactors(
  areas: readonly SampleArea[],
  { rule, within }: EligibilityRule,
): AreaFactor[] {
  const eligible = (members: readonly number[]) => sum(areas, members, eligibleWeight);
  const known = (members: readonly number[]) =>
    eligible(members) + (rule === "proportional" ? sum(areas, members, (area) => area.ineligibleWeight) : 0);
  const unknown = (members: readonly number[]) => sum(areas, members, (area) => area.unknownWeight);
  return toFactors(
    areas,
    classesWithin(areas, within, (members) => known(members) > 0),
    (members) => (known(members) > 0 ? (known(members) + unknown(members)) / known(members) : 1),
  );
}

/** What a class of nonresponse may be. */
export interface ResponseLimits {
  readonly minimumRespondents: number;
  readonly largestFactor: number;
}

/**
 * Weighting classes for nonresponse: in a class the respondents take over the weight of all that are eligible.
 *
 *     b = Σ_c a (R + N) / Σ_c a R     R respondents, N eligible without a response, a the factor of eligibility
 *
 * A class with too few respondents or too large a factor is merged by the written rule of {@link mergeNeighbours}. A province without any
 * respondent has factor 1: nobody is there to weigh more.
 *
 * @param eligibility the factor of each area from the step before
 * @param nameOf names a province in errors: "unit 01 of round 2022"
 * @throws EstimateError when all areas of a province in one class still give a factor above the largest
 */
export function responseFactors(
  areas: readonly SampleArea[],
  eligibility: readonly number[],
  { within, ...limits }: ResponseLimits & { readonly within: Within },
  nameOf: (unit: string) => string,
): AreaFactor[] {
  const classes = classesWithin(areas, within, standsAlone(areas, eligibility, limits));
  return checkedFactors(areas, eligibility, limits, classes, (members) => nameOf(areas[members[0]!]!.unit));
}

/**
 * The same with classes of areas by their estimated propensity to respond, over all provinces: steadier than one over the
 * propensity itself.
 *
 * @param classOfArea 0 for the areas least likely to respond
 */
export function propensityFactors(
  areas: readonly SampleArea[],
  eligibility: readonly number[],
  { classOfArea, ...limits }: ResponseLimits & { readonly classOfArea: ArrayLike<number> },
  name: string,
): AreaFactor[] {
  const places = areas.map((_, place) => place);
  const ordered = [...groupBy(places, (place) => classOfArea[place]!)].sort(([a], [b]) => a - b);
  const classes = mergeNeighbours(
    ordered.map(([, members]) => members),
    standsAlone(areas, eligibility, limits),
    (members) => respondentsOf(areas, members),
  );
  return checkedFactors(areas, eligibility, limits, classes, () => name);
}

function standsAlone(areas: readonly SampleArea[], eligibility: readonly number[], limits: ResponseLimits) {
  return (members: readonly number[]) =>
    respondentsOf(areas, members) >= limits.minimumRespondents &&
    factorOf(areas, eligibility, members) <= limits.largestFactor;
}

function factorOf(
  areas: readonly SampleArea[],
  eligibility: readonly number[],
  members: readonly number[],
): number {
  const responded = members.reduce(
    (all, place) => all + eligibility[place]! * areas[place]!.respondentWeight,
    0,
  );
  const eligible = members.reduce(
    (all, place) => all + eligibility[place]! * eligibleWeight(areas[place]!),
    0,
  );
  return responded > 0 ? eligible / responded : Infinity;
}

function checkedFactors(
  areas: readonly SampleArea[],
  eligibility: readonly number[],
  { largestFactor }: ResponseLimits,
  classes: readonly (readonly number[])[],
  nameOf: (members: readonly number[]) => string,
): AreaFactor[] {
  return toFactors(areas, classes, (members) => {
    if (respondentsOf(areas, members) === 0) return 1;
    const factor = factorOf(areas, eligibility, members);
    if (factor <= largestFactor) return factor;
    throw new EstimateError(
      `Nonresponse of ${nameOf(members)}: with all its areas in one class every respondent would weigh ${factor.toPrecision(4)} times; the round allows ${largestFactor}.`,
      { hint: "Look at the dispositions of the unit, or allow a larger factor and say why." },
    );
  });
}

function eligibleWeight({ respondentWeight, nonrespondentWeight }: SampleArea): number {
  return respondentWeight + nonrespondentWeight;
}

function sum(
  areas: readonly SampleArea[],
  members: readonly number[],
  of: (area: SampleArea) => number,
): number {
  return members.reduce((all, place) => all + of(areas[place]!), 0);
}

function respondentsOf(areas: readonly SampleArea[], members: readonly number[]): number {
  return sum(areas, members, ({ respondents }) => respondents);
}

function toFactors(
  areas: readonly SampleArea[],
  classes: readonly (readonly number[])[],
  factor: (members: readonly number[]) => number,
): AreaFactor[] {
  const factors = new Array<AreaFactor>(areas.length);
  classes.forEach((members, index) => {
    const own = { factor: factor(members), classNumber: index + 1 };
    for (const place of members) factors[place] = own;
  });
  return factors;
}

/** Classes of every province, in the order of the frame. */
function classesWithin(
  areas: readonly SampleArea[],
  within: Within,
  isEnough: (members: readonly number[]) => boolean,
): (readonly number[])[] {
  const places = areas.map((_, place) => place);
  const keyOf = (place: number) =>
    within === "cluster" ? String(place) : within === "psu" ? areas[place]!.psu : areas[place]!.unit;
  return [...groupBy(places, (place) => areas[place]!.unit).values()].flatMap((ofUnit) =>
    mergeNeighbours([...groupBy(ofUnit, keyOf).values()], isEnough, (members) =>
      respondentsOf(areas, members),
    ),
  );
}
