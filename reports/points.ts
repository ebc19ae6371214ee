import { Big } from "big.js";
import { type Cell, cell } from "./blocks.ts";

/** Exact points as text, for print: two decimals, half up. Sums are made before. */
export function printPoints(exact: string): string {
  return new Big(exact).round(2, Big.roundHalfUp).toFixed(2);
}

/** The sum of exact points as text. */
export function addPoints(points: readonly string[]): string {
  return points.reduce((sum, each) => sum.plus(each), new Big(0)).toString();
}

/** Points in a table, or [x] with the reason why there are none. */
export function pointsCell(exact: string | null, reason: string | null = null): Cell {
  return cell.decimal(exact === null ? null : printPoints(exact), reason);
}
