import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, cell, sentence, table } from "../blocks.ts";
import type { MessageKey, Words } from "../messages/words.ts";
import { definePage, type Page } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";
import { named, rankingsOf, type ScoredIndex, scoredChapter } from "./scorecardRows.ts";

const row = z.object({
  ...roundRow,
  index_code: z.string(),
  ranking_code: z.string(),
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  alternative_code: z.string(),
  alternative_order: count,
  alternative_status: z.enum(["applied", "same", "not_applied"]),
  area_name: z.string().nullable(), // null: no area is left out
  area_name_en: z.string().nullable(),
  percent: nullableNumber, // null: not applied
  alternative_rank: count.nullable(),
  rank_shift: count.nullable(),
});
type Row = z.output<typeof row>;

/** One alternative over all units of a ranking. */
interface Alternative {
  readonly provenance: Row["provenance"];
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly status: Row["alternative_status"];
  readonly meanShift: number | null;
  readonly most: number | null;
  readonly whom: string;
  readonly leader: string;
}

/** The ranking under every alternative, one change at a time. */
export function robustnessPage(index: ScoredIndex): Page {
  return definePage({
    title: "robustness.title",
    chapter: scoredChapter[index],
    bundles: ["national"],
    order: 40,
    from: address.from,
    address,
    row,
    note: "robustness.note",
    ranks: "with_interval",
    blocks: (rows, { words }) => rankingsOf(rows, index).flatMap((ranking) => rankingBlocks(ranking, words)),
  });
}

function rankingBlocks(ranking: readonly Row[], words: Words): readonly Block[] {
  const alternatives = [...groupBy(ranking, ({ alternative_order }) => alternative_order)]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => toAlternative(own, words));
  const moving = alternatives.filter(({ meanShift }) => (meanShift ?? 0) > 0);
  const most = moving.reduce<Alternative | null>(
    (a, b) => (a === null || (b.meanShift ?? 0) > (a.meanShift ?? 0) ? b : a),
    null,
  );
  return [
    ...(most === null
      ? []
      : [
          sentence(
            [most],
            words.say("robustness.sentence", {
              alternative: most.name,
              shift: most.meanShift ?? 0,
              most: most.most ?? 0,
              unit: most.whom,
            }),
          ),
        ]),
    alternativesTable(alternatives, words),
  ];
}

function toAlternative(own: readonly Row[], words: Words): Alternative {
  const first = own[0] as Row;
  const shifts = own.flatMap(({ rank_shift }) => (rank_shift === null ? [] : [Math.abs(rank_shift)]));
  const most = shifts.length === 0 ? null : Math.max(...shifts);
  const whom = own.find(({ rank_shift }) => most !== null && most > 0 && Math.abs(rank_shift ?? 0) === most);
  const leader = own.find(({ alternative_rank }) => alternative_rank === 1);
  return {
    provenance: first.provenance,
    id: address.idOf(first),
    code: first.alternative_code,
    name:
      first.area_name === null
        ? words.say(`robustness.${first.alternative_code}` as "robustness.reference")
        : words.say("robustness.without", {
            area: words.pick(first.area_name, first.area_name_en ?? first.area_name),
          }),
    status: first.alternative_status,
    meanShift: shifts.length === 0 ? null : shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length,
    most,
    whom: whom === undefined ? "" : named(whom, words),
    leader: leader === undefined ? "" : named(leader, words),
  };
}

function alternativesTable(alternatives: readonly Alternative[], words: Words): Block {
  return table<Alternative>(alternatives, {
    idOf: ({ id }) => id,
    caption: words.say("robustness.alternatives"),
    shortName: words.say("short.robustness.alternatives"),
    columns: [
      {
        header: words.say("robustness.alternative"),
        isRowHeader: true,
        cell: ({ name }) => cell.text(name),
      },
      {
        header: words.say("robustness.applied"),
        align: "left",
        cell: ({ status }) => cell.text(words.say(`robustness.status.${status}`)),
      },
      {
        header: words.say("robustness.mean_shift"),
        cell: ({ meanShift }) => cell.number(meanShift, "ratio"),
      },
      { header: words.say("robustness.most"), cell: ({ most }) => cell.number(most, "count") },
      { header: words.say("robustness.whom"), align: "left", cell: ({ whom }) => cell.text(whom || "–") },
      {
        header: words.say("robustness.leader"),
        align: "left",
        cell: ({ leader }) => cell.text(leader || "–"),
      },
    ],
    isStrong: ({ code }) => code === "reference",
  });
}

