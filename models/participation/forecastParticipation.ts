import { studentQuantile } from "../statistics/studentQuantile.ts";
import { countQuantile } from "./countQuantile.ts";

/** What a form of one unit has shown over the last days. */
export interface Pace {
  /** Persons who may still answer: reached, and without a valid answer. */
  readonly pending: number;
  /** Persons pending, summed over the days of the pace. */
  readonly personDays: number;
  /** Valid answers in those days. */
  readonly answers: number;
}

/** What the whole form has shown: the same for all its units. */
export interface FormPace {
  /** Valid answers a pending person and day, all units together. */
  readonly rate: number;
  /** How far units differ in their pace: the variance of a factor with mean 1. */
  readonly unitVariance: number;
  /** How far the pace of the whole form moved from one span of the pace's length to the next: variance of its logarithm. */
  readonly driftVariance: number;
  /** How many moves that variance was taken from. */
  readonly driftDf: number;
}

/** With fewer moves than this nothing is said of how the pace moves. */
const fewestMoves = 2;

export interface Forecast {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The pace of a form from its units and from the spans before, newest first. Null when there is no answer to go by, or fewer than
 * three spans, so two moves, to tell how the pace moves.
 *
 *     rate = Σy / ΣT
 *     unitVariance  = max(0, Σ((y − μ)² − μ) / Σμ²),          μ = rate · T of the unit
 *     driftVariance = max(0, mean of (log r_w − log r_w+1)² − 1/y_w − 1/y_w+1)
 *
 * The first variance is the moment estimate of a gamma factor over a Poisson count; the second takes from the moves of the
 * pace what counting alone explains.
 */
export function formPace(units: readonly Pace[], spans: readonly Omit<Pace, "pending">[]): FormPace | null {
  const answers = units.reduce((sum, unit) => sum + unit.answers, 0);
  const personDays = units.reduce((sum, unit) => sum + unit.personDays, 0);
  const moves = spans.slice(1).flatMap((before, w) => {
    const after = spans[w]!;
    if (Math.min(before.answers, after.answers, before.personDays, after.personDays) <= 0) return [];
    const move = Math.log(after.answers / after.personDays) - Math.log(before.answers / before.personDays);
    return [move ** 2 - 1 / after.answers - 1 / before.answers];
  });
  if (answers === 0 || personDays === 0 || moves.length < fewestMoves) return null;
  const rate = answers / personDays;
  let [above, below] = [0, 0];
  for (const unit of units) {
    const mean = rate * unit.personDays;
    above += (unit.answers - mean) ** 2 - mean;
    below += mean ** 2;
  }
  return {
    rate,
    unitVariance: Math.max(0, above / below),
    driftVariance: Math.max(0, moves.reduce((sum, move) => sum + move, 0) / moves.length),
    driftDf: moves.length,
  };
}

/** So many equally likely places are mixed into a forecast. */
const nPlaces = 41;
const smallestVariance = 1e-9;

/**
 * How many of the pending will have answered when the form closes, and a 95 % prediction interval.
 *
 * The unit's own pace is drawn to the form's as far as units differ (a gamma factor, shape a = 1 / unitVariance):
 *
 *     r = rate · (a + y) / (a + μ),    log-variance  log(1 + 1 / (a + y)) + drift
 *
 * and is taken to go on for the days left; by how much it may drift is what it drifted before, as a random walk of its
 * logarithm: driftVariance · (H + 1)(2H + 1) / (6H) for the mean of H further spans, with Student's t for the few moves that it
 * is known from. Each pending person then answers with
 * probability 1 − exp(−r · days); the count is binomial, mixed over the pace.
 *
 * It assumes that nothing else happens: no reminder beyond those whose effect is in the pace, no new mail to those who were not
 * reached. With one pace for all who are pending it is too high late in a campaign when the willing answer first; the
 * drift of the interval allows for that, as far as it has shown before.
 */
export function forecastParticipation(
  { pending, personDays, answers }: Pace,
  { rate, unitVariance, driftVariance, driftDf }: FormPace,
  { daysLeft, spanDays }: { readonly daysLeft: number; readonly spanDays: number },
): Forecast {
  if (pending === 0 || daysLeft === 0) return { expected: 0, low: 0, high: 0 };
  const shape = 1 / Math.max(unitVariance, smallestVariance);
  const ownRate = (rate * (shape + answers)) / (shape + rate * personDays);
  const spans = Math.max(daysLeft / spanDays, 1);
  const drift = (driftVariance * (spans + 1) * (2 * spans + 1)) / (6 * spans);
  const spread = Math.sqrt(Math.log(1 + 1 / (shape + answers)) + drift);
  const chances = placesOf(driftDf).map(
    (place) => -Math.expm1(-ownRate * Math.exp(spread * place) * daysLeft),
  );
  const middle = -Math.expm1(-ownRate * daysLeft);
  return {
    expected: pending * middle,
    low: countQuantile(pending, chances, 0.025),
    high: countQuantile(pending, chances, 0.975),
  };
}

const placesByDf = new Map<number, readonly number[]>();

function placesOf(df: number): readonly number[] {
  const known = placesByDf.get(df);
  if (known) return known;
  const places = Array.from({ length: nPlaces }, (_, i) => studentQuantile((i + 0.5) / nPlaces, df)!);
  placesByDf.set(df, places);
  return places;
}
