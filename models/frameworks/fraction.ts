import { Big } from "big.js";

/** A number as a quotient of two exact decimals, the lower one positive: nothing is lost until it is printed. */
export interface Fraction {
  readonly over: Big;
  readonly under: Big;
}

/** Points are held to this many decimals; a sum of them is exact. */
export const pointDecimals = 9;

const one = new Big(1);

/** Decimals that are divided to `pointDecimals` places, half up. */
const Points = Big();
Points.DP = pointDecimals;
Points.RM = Big.roundHalfUp;

/** An exact decimal as a fraction. */
export function fraction(value: Big | string | number): Fraction {
  return { over: new Big(value), under: one };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return { over: a.over.times(b.under).plus(b.over.times(a.under)), under: a.under.times(b.under) };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b));
}

export function negate({ over, under }: Fraction): Fraction {
  return { over: over.times(-1), under };
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { over: a.over.times(b.over), under: a.under.times(b.under) };
}

/** null where the divisor is zero. */
export function maybeDivide(a: Fraction, b: Fraction): Fraction | null {
  if (b.over.eq(0)) return null;
  const sign = b.over.lt(0) ? -1 : 1;
  return { over: a.over.times(b.under).times(sign), under: a.under.times(b.over).times(sign) };
}

/** Negative, zero or positive, as the first is less, equal or more. */
export function compare(a: Fraction, b: Fraction): number {
  return a.over.times(b.under).cmp(b.over.times(a.under));
}

/**
 * The one place where points of a leaf meet a fixed number of decimals: nine, half up.
 *
 * @example toPoints({ over: new Big(1), under: new Big(3) }).toString() // "0.333333333"
 */
export function toPoints({ over, under }: Fraction): Big {
  return new Big(new Points(over).div(under));
}
