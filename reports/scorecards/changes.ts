import { z } from "zod";
import { type Block, type Cell, cell, sentence, table } from "../blocks.ts";
import type { PlainKey, Words } from "../messages/words.ts";
import { definePage, type Page } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";
import { named, rankingsOf, type ScoredIndex, scoredChapter } from "./scorecardRows.ts";

const rank = count.nullable(); // null: no change of rank can be told

/** A row of marts.par_changes: the total of a unit, or one of its areas, against the round before. */
export const changeRow = {
  ...roundRow,
  index_code: z.string(),
  ranking_code: z.string(),
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  earlier_round: z.string(),
  comparison_kind: z.enum(["same_framework", "crosswalk", "other_framework", "other_survey_rules"]),
  node_code: z.string(),
  node_name: z.string(),
  node_name_en: z.string(),
  node_order: count,
  earlier_percent: nullableNumber, // null with the change
  percent: nullableNumber,
  change_percent: nullableNumber, // null: the two rounds are not compared, or one has no points
  change_percent_df: nullableNumber, // null: nothing is estimated
  change_percent_low: nullableNumber,
  change_percent_high: nullableNumber,
  change_percent_status: z.enum(["ok", "fixed", "not_estimable", "not_comparable"]),
  rank_status: z
    .enum(["ok", "other_framework", "other_survey_rules", "no_rank", "no_earlier_card", "no_earlier_rank"])
    .nullable(), // null: an area
  n_ranked: rank,
  earlier_rank: rank,
  index_rank: rank,
  rank_change: rank,
  own_change: nullableNumber,
  others_change: nullableNumber,
};
const shape = z.object(changeRow);
export type ChangeRow = z.output<typeof shape>;

export const changeAddress = rowAddress(
  "marts.par_changes",
  "round_code",
  "index_code",
  "unit_code",
  "node_code",
);

/** Did ranks change because a unit did, or because the others did? All units of an index. */
export function changesPage(index: ScoredIndex): Page {
  return definePage({
    title: "scorecard_changes.title",
    chapter: scoredChapter[index],
    bundles: ["national"],
    order: 15,
    from: changeAddress.from,
    address: changeAddress,
    row: shape,
    note: "scorecard_changes.note",
    ranks: "with_interval",
    blocks: (rows, { words }) =>
      rankingsOf(
        rows.filter(({ node_code }) => node_code === "total"),
        index,
      ).flatMap((totals) => changeBlocks(totals, words)),
  });
}

function changeBlocks(totals: readonly ChangeRow[], words: Words): readonly Block[] {
  const first = totals[0] as ChangeRow;
  if (!isComparable(first)) return [sentence(totals, notCompared(first, words))];
  const changes = totals.filter(({ rank_status }) => rank_status === "ok").sort(byRank);
  const others = totals.filter(({ rank_status }) => rank_status !== "ok");
  const passed = changes.filter(
    ({ rank_change, own_change }) =>
      rank_change !== 0 && Math.abs(own_change ?? 0) < Math.abs(rank_change ?? 0) / 2,
  );
  return [
    sentence(
      totals,
      words.say("scorecard_changes.sentence", {
        moved: changes.filter(({ rank_change }) => rank_change !== 0).length,
        n: changes.length,
        earlier: first.earlier_round,
        passed: passed.length,
      }),
    ),
    table<ChangeRow>([...changes, ...others], {
      idOf: changeAddress.idOf,
      caption: words.say("scorecard_changes.table", { earlier: first.earlier_round }),
      shortName: words.say("short.scorecard_changes.table", {
        earlier: first.earlier_round,
        round: first.round_code,
      }),
      columns: [
        { header: words.say("column.unit"), isRowHeader: true, cell: (own) => cell.text(named(own, words)) },
        ...(["earlier_rank", "index_rank"] as const).map((column) => ({
          header: words.say(column === "index_rank" ? "column.rank" : "rank_changes.earlier"),
          cell: (own: ChangeRow) => orReason(own, words, own[column], "count"),
        })),
        {
          header: words.say("rank_changes.change"),
          cell: (own) => orReason(own, words, own.rank_change, "signed_count"),
        },
        {
          header: words.say("scorecard_changes.own"),
          cell: (own) => orReason(own, words, own.own_change, "difference"),
        },
        {
          header: words.say("rank_changes.others_units"),
          cell: (own) => orReason(own, words, own.others_change, "difference"),
        },
        { header: words.say("scorecard_changes.points"), cell: changeCell },
        { header: words.say("column.interval"), cell: changeInterval },
      ],
    }),
    ...others.map((own) =>
      sentence(
        [own],
        words.say("scorecard_changes.without", { unit: named(own, words), reason: reasonOf(own, words) }),
      ),
    ),
  ];
}

export function isComparable({ comparison_kind }: ChangeRow): boolean {
  return comparison_kind === "same_framework" || comparison_kind === "crosswalk";
}

/** Not compared: said in full, with the reason. */
export function notCompared(own: ChangeRow, words: Words): string {
  return words.say("scorecard_changes.not_comparable", {
    earlier: own.earlier_round,
    reason: words.say(`scorecard_changes.${own.comparison_kind}` as PlainKey),
  });
}

export function reasonOf({ rank_status }: ChangeRow, words: Words): string {
  return words.say(`scorecard_changes.${rank_status ?? "no_rank"}` as PlainKey);
}

/** Points of the index gained or lost since. */
export function changeCell({ change_percent }: ChangeRow): Cell {
  return cell.number(change_percent, "difference");
}

/** Its interval; [z] where nothing of it is surveyed. */
export function changeInterval(own: ChangeRow): Cell {
  const { change_percent_low: low, change_percent_high: high, change_percent_status: status } = own;
  if (status === "fixed") return cell.notApplicable();
  return low === null || high === null ? cell.absent(null) : { kind: "interval", low, high };
}

function byRank(a: ChangeRow, b: ChangeRow): number {
  return (a.index_rank ?? 0) - (b.index_rank ?? 0) || (a.unit_code < b.unit_code ? -1 : 1);
}

function orReason(
  own: ChangeRow,
  words: Words,
  value: number | null,
  format: "count" | "signed_count" | "difference",
): Cell {
  return value === null ? cell.absent(reasonOf(own, words)) : cell.number(value, format);
}
