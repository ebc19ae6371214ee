import type { AuxiliaryBlocks } from "./auxiliaryBlocks.ts";
import type { AuxiliaryCells } from "./auxiliaryCells.ts";
import { multistageCovariance } from "./multistageCovariance.ts";
import type { SummedPart } from "./summedDesign.ts";

/** Covariance matrix of Σwx within one stratum, over the columns that occur there. */
export interface StratumCovariance {
  readonly columns: Int32Array;
  readonly covariance: Float64Array;
}

export function stratumCovariance(
  { from, to, stages, respondents }: SummedPart,
  blocks: Omit<AuxiliaryBlocks, "domain">,
  joint: AuxiliaryCells,
): StratumCovariance {
  const number = new Map<number, number>();
  const entries: { unit: number; block: number; x: Map<number, number> }[] = [];
  for (let unit = from; unit < to; unit++) {
    for (let block = blocks.start[unit]!; block < blocks.start[unit + 1]!; block++) {
      const cell = blocks.cell[block]!;
      const x = new Map<number, number>();
      for (let at = joint.start[cell]!; at < joint.start[cell + 1]!; at++) {
        const column = joint.column[at]!;
        if (!number.has(column)) number.set(column, number.size);
        x.set(number.get(column)!, joint.value[at]!);
      }
      entries.push({ unit: unit - from, block, x });
    }
  }
  const column = () => new Float64Array(to - from);
  const totals = Array.from(number, column);
  const crossProducts = Array.from(number, () => Array.from(number, column));
  for (const { unit, block, x } of entries) {
    for (const [a, value] of x) {
      totals[a]![unit]! += blocks.weight[block]! * value;
      for (const [b, other] of x)
        crossProducts[a]![b]![unit]! += blocks.squaredWeight[block]! * value * other;
    }
  }
  const within = respondents === null ? undefined : { ...respondents, crossProducts };
  return {
    columns: Int32Array.from(number.keys()),
    covariance: Float64Array.from(multistageCovariance(stages, totals, within).flat()),
  };
}

/** B′MB: the variance of Σ w x′B within the stratum. */
export function quadraticForm({ columns, covariance }: StratumCovariance, b: Float64Array): number {
  const size = columns.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    let part = 0;
    for (let j = 0; j < size; j++) part += covariance[i * size + j]! * b[columns[j]!]!;
    sum += part * b[columns[i]!]!;
  }
  return Math.max(0, sum);
}
