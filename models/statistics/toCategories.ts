/** Labels of one classification, one a row; null, undefined and NaN are missing. */
export type LabelColumn = ArrayLike<string | number | boolean | null | undefined>;

/** A classification as whole numbers: `codes[row]` counts into `labels`, −1 where the label is missing. */
export interface Categories {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/**
 * A classification as codes into its sorted labels. Labels are sorted as numbers when all of them are numbers, else by code
 * point, so that the same labels in another order of rows give the same codes.
 *
 * @example toCategories(["b", "a", null, "b"]) // { codes: [1, 0, -1, 1], labels: ["a", "b"] }
 */
export function toCategories(column: LabelColumn): Categories {
  const found = new Map<string | number | boolean, number>();
  const codes = new Int32Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    if (value === null || value === undefined || Number.isNaN(value)) {
      codes[row] = -1;
      continue;
    }
    let code = found.get(value);
    if (code === undefined) {
      code = found.size;
      found.set(value, code);
    }
    codes[row] = code;
  }
  return sortLabels(codes, [...found.keys()]);
}

function sortLabels(codes: Int32Array, values: readonly (string | number | boolean)[]): Categories {
  const order = values.map((_, code) => code).sort((a, b) => compareLabels(values[a]!, values[b]!));
  const sorted = new Int32Array(values.length);
  order.forEach((code, place) => {
    sorted[code] = place;
  });
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) codes[row] = sorted[codes[row]!]!;
  return { codes, labels: order.map((code) => String(values[code])) };
}

function compareLabels(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : 1;
}
