import { z } from "zod";
import { printedAnchor } from "../anchor.ts";
import { cell, sentence, table } from "../blocks.ts";
import { explainCommand } from "../explainCommand.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { count, roundRow } from "../rows.ts";

/** Exact points as text; null: the unit's points were not published. */
const points = z.string().nullable();

const row = z.object({
  ...roundRow,
  unit_code: z.string(),
  appraised_points: points,
  appraised_max: points,
  survey_points: points,
  survey_max: points,
  total_points: points,
  total_max: points,
  sum_of_parts: points,
  is_sum_different: z.boolean().nullable(), // null: there is no total to compare with
  index_percent: points,
  index_rank: count.nullable(), // null: scored without being ranked
  n_ranked: count,
  group_name: z.string().nullable(),
  group_name_en: z.string().nullable(),
  reason: z.string().nullable(), // null: published
  reason_en: z.string().nullable(),
});
type Row = z.output<typeof row>;

export default definePage({
  title: "ministry_score.title",
  chapter: "par_ministry",
  bundles: ["ministry"],
  order: 10,
  isPrintedEveryRound: true,
  from: "marts.par_ministry_scores",
  row,
  note: "ministry_score.note",
  ranks: "without_interval",
  blocks(rows, { words }) {
    return rows.flatMap((own) => [
      sentence([own], inWords(own, words), { isHeadline: true }),
      pointsTable(own, words),
      explainCommand(
        [own],
        { round: own.round_code, index: "par_ministry", unit: own.unit_code, node: "total" },
        words,
      ),
      ...(own.is_sum_different === true ? [sentence([own], sumNote(own, words))] : []),
    ]);
  },
});

function reasonOf({ reason, reason_en }: Row, words: Words): string | null {
  return reason === null ? null : words.pick(reason, reason_en ?? reason);
}

function inWords(own: Row, words: Words): string {
  const { total_points: total, total_max: max, index_rank: rank, n_ranked: n } = own;
  if (total === null || max === null) {
    return words.say("ministry_score.missing", { reason: reasonOf(own, words) ?? words.say("mark.x") });
  }
  if (rank === null) return words.say("ministry_score.unranked", { total, max });
  const group =
    own.group_name === null ? "" : words.pick(own.group_name, own.group_name_en ?? own.group_name);
  return group === ""
    ? words.say("ministry_score.ranked", { total, max, rank, n })
    : words.say("ministry_score.grouped", { total, max, rank, n, group });
}

function sumNote({ total_points, sum_of_parts }: Row, words: Words): string {
  return words.say("ministry_score.sum", { total: total_points ?? "", sum: sum_of_parts ?? "" });
}

function pointsTable(own: Row, words: Words) {
  const reason = reasonOf(own, words);
  const parts = [
    {
      code: "appraised",
      name: words.say("column.appraised"),
      points: own.appraised_points,
      max: own.appraised_max,
      isTotal: false,
    },
    {
      code: "survey",
      name: words.say("column.survey"),
      points: own.survey_points,
      max: own.survey_max,
      isTotal: false,
    },
    {
      code: "total",
      name: words.say("column.total"),
      points: own.total_points,
      max: own.total_max,
      isTotal: true,
    },
  ].map((part) => ({ ...part, provenance: own.provenance }));
  return table(parts, {
    caption: words.say("ministry_score.table"),
    shortName: words.say("short.ministry_score.table"),
    idOf: ({ code }) => printedAnchor(own.round_code, code),
    columns: [
      { header: words.say("column.part"), isRowHeader: true, cell: (part) => cell.text(part.name) },
      { header: words.say("column.points"), cell: (part) => cell.decimal(part.points, reason) },
      { header: words.say("column.max"), cell: (part) => cell.decimal(part.max) },
    ],
    isStrong: (part) => part.isTotal,
  });
}
