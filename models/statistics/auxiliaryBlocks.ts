import type { AuxiliaryCells } from "./auxiliaryCells.ts";
import { crossCodes } from "./crossCodes.ts";
import { sumBy } from "./multistageCovariance.ts";
import type { SummedDesign } from "./summedDesign.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/** Sums over rows of one unit, cell and domain, in the order of the units. */
export interface AuxiliaryBlocks {
  /** Blocks of unit u stand at start[u] … start[u + 1] − 1. */
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly domain: Int32Array;
  readonly weight: Float64Array;
  readonly squaredWeight: Float64Array;
}

/** The blocks of a design: what the variance of a domain needs of the rows outside it. */
export function auxiliaryBlocks(
  { weights, rows }: SurveyDesign,
  { unitOfRow, partOfUnit }: SummedDesign,
  { cellOfRow }: AuxiliaryCells,
  rowsOfDomain: readonly Int32Array[],
): AuxiliaryBlocks {
  const domainOfRow = new Int32Array(rows).fill(rowsOfDomain.length);
  rowsOfDomain.forEach((members, domain) => {
    for (const row of members) domainOfRow[row] = domain;
  });
  const inDomain = crossCodes(cellOfRow, domainOfRow, rowsOfDomain.length + 1);
  const { codes, firstRows } = crossCodes(unitOfRow, inDomain.codes, inDomain.firstRows.length);
  const unit = (block: number) => unitOfRow[firstRows[block]!]!;
  const order = Int32Array.from(firstRows.keys()).sort((a, b) => unit(a) - unit(b) || a - b);
  const sums = sumBy(weights, codes, order.length);
  const squares = sumBy(
    weights.map((weight) => weight * weight),
    codes,
    order.length,
  );
  const start = new Int32Array(partOfUnit.length + 1);
  for (const block of order) start[unit(block) + 1]! += 1;
  for (let at = 1; at < start.length; at++) start[at]! += start[at - 1]!;
  return {
    start,
    cell: order.map((block) => cellOfRow[firstRows[block]!]!),
    domain: order.map((block) => domainOfRow[firstRows[block]!]!),
    weight: Float64Array.from(order, (block) => sums[block]!),
    squaredWeight: Float64Array.from(order, (block) => squares[block]!),
  };
}
