import { z } from "zod";
import { type Block, cell, figure, sentence, table } from "../blocks.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import { explainCommand } from "../explainCommand.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { count, roundRow } from "../rows.ts";

/** Exact points as text; null: the unit's points were not published. */
const points = z.string().nullable();

const row = z.object({
  ...roundRow,
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  appraised_points: points,
  survey_points: points,
  total_points: points, // as printed, never the sum of the printed parts
  sum_of_parts: points,
  is_sum_different: z.boolean().nullable(), // null: there is no total to compare with
  index_rank: count.nullable(), // null: scored without being ranked
  group_name: z.string().nullable(),
  group_name_en: z.string().nullable(),
  reason: z.string().nullable(), // null: published
  reason_en: z.string().nullable(),
});
type Row = z.output<typeof row>;

export default definePage({
  title: "par_ranking.title",
  chapter: "par_ministry",
  bundles: ["national"],
  order: 10,
  isPrintedEveryRound: true,
  from: "marts.par_ministry_scores",
  row,
  note: "par_ranking.note",
  ranks: "without_interval",
  blocks(rows, { words }) {
    const all = [...rows].sort(byRank);
    const ranked = all.filter(
      (candidate) => candidate.index_rank !== null && candidate.total_points !== null,
    );
    if (ranked.length === 0) return [];
    const [first] = ranked;
    return [
      ...inWords(ranked, all, words),
      chart(ranked, words),
      rankingTable(all, words),
      explainCommand(
        ranked,
        {
          round: first?.round_code ?? "",
          index: "par_ministry",
          unit: first?.unit_code ?? "",
          node: "total",
        },
        words,
      ),
    ];
  },
});

const byRank = (a: Row, b: Row): number =>
  (a.index_rank ?? Infinity) - (b.index_rank ?? Infinity) || (a.unit_code < b.unit_code ? -1 : 1);
const nameOf = (row: Row, words: Words): string => words.pick(row.unit_name, row.unit_name_en);

function inWords(ranked: readonly Row[], all: readonly Row[], words: Words): readonly Block[] {
  const [first, last] = [ranked[0] as Row, ranked.at(-1) as Row];
  const apart = ranked.filter((row) => row.is_sum_different === true);
  return [
    sentence(
      ranked,
      words.say("par_ranking.ends", {
        first: nameOf(first, words),
        first_total: first.total_points ?? "",
        last: nameOf(last, words),
        last_total: last.total_points ?? "",
        n: ranked.length,
      }),
    ),
    ...apart.slice(0, 1).map((row) =>
      sentence(
        apart,
        words.say("par_ranking.sums", {
          n: apart.length,
          unit: nameOf(row, words),
          total: row.total_points ?? "",
          sum: row.sum_of_parts ?? "",
        }),
      ),
    ),
    ...all
      .filter((row) => row.total_points === null)
      .map((row) =>
        sentence(
          [row],
          words.say("par_ranking.missing", { unit: nameOf(row, words), reason: reasonOf(row, words) ?? "" }),
        ),
      ),
  ];
}

function reasonOf({ reason, reason_en }: Row, words: Words): string | null {
  return reason === null ? null : words.pick(reason, reason_en ?? reason);
}

function chart(ranked: readonly Row[], words: Words): Block {
  const [first, last] = [ranked[0] as Row, ranked.at(-1) as Row];
  return figure(ranked, {
    title: words.say("par_ranking.chart"),
    subtitle: words.say("par_ranking.chart_subtitle"),
    description: words.say("par_ranking.description", {
      n: ranked.length,
      first: nameOf(first, words),
      last: nameOf(last, words),
    }),
    chart: intervalPlot(
      ranked.map((row) => ({
        label: `${row.index_rank}. ${nameOf(row, words)}`,
        value: Number(row.total_points),
        low: null,
        high: null,
        valueLabel: words.locale.decimal(row.total_points ?? ""),
      })),
      { axisTitle: words.say("par_ranking.axis") },
    ),
  });
}

function rankingTable(all: readonly Row[], words: Words): Block {
  return table(all, {
    caption: words.say("par_ranking.table"),
    shortName: words.say("short.par_ranking.table"),
    columns: [
      {
        header: words.say("column.rank"),
        cell: (row) =>
          row.index_rank === null ? cell.absent(reasonOf(row, words)) : cell.number(row.index_rank, "count"),
      },
      {
        header: words.say("column.ministry"),
        isRowHeader: true,
        cell: (row) => cell.text(nameOf(row, words)),
      },
      {
        header: words.say("column.appraised"),
        cell: (row) => cell.decimal(row.appraised_points, reasonOf(row, words)),
      },
      {
        header: words.say("column.survey"),
        cell: (row) => cell.decimal(row.survey_points, reasonOf(row, words)),
      },
      {
        header: words.say("column.total"),
        cell: (row) => cell.decimal(row.total_points, reasonOf(row, words)),
      },
      {
        header: words.say("column.group"),
        align: "left",
        cell: ({ group_name, group_name_en, ...row }) =>
          group_name === null
            ? cell.absent(reasonOf({ ...row, group_name, group_name_en }, words))
            : cell.text(words.pick(group_name, group_name_en ?? group_name)),
      },
    ],
  });
}
