import { type Block, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { named } from "../scorecards/scorecardRows.ts";
import {
  peersTable,
  rankColumn,
  reasonOf,
  type StandingRow,
  standingAddress,
  standingColumns,
  standingRow,
} from "../scorecards/standings.ts";

/** How sure the unit's index and rank are; of the others only how many they are. */
export default definePage({
  title: "unit_standing.title",
  chapter: "par_scorecard",
  bundles: ["province", "ministry"],
  order: 12,
  isPrintedEveryRound: true,
  from: standingAddress.from,
  address: standingAddress,
  row: standingRow,
  note: "scorecard.covered",
  ranks: "with_interval",
  blocks: (rows, { words }) => rows.flatMap((own) => standingBlocks(own, words)),
});

function standingBlocks(own: StandingRow, words: Words): readonly Block[] {
  if (own.rank_status !== "ranked")
    return [
      sentence(
        [own],
        words.say("standings.without_rank", { unit: named(own, words), reason: reasonOf(own, words) }),
        { isHeadline: true },
      ),
      sentence([own], words.say("standings.others_rule")),
      ...(own.percent === null ? [] : [indexTable(own, words)]),
    ];
  return [
    sentence([own], inWords(own, words), { isHeadline: true }),
    ...(own.is_tied_in_print ? [sentence([own], words.say("unit_standing.tied"))] : []),
    indexTable(own, words),
    sentence([own], words.say("standings.sets_explained")),
    peersTable([own], words),
  ];
}

function inWords(own: StandingRow, words: Words): string {
  const { percent, percent_low: low, percent_high: high, index_rank: rank, n_indistinct: n } = own;
  if (percent === null || low === null || high === null || rank === null || n === null)
    return words.say("unit_standing.no_error", { percent: percent ?? 0, rank: rank ?? 0, n: own.n_ranked });
  return words.say("unit_standing.sentence", { percent, low, high, rank, n: own.n_ranked, others: n });
}

function indexTable(own: StandingRow, words: Words): Block {
  return table<StandingRow>([own], {
    idOf: standingAddress.idOf,
    caption: words.say("unit_standing.table"),
    shortName: words.say("short.unit_standing.table"),
    columns: [
      rankColumn(words),
      ...standingColumns(words),
      {
        header: words.say("unit_standing.indistinct"),
        cell: ({ n_indistinct }) => cell.number(n_indistinct, "count"),
      },
    ],
  });
}
