import { uniformInt } from "pure-rand/distribution/uniformInt";
import {
  type Estimate,
  estimate,
  mean,
  type RandomStream,
  randomUniform,
  surveyDesign,
  weightingClasses,
} from "../../models/statistics/index.ts";
import { COMMUNES, DISTRICTS, isOlder, isSatisfied, PERSONS, type Population } from "./population.ts";

/** How people come to answer: all; by age, which the weights know; or by satisfaction itself, which nothing knows. */
export type Nonresponse = "none" | "ignorable" | "non-ignorable";

const SAMPLED = { districts: 3, communes: 2, persons: 30 };

/** The share satisfied of a province as its sample says, and Σ w·u of each sampled district, u the linearised variable. */
export interface Sampled {
  readonly share: Estimate;
  readonly districts: readonly { readonly district: number; readonly total: number }[];
}

/** 3 of 11 districts. */
export function drawDistricts(stream: RandomStream): number[] {
  return drawWithout(DISTRICTS, SAMPLED.districts, stream);
}

/** Another 3 of 11 districts, so many of which were in the earlier sample: on their own as likely as any three. */
export function rotateDistricts(earlier: readonly number[], shared: number, stream: RandomStream): number[] {
  const others = Array.from({ length: DISTRICTS }, (_, i) => i).filter((own) => !earlier.includes(own));
  return [
    ...drawWithout(earlier.length, shared, stream).map((place) => earlier[place]!),
    ...drawWithout(others.length, SAMPLED.districts - shared, stream).map((place) => others[place]!),
  ];
}

/**
 * One sample of a province in these districts (2 of 8 communes in each, 30 of 300 people in each), its nonresponse, its
 * weights adjusted by age, and the share satisfied as the library estimates it with all three stages.
 */
export function surveyProvince(
  { persons }: Population,
  province: number,
  districts: readonly number[],
  nonresponse: Nonresponse,
  stream: RandomStream,
): Sampled {
  const rows: { district: number; commune: number; person: number }[] = [];
  for (const district of districts) {
    for (const commune of drawWithout(COMMUNES, SAMPLED.communes, stream)) {
      const start = ((province * DISTRICTS + district) * COMMUNES + commune) * PERSONS;
      for (const k of drawWithout(PERSONS, SAMPLED.persons, stream)) {
        rows.push({ district, commune, person: persons[start + k]! });
      }
    }
  }
  const responded = rows.map(({ person }) => randomUniform(stream) < propensity(person, nonresponse));
  const base = (DISTRICTS / SAMPLED.districts) * (COMMUNES / SAMPLED.communes) * (PERSONS / SAMPLED.persons);
  const { weights } = weightingClasses(
    rows.map(() => base),
    rows.map(({ person }) => isOlder(person)),
    responded,
  );
  const answered = rows.filter((_, row) => responded[row]);
  const own = weights.filter((_, row) => responded[row]);
  const design = surveyDesign({
    clusters: [
      answered.map(({ district }) => district),
      answered.map(({ commune }) => commune),
      answered.map((_, row) => row),
    ],
    populationCounts: [DISTRICTS, COMMUNES, PERSONS].map((count) => answered.map(() => count)),
    weights: own,
    lonelyPsu: "remove",
  });
  const share = estimate(design, mean(answered.map(({ person }) => isSatisfied(person))));
  const sum = own.reduce((all, weight) => all + weight, 0);
  const total = (of: number) =>
    answered.reduce(
      (all, { district, person }, row) =>
        district === of ? all + (own[row]! * (Number(isSatisfied(person)) - share.estimate!)) / sum : all,
      0,
    );
  return { share, districts: districts.map((district) => ({ district, total: total(district) })) };
}

function propensity(person: number, nonresponse: Nonresponse): number {
  if (nonresponse === "none") return 1;
  if (nonresponse === "ignorable") return isOlder(person) ? 0.75 : 0.45;
  return isSatisfied(person) ? 0.65 : 0.5;
}

function drawWithout(n: number, m: number, stream: RandomStream): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < m; i++) {
    const j = uniformInt(stream, i, n - 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order.slice(0, m);
}