const ofRanking = ["round_code", "index_code", "ranking_code"] as const;
const address = rowAddress("marts.par_robustness", ...ofRanking, "alternative_code");
const sensitivityAddress = rowAddress("marts.par_sensitivity", ...ofRanking, "subject_code");

const sensitivityRow = z.object({
  ...roundRow,
  index_code: z.string(),
  ranking_code: z.string(),
  unit_code: z.string().nullable(), // null: an input
  unit_name: z.string().nullable(),
  unit_name_en: z.string().nullable(),
  subject_kind: z.enum(["input", "unit"]),
  subject_code: z.string(),
  subject_order: count,
  index_rank: count.nullable(), // null: an input
  first_share: nullableNumber, // null: a unit
  first_share_se: nullableNumber,
  total_share: nullableNumber,
  total_share_se: nullableNumber,
  rank_low: nullableNumber, // null: an input
  rank_median: nullableNumber,
  rank_high: nullableNumber,
  mean_shift: z.number(),
  n_runs: count,
});
type SensitivityRow = z.output<typeof sensitivityRow>;

/** The ranking when everything open varies at once: what it hangs on, and where units end up. */
export function sensitivityPage(index: ScoredIndex): Page {
  return definePage({
    title: "sensitivity.title",
    chapter: scoredChapter[index],
    bundles: ["national"],
    order: 41,
    from: sensitivityAddress.from,
    address: sensitivityAddress,
    row: sensitivityRow,
    note: "robustness.sobol_note",
    ranks: "with_interval",
    blocks: (rows, { words }) =>
      [
        ...groupBy(
          rows.filter((each) => each.index_code === index),
          ({ ranking_code }) => ranking_code,
        ).values(),
      ].flatMap((ranking) => sensitivityBlocks(ranking, words)),
  });
}

function sensitivityBlocks(ranking: readonly SensitivityRow[], words: Words): readonly Block[] {
  const first = ranking[0];
  if (first === undefined) return [];
  const inputs = ranking
    .filter(({ subject_kind }) => subject_kind === "input")
    .sort((a, b) => a.subject_order - b.subject_order);
  const units = ranking
    .filter(({ subject_kind }) => subject_kind === "unit")
    .sort((a, b) => (a.index_rank ?? 0) - (b.index_rank ?? 0) || (a.subject_code < b.subject_code ? -1 : 1));
  return [
    sentence(ranking, words.say("robustness.all_at_once", { n: first.n_runs, shift: first.mean_shift })),
    table<SensitivityRow>(inputs, {
      idOf: sensitivityAddress.idOf,
      caption: words.say("robustness.sobol"),
      shortName: words.say("short.robustness.sobol"),
      columns: [
        {
          header: words.say("robustness.input"),
          isRowHeader: true,
          cell: ({ subject_code }) =>
            cell.text(
              words.say(`robustness.input.${subject_code}` as Extract<MessageKey, "robustness.input.area">),
            ),
        },
        { header: words.say("robustness.first"), cell: (own) => cell.number(own.first_share, "ratio") },
        { header: words.say("robustness.se"), cell: (own) => cell.number(own.first_share_se, "ratio") },
        { header: words.say("robustness.total"), cell: (own) => cell.number(own.total_share, "ratio") },
        { header: words.say("robustness.se"), cell: (own) => cell.number(own.total_share_se, "ratio") },
      ],
    }),
    table<SensitivityRow>(units, {
      idOf: sensitivityAddress.idOf,
      caption: words.say("robustness.ranks"),
      shortName: words.say("short.robustness.ranks"),
      columns: [
        { header: words.say("robustness.standing"), cell: (own) => cell.number(own.index_rank, "count") },
        { header: words.say("column.unit"), isRowHeader: true, cell: (own) => cell.text(named(own, words)) },
        { header: words.say("robustness.low"), cell: (own) => cell.number(own.rank_low, "count") },
        { header: words.say("robustness.median"), cell: (own) => cell.number(own.rank_median, "count") },
        { header: words.say("robustness.high"), cell: (own) => cell.number(own.rank_high, "count") },
      ],
    }),
  ];
}
