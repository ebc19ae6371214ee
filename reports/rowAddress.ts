import { rowAnchor } from "./anchor.ts";

/** How a page's table names its rows: the mart, the columns of its key that tell them apart, and the id by these. */
export interface RowAddress {
  readonly from: `marts.${string}`;
  readonly key: readonly string[];
  readonly idOf: (row: object) => string;
}

/** Rows of a mart by columns of its key. */
export function rowAddress(from: RowAddress["from"], ...key: readonly string[]): RowAddress {
  const known = new WeakMap<object, string>(); // a public aggregate stands in every unit's bundle
  return {
    from,
    key,
    idOf: (row) => {
      const id =
        known.get(row) ??
        rowAnchor(
          from,
          key.map((column) => (row as Readonly<Record<string, unknown>>)[column]),
        );
      known.set(row, id);
      return id;
    },
  };
}
