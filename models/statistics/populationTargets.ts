import { EstimateError } from "../errors.ts";
import type { AuxiliaryCells } from "./auxiliaryCells.ts";
import { type CrossedCodes, crossCodes } from "./crossCodes.ts";
import type { CellMargin } from "./iterativeProportionalFitting.ts";
import { type LabelColumn, toCategories } from "./toCategories.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/** Known population counts of the categories of one classification. */
export interface Margin {
  readonly labels: LabelColumn;
  readonly totals: Readonly<Record<string, number>>;
}

/** Known population total of one variable. */
export interface KnownTotal {
  readonly values: NumericColumn;
  readonly total: number;
}

/** What is known of the population, by name. */
export interface PopulationTargets {
  readonly margins?: Readonly<Record<string, Margin>> | undefined;
  readonly totals?: Readonly<Record<string, KnownTotal>> | undefined;
}

/** Targets as columns of an auxiliary matrix on cells of equal rows. */
export interface AuxiliaryTargets {
  readonly auxiliary: AuxiliaryCells;
  /** One total a column of the matrix. */
  readonly targets: Float64Array;
  /** `sex = F`, or the name of a variable: one a column. */
  readonly names: readonly string[];
  /** The margins among them, over the same cells. */
  readonly margins: readonly CellMargin[];
}

/** Margins that differ by more than this share do not add to one population. */
const SAME_POPULATION = 1e-9;

/**
 * The auxiliary matrix of known margins and totals: an indicator column for every category, then the variables. Rows with equal
 * auxiliary values share a cell, because calibration gives them equal factors.
 *
 * @throws EstimateError when a label or value is missing, a category of the sample has no total, a total is negative or missing,
 *   or two margins add to different populations
 */
export function auxiliaryTargets(
  { margins = {}, totals = {} }: PopulationTargets,
  rows: number,
): AuxiliaryTargets {
  checkOnePopulation(margins);
  const parts = [
    ...Object.entries(margins).map(([name, margin]) => marginColumns(name, margin, rows)),
    ...Object.entries(totals).map(([name, known]) => totalColumn(name, known, rows)),
  ];
  if (parts.length === 0) throw new EstimateError("Calibration needs a margin or a total; none is given.");
  const columns = parts.reduce((sum, part) => sum + part.targets.length, 0);
  const { firstRows, ...crossed } = crossParts(parts, rows);
  return {
    auxiliary: { ...crossed, columns },
    targets: Float64Array.from(parts.flatMap((part) => part.targets)),
    names: parts.flatMap((part) => part.names),
    margins: Object.keys(margins).map((name, k) => ({
      name,
      categories: parts[k]!.categories,
      codes: firstRows.map((row) => parts[k]!.codes[row]!),
      totals: Float64Array.from(parts[k]!.targets),
    })),
  };
}

function crossParts(parts: readonly AuxiliaryPart[], rows: number) {
  const crossed = parts.reduce<CrossedCodes>((all, part) => crossCodes(all.codes, part.codes, part.width), {
    codes: new Int32Array(rows),
    firstRows: new Int32Array(1),
  });
  const offsets = parts.map((_, k) => parts.slice(0, k).reduce((sum, part) => sum + part.targets.length, 0));
  const firstRows = [...crossed.firstRows];
  return {
    firstRows: crossed.firstRows,
    cellOfRow: crossed.codes,
    cells: firstRows.length,
    start: Int32Array.from({ length: firstRows.length + 1 }, (_, cell) => cell * parts.length),
    column: Int32Array.from(
      firstRows.flatMap((row) => parts.map((part, k) => offsets[k]! + part.columnOf(row))),
    ),
    value: Float64Array.from(firstRows.flatMap((row) => parts.map((part) => part.valueOf(row)))),
  };
}

function checkOnePopulation(margins: Readonly<Record<string, Margin>>): void {
  const sums = Object.entries(margins).map(([name, { totals }]) => ({
    name,
    sum: Object.values(totals).reduce((sum, total) => sum + total, 0),
  }));
  const [first, ...others] = sums;
  const other = others.find(({ sum }) => Math.abs(sum - first!.sum) > SAME_POPULATION * Math.abs(first!.sum));
  if (other === undefined) return;
  throw new EstimateError(
    `The margin ${first!.name} adds to ${first!.sum} and the margin ${other.name} to ${other.sum}; they must add to one population.`,
  );
}

interface AuxiliaryPart {
  readonly codes: Int32Array;
  readonly width: number;
  readonly names: readonly string[];
  readonly categories: readonly string[];
  readonly targets: readonly number[];
  readonly columnOf: (row: number) => number;
  readonly valueOf: (row: number) => number;
}

function marginColumns(name: string, { labels, totals }: Margin, rows: number): AuxiliaryPart {
  const { codes, labels: categories } = toCategories(labels);
  checkComplete(name, codes.length, codes.indexOf(-1), rows);
  const unknown = categories.find((category) => totals[category] === undefined);
  if (unknown !== undefined)
    throw new EstimateError(`The margin ${name} gives no total for ${unknown}, which the sample holds.`);
  for (const [category, total] of Object.entries(totals)) {
    if (!(total >= 0))
      throw new EstimateError(`The total of ${name} = ${category} is ${total}; it must be zero or more.`);
    if (total > 0 && !categories.includes(category)) {
      throw new EstimateError(`The sample holds no row of ${name} = ${category}, whose total is ${total}.`, {
        hint: "Merge the category with another in the sample and in the margin.",
      });
    }
  }
  return {
    codes,
    width: categories.length,
    categories,
    names: categories.map((category) => `${name} = ${category}`),
    targets: categories.map((category) => totals[category]!),
    columnOf: (row) => codes[row]!,
    valueOf: () => 1,
  };
}

function totalColumn(name: string, { values, total }: KnownTotal, rows: number): AuxiliaryPart {
  const numbers = toNumbers(values, name);
  checkComplete(name, numbers.length, numbers.findIndex(Number.isNaN), rows);
  if (!Number.isFinite(total))
    throw new EstimateError(`The total of ${name} is ${total}; it must be a number.`);
  const { codes, labels } = toCategories(numbers);
  return {
    codes,
    width: labels.length,
    categories: [],
    names: [name],
    targets: [total],
    columnOf: () => 0,
    valueOf: (row) => numbers[row]!,
  };
}

function checkComplete(name: string, length: number, missing: number, rows: number): void {
  if (length !== rows) throw new EstimateError(`${name} has ${length} values; the sample has ${rows} rows.`);
  if (missing >= 0)
    throw new EstimateError(
      `${name} is missing in row ${missing + 1}; every row must have it to be calibrated.`,
    );
}
