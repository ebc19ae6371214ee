import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  recipe_code: z.string(),
  is_shown_recipe: z.boolean(),
  earlier_round: z.string(),
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  n_ranked: count,
  earlier_rank: count,
  score_rank: count,
  rank_change: count,
  own_change: z.number(),
  others_change: z.number(),
});
type Row = z.output<typeof row>;

const address = rowAddress(
  "marts.sipas_rank_changes",
  "round_code",
  "recipe_code",
  "earlier_round",
  "unit_code",
);

export default definePage({
  title: "rank_changes.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 15,
  from: address.from,
  address,
  row,
  note: "rank_changes.note",
  ranks: "sampled",
  blocks: (rows, { words }) =>
    [
      ...groupBy(
        rows.filter((each) => each.is_shown_recipe),
        ({ earlier_round }) => earlier_round,
      ).values(),
    ].flatMap((changes) => changeBlocks(changes, words)),
});

const nameOf = (own: Row, words: Words): string => words.pick(own.unit_name, own.unit_name_en);

function changeBlocks(changes: readonly Row[], words: Words): readonly Block[] {
  const [first] = changes;
  if (first === undefined) return [];
  const passed = changes.filter(
    ({ rank_change, own_change }) => rank_change !== 0 && Math.abs(own_change) < Math.abs(rank_change) / 2,
  );
  return [
    sentence(
      changes,
      words.say("rank_changes.sentence", {
        moved: changes.filter(({ rank_change }) => rank_change !== 0).length,
        n: changes.length,
        earlier: first.earlier_round,
        passed: passed.length,
      }),
    ),
    table<Row>(changes, {
      idOf: address.idOf,
      caption: words.say("rank_changes.table", { earlier: first.earlier_round }),
      shortName: words.say("short.rank_changes.table", {
        earlier: first.earlier_round,
        round: first.round_code,
      }),
      columns: [
        {
          header: words.say("column.province"),
          isRowHeader: true,
          cell: (own) => cell.text(nameOf(own, words)),
        },
        { header: words.say("rank_changes.earlier"), cell: (own) => cell.number(own.earlier_rank, "count") },
        { header: words.say("column.rank"), cell: (own) => cell.number(own.score_rank, "count") },
        {
          header: words.say("rank_changes.change"),
          cell: (own) => cell.number(own.rank_change, "signed_count"),
        },
        { header: words.say("rank_changes.own"), cell: (own) => cell.number(own.own_change, "difference") },
        {
          header: words.say("rank_changes.others"),
          cell: (own) => cell.number(own.others_change, "difference"),
        },
      ],
    }),
  ];
}
