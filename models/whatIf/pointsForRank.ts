import { compare, type Fraction, fraction, maybeDivide } from "../frameworks/fraction.ts";
import { fromAmount, toAmount } from "./amount.ts";

/** Points of a unit and the maximum that applies to it: its index is their quotient. */
export interface Standing {
  readonly points: string;
  readonly max: string;
}

type Ties = "competition" | "dense";

/**
 * The rank that a unit has among others which are held at their values: one more than the number of better ones, or under dense
 * ranking of better values.
 *
 * @example rankAmong({ points: "80", max: "100" }, [{ points: "45", max: "50" }], "competition") // 2
 */
export function rankAmong(own: Standing, others: readonly Standing[], ties: Ties): number {
  const share = shareOf(own);
  const better = others.map(shareOf).filter((other) => compare(other, share) > 0);
  return 1 + (ties === "dense" ? distinct(better).length : better.length);
}

/**
 * The least points, to the last decimal, with which a unit has the rank or a better one while all others stay as they are; it
 * may then share the rank. Never less than it has.
 *
 * @example pointsForRank({ points: "80", max: "100" }, [{ points: "45", max: "50" }], 1, "competition") // "90"
 */
export function pointsForRank(own: Standing, others: readonly Standing[], rank: number, ties: Ties): string {
  const best = others.map(shareOf).sort((a, b) => compare(b, a));
  const passed = (ties === "dense" ? distinct(best) : best)[rank - 1];
  if (passed === undefined || compare(shareOf(own), passed) >= 0) return own.points;
  const { over, under } = passed;
  const steps = over.times(toAmount(own.max).toString());
  const whole = BigInt(steps.div(under).round(0, 0).toFixed(0)); // cut
  const least = steps.gt(under.times(whole.toString())) ? whole + 1n : whole;
  return fromAmount(least);
}

function shareOf({ points, max }: Standing): Fraction {
  const share = maybeDivide(fraction(points), fraction(max));
  if (share === null) throw new RangeError(`A unit with the maximum ${max} has no index.`);
  return share;
}

function distinct(shares: readonly Fraction[]): readonly Fraction[] {
  return shares.filter((share, i) => shares.findIndex((other) => compare(other, share) === 0) === i);
}
