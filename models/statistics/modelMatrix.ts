import { EstimateError } from "../errors.ts";
import { type LabelColumn, toCategories } from "./toCategories.ts";
import { type NumericColumn, toNumbers } from "./toNumbers.ts";

/** The right-hand side of a model: each variable by name, as numbers or as a classification. */
export type ModelTerms = Readonly<
  Record<string, { readonly numbers: NumericColumn } | { readonly categories: LabelColumn }>
>;

/** Columns of a model, the constant first. */
export interface ModelMatrix {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  /** Which columns each term became. */
  readonly columnsOf: Readonly<Record<string, readonly number[]>>;
  /** 1 for the rows with an answer to every term; the entries of other rows are not to be read. */
  readonly complete: Uint8Array;
}

/**
 * The model matrix of a constant and main effects. A classification becomes a 0/1 column for each level but the first in
 * sorted order (treatment contrasts), named `term` + `level`.
 *
 * @param rows how many rows the sample has
 * @example modelMatrix({ year: { numbers: [2019, 2020] }, sex: { categories: ["F", "M"] } }, 2).names
 * // ["(Intercept)", "year", "sexM"]
 * @throws EstimateError when a term has another length than the sample, or a classification has one level
 */
export function modelMatrix(terms: ModelTerms, rows: number): ModelMatrix {
  const names = ["(Intercept)"];
  const columns: Float64Array[] = [new Float64Array(rows).fill(1)];
  const columnsOf: Record<string, number[]> = {};
  const complete = new Uint8Array(rows).fill(1);
  for (const [term, variable] of Object.entries(terms)) {
    const own =
      "numbers" in variable ? numericColumn(term, variable.numbers) : contrasts(term, variable.categories);
    columnsOf[term] = own.map((_, i) => columns.length + i);
    for (const { name, values } of own) {
      if (values.length !== rows) {
        throw new EstimateError(`The term ${term} has ${values.length} values; the sample has ${rows} rows.`);
      }
      names.push(name);
      columns.push(values);
      values.forEach((value, row) => {
        if (Number.isNaN(value)) complete[row] = 0;
      });
    }
  }
  return { names, columns, columnsOf, complete };
}

interface NamedColumn {
  readonly name: string;
  readonly values: Float64Array;
}

function numericColumn(term: string, numbers: NumericColumn): NamedColumn[] {
  return [{ name: term, values: toNumbers(numbers, `The term ${term}`) }];
}

function contrasts(term: string, categories: LabelColumn): NamedColumn[] {
  const { codes, labels } = toCategories(categories);
  if (labels.length < 2) {
    throw new EstimateError(
      `The classification ${term} has ${labels.length} level(s); a contrast needs two.`,
    );
  }
  return labels.slice(1).map((label, i) => ({
    name: term + label,
    values: Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : Number(code === i + 1))),
  }));
}
