import { z } from "zod";
import { type Block, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  plain_percent: nullableNumber, // null: no value under this recipe
  design_percent: nullableNumber,
  difference_percent: nullableNumber, // null: one of the two is missing
  plain_rank: count.nullable(),
  design_rank: count.nullable(),
  rank_difference: count.nullable(),
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.sipas_recipe_comparison", "round_code", "unit_code");

export default definePage({
  title: "recipe_comparison.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 50,
  from: address.from,
  address,
  row,
  note: "recipe_comparison.note",
  ranks: "sampled",
  blocks(rows, { words }) {
    if (rows.length === 0) return [];
    const moved = rows.filter((candidate) => movement(candidate) > 0).sort(byMovement);
    return [inWords(rows, moved, words), ...(moved.length === 0 ? [] : [movedTable(moved, words)])];
  },
});

const movement = (row: Row): number => Math.abs(row.rank_difference ?? 0);
const byMovement = (a: Row, b: Row): number =>
  movement(b) - movement(a) || (a.design_rank ?? 0) - (b.design_rank ?? 0);

function inWords(rows: readonly Row[], moved: readonly Row[], words: Words): Block {
  const most = moved[0];
  const text =
    most === undefined
      ? words.say("recipe_comparison.same", { of: rows.length })
      : words.say("recipe_comparison.sentence", {
          n: moved.length,
          of: rows.length,
          most: movement(most),
          unit: words.pick(most.unit_name, most.unit_name_en),
        });
  return sentence(rows, text, { isHeadline: true });
}

function movedTable(moved: readonly Row[], words: Words): Block {
  return table(moved, {
    idOf: address.idOf,
    caption: words.say("recipe_comparison.table"),
    shortName: words.say("short.recipe_comparison.table"),
    onPaper: { kind: "first", rows: 20 },
    columns: [
      {
        header: words.say("column.province"),
        isRowHeader: true,
        cell: (row) => cell.text(words.pick(row.unit_name, row.unit_name_en)),
      },
      {
        header: words.say("recipe_comparison.plain"),
        cell: (row) => cell.number(row.plain_percent, "percent"),
      },
      {
        header: words.say("recipe_comparison.design"),
        cell: (row) => cell.number(row.design_percent, "percent"),
      },
      {
        header: words.say("column.difference"),
        cell: (row) => cell.number(row.difference_percent, "difference"),
      },
      {
        header: words.say("recipe_comparison.plain_rank"),
        cell: (row) => cell.number(row.plain_rank, "count"),
      },
      {
        header: words.say("recipe_comparison.design_rank"),
        cell: (row) => cell.number(row.design_rank, "count"),
      },
      {
        header: words.say("recipe_comparison.rank_difference"),
        cell: (row) => cell.number(row.rank_difference, "signed_count"),
      },
    ],
  });
}
