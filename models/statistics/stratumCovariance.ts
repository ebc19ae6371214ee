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
  const columns = columnsIn(blocks, joint, from, to);
  const number = new Map(Array.from(columns, (column, index) => [column, index]));
  const place = joint.column.map((column) => number.get(column) ?? -1);
  const column = () => new Float64Array(to - from);
  const totals = Array.from(columns, column);
  const crossProducts = Array.from(columns, () => Array.from(columns, column));
  for (let unit = from; unit < to; unit++) {
    for (let block = blocks.start[unit]!; block < blocks.start[unit + 1]!; block++) {
      const last = joint.start[blocks.cell[block]! + 1]!;
      for (let i = joint.start[blocks.cell[block]!]!; i < last; i++) {
        const a = place[i]!;
        totals[a]![unit - from]! += blocks.weight[block]! * joint.value[i]!;
        for (let j = joint.start[blocks.cell[block]!]!; j < last; j++)
          crossProducts[a]![place[j]!]![unit - from]! +=
            blocks.squaredWeight[block]! * joint.value[i]! * joint.value[j]!;
      }
    }
  }
  const within = respondents === null ? undefined : { ...respondents, crossProducts };
  return { columns, covariance: Float64Array.from(multistageCovariance(stages, totals, within).flat()) };
}

/** The columns that some block of the stratum has a value in, by first appearance. */
function columnsIn(
  { start, cell }: Omit<AuxiliaryBlocks, "domain">,
  joint: AuxiliaryCells,
  from: number,
  to: number,
): Int32Array {
  const found = new Set<number>();
  for (const own of new Set(cell.subarray(start[from]!, start[to]!))) {
    for (let at = joint.start[own]!; at < joint.start[own + 1]!; at++) found.add(joint.column[at]!);
  }
  return Int32Array.from(found);
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
