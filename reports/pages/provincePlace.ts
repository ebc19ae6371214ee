import { z } from "zod";
import { type Block, cell, sentence, table } from "../blocks.ts";
import { estimateColumns } from "../columns.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { count, estimate, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  recipe_code: z.enum(["plain", "design"]),
  is_shown_recipe: z.boolean(),
  ...estimate("score_percent"),
  score_percent_n: count.nullable(), // null when suppressed
  score_rank: count.nullable(), // null when there is no score to rank
  n_ranked: count,
  n_others: count.nullable(),
  n_alike: count.nullable(), // null when nothing is tested
});
type Row = z.output<typeof row>;

export default definePage({
  title: "province_place.title",
  chapter: "sipas",
  bundles: ["province"],
  order: 10,
  isPrintedEveryRound: true,
  from: "marts.sipas_ranking",
  row,
  note: "province_place.note",
  ranks: "sampled",
  blocks(rows, { words }) {
    const shownFirst = [...rows].sort((a, b) => Number(b.is_shown_recipe) - Number(a.is_shown_recipe));
    const shown = shownFirst[0];
    return shown === undefined
      ? []
      : [inWords(shown, words), ...alike(shown, words), byRecipe(shownFirst, words)];
  },
});

function inWords(row: Row, words: Words): Block {
  return sentence([row], place(row, words), { isHeadline: true });
}

function place(row: Row, words: Words): string {
  const { score_percent: value, score_percent_low: low, score_percent_high: high, score_rank: rank } = row;
  if (value === null || low === null || high === null || rank === null) {
    return words.say(
      row.score_percent_status === "suppressed" ? "province_place.suppressed" : "province_place.missing",
    );
  }
  return words.say("province_place.sentence", { value, low, high, rank, n: row.n_ranked });
}

/** What the rank is worth: how many provinces the sample cannot tell from this one. */
function alike(row: Row, words: Words): readonly Block[] {
  const { n_others: of, n_alike: n } = row;
  if (of === null || n === null) return [];
  const said =
    n === 0 ? words.say("province_place.apart", { of }) : words.say("province_place.alike", { n, of });
  return [sentence([row], said, { isHeadline: true })];
}

function byRecipe(rows: readonly Row[], words: Words): Block {
  return table<Row>(rows, {
    caption: words.say("province_place.table"),
    shortName: words.say("short.province_place.table"),
    columns: [
      {
        header: words.say("province_place.recipe"),
        isRowHeader: true,
        cell: (row) => cell.text(words.say(`recipe.${row.recipe_code}`)),
      },
      { header: words.say("column.rank"), cell: (row) => cell.number(row.score_rank, "count") },
      { header: words.say("province_place.of"), cell: (row) => cell.number(row.n_ranked, "count") },
      ...estimateColumns("score_percent", words),
    ],
  });
}
