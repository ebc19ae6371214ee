import type { NumberFormat } from "./blocks.ts";

const digits: Readonly<Record<Exclude<NumberFormat, "df">, number>> = {
  percent: 2,
  share: 1,
  count: 0,
  points: 2,
  residual: 3,
  probability: 3,
  difference: 2,
  signed_count: 0,
  ratio: 2,
  year: 0,
};

/** A probability that would print as nought is told to be less than the least that prints. */
export const leastProbability = 0.001;

/** How many decimals a figure is printed with; degrees of freedom are whole, or broken after Satterthwaite. */
export function digitsOf(format: NumberFormat, value: number): number {
  return format === "df" ? (Number.isInteger(value) ? 0 : 1) : digits[format];
}
