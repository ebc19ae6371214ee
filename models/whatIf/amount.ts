import { Big } from "big.js";
import { pointDecimals } from "../frameworks/fraction.ts";

const unit = new Big(10).pow(pointDecimals);

/**
 * Exact points as a whole number of their smallest step, 10⁻⁹: sums and comparisons are exact.
 *
 * @example toAmount("0.75") // 750_000_000n
 */
export function toAmount(points: string): bigint {
  return BigInt(new Big(points).times(unit).toFixed(0));
}

/**
 * The points that an amount stands for.
 *
 * @example fromAmount(750_000_000n) // "0.75"
 */
export function fromAmount(amount: bigint): string {
  return new Big(amount.toString()).div(unit).toFixed();
}
