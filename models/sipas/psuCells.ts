import type { SurveyCells } from "./surveyCells.ts";

/** Sums over first-stage unit × margin cell, with the weights that entered raking. */
export interface PsuCells {
  readonly cells: number;
  readonly strata: readonly string[];
  readonly items: readonly string[];
  readonly psu: Int32Array;
  readonly cell: Int32Array;
  readonly stratum: Int32Array;
  /** Σ weight of the respondents of each row. */
  readonly weight: Float64Array;
  /** Σ weight × yes and Σ weight × counted of item i at `row * width + 2 i` and the place after it. */
  readonly sums: Float64Array;
  readonly width: number;
}

/**
 * Sums the rows of a survey to what replicates are made of; a raked weight is divided by its factor first. Without rakings a
 * first-stage unit is one row: its margin cells vary together.
 */
export function psuCells(
  { sample, cluster, cell, weight, responses, items, rowsOfStratum, calibration }: SurveyCells,
  rakings: readonly { readonly cells: readonly number[] }[],
): PsuCells {
  const isRaked = rakings.length > 0;
  const cells = isRaked ? cell.reduce((most, own) => Math.max(most, own), -1) + 1 : 1;
  const cellOf = isRaked ? cell : new Int32Array(cell.length);
  const factors = new Float64Array(cells).fill(1);
  for (const group of isRaked ? calibration : []) {
    group.cells.forEach((own, index) => {
      factors[own] = group.factors[index]!;
    });
  }
  const strata = [...rowsOfStratum.keys()];
  const width = 2 * items.size;
  const place = new Map<number, number>();
  const rowOf = Int32Array.from(cluster, (own, row) => {
    const key = sample.psuOf[own]! * cells + cellOf[row]!;
    if (!place.has(key)) place.set(key, place.size);
    return place.get(key) as number;
  });
  const summed = {
    psu: new Int32Array(place.size),
    cell: new Int32Array(place.size),
    stratum: new Int32Array(place.size),
    weight: new Float64Array(place.size),
    sums: new Float64Array(place.size * width),
  };
  strata.forEach((stratum, number) => {
    const [from, to] = rowsOfStratum.get(stratum) as readonly [number, number];
    for (let row = from; row < to; row++) {
      const at = rowOf[row]!;
      summed.psu[at] = sample.psuOf[cluster[row]!]!;
      summed.cell[at] = cellOf[row]!;
      summed.stratum[at] = number;
      summed.weight[at]! += (weight[row]! / factors[cellOf[row]!]!) * responses[row]!;
    }
  });
  [...items.values()].forEach(({ yes, counted }, item) => {
    for (let row = 0; row < rowOf.length; row++) {
      const at = rowOf[row]! * width + 2 * item;
      const own = weight[row]! / factors[cellOf[row]!]!;
      summed.sums[at]! += own * yes[row]!;
      summed.sums[at + 1]! += own * counted[row]!;
    }
  });
  return { cells, strata, items: [...items.keys()], width, ...summed };
}
