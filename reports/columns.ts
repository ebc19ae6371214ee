import { type Column, cell } from "./blocks.ts";
import type { Words } from "./messages/words.ts";
import { type EstimateColumns, estimateOf } from "./rows.ts";

/** Value, interval, degrees of freedom and responses of an estimate: the columns that tables of results share. */
export function estimateColumns<Name extends string>(
  name: Name,
  words: Words,
  header: "column.satisfied" | "column.share" = "column.satisfied",
): readonly Column<EstimateColumns<Name> & { readonly [Column in `${Name}_n`]: number | null }>[] {
  return [
    { header: words.say(header), cell: (row) => cell.estimate(estimateOf(row, name)) },
    { header: words.say("column.interval"), cell: (row) => cell.interval(estimateOf(row, name)) },
    {
      header: words.say("column.df"),
      cell: (row) => {
        const { df, status } = estimateOf(row, name);
        return df === null ? cell.missing(status) : cell.number(df, "df");
      },
    },
    {
      header: words.say("column.responses"),
      cell: (row) => {
        const n = row[`${name}_n`] as number | null;
        return n === null ? cell.missing(estimateOf(row, name).status) : cell.number(n, "count");
      },
    },
  ];
}
