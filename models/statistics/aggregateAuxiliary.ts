import { EstimateError } from "../errors.ts";
import type { AuxiliaryCells } from "./auxiliaryCells.ts";
import type { Design } from "./design.ts";

/** Auxiliary values replaced by their weighted mean over the units of one stage, which become the cells. */
export function aggregateAuxiliary(
  auxiliary: AuxiliaryCells,
  design: Design,
  stageNumber: number,
): AuxiliaryCells {
  const stage = design.kind === "linearised" ? design.stages[stageNumber - 1] : undefined;
  if (stage === undefined) {
    throw new EstimateError(`The design has no stage ${stageNumber} within which factors could be equal.`);
  }
  const cells = stage.groupOfUnit.length;
  const sums = Array.from({ length: cells }, () => new Map<number, number>());
  const weights = new Float64Array(cells);
  for (let row = 0; row < design.rows; row++) {
    const unit = stage.unitOfRow[row]!;
    const cell = auxiliary.cellOfRow[row]!;
    weights[unit]! += design.weights[row]!;
    for (let at = auxiliary.start[cell]!; at < auxiliary.start[cell + 1]!; at++) {
      const column = auxiliary.column[at]!;
      sums[unit]!.set(column, (sums[unit]!.get(column) ?? 0) + design.weights[row]! * auxiliary.value[at]!);
    }
  }
  const entries = sums.map((unit, cell) =>
    [...unit].map(([column, sum]) => [column, weights[cell] === 0 ? 0 : sum / weights[cell]!] as const),
  );
  const start = new Int32Array(cells + 1);
  entries.forEach((unit, cell) => {
    start[cell + 1] = start[cell]! + unit.length;
  });
  const flat = entries.flat();
  return {
    cellOfRow: stage.unitOfRow,
    cells,
    columns: auxiliary.columns,
    start,
    column: Int32Array.from(flat, ([column]) => column),
    value: Float64Array.from(flat, ([, value]) => value),
  };
}
