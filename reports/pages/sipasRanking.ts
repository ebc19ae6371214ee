import { z } from "zod";
import { type Block, type Cell, type Column, cell, figure, sentence, table } from "../blocks.ts";
import { intervalLabel } from "../charts/intervalLabel.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import { estimateColumns } from "../columns.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { count, estimate, estimateOf, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  recipe_code: z.enum(["plain", "design"]),
  is_shown_recipe: z.boolean(),
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  region_name: z.string().nullable(), // null: the province belongs to no region of the round
  ...estimate("score_percent"),
  score_percent_n: count.nullable(), // null when suppressed
  score_rank: count.nullable(), // null when there is no score to rank
  is_tied_in_print: z.boolean(),
});
type Row = z.output<typeof row>;

export default definePage({
  title: "sipas_ranking.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 10,
  from: "marts.sipas_ranking",
  row,
  note: "sipas_ranking.note",
  ranks: "with_interval",
  blocks(rows, { words }) {
    const shown = rows.filter((candidate) => candidate.is_shown_recipe).sort(byRank);
    const ranked = shown.filter((candidate) => candidate.score_rank !== null);
    if (ranked.length === 0) return [];
    return [
      ...inWords(ranked, words),
      endsTable(ranked, words),
      ranking(shown, ranked, words),
      fullTable(shown, words),
    ];
  },
});

function byRank(a: Row, b: Row): number {
  return (a.score_rank ?? Infinity) - (b.score_rank ?? Infinity) || (a.unit_code < b.unit_code ? -1 : 1);
}

function inWords(ranked: readonly Row[], words: Words): readonly Block[] {
  const overlapping = ranked.slice(1).filter((other) => overlaps(other, ranked[0] as Row)).length;
  return [
    sentence(ranked, words.say("sipas_ranking.top", ends(ranked, words)), { isHeadline: true }),
    sentence(ranked, words.say("sipas_ranking.overlap", { n: overlapping }), { isHeadline: true }),
  ];
}

function overlaps(other: Row, first: Row): boolean {
  return (other.score_percent_high ?? -Infinity) >= (first.score_percent_low ?? Infinity);
}

function ends(ranked: readonly Row[], words: Words) {
  const [first, last] = [ranked[0] as Row, ranked.at(-1) as Row];
  return {
    first: words.pick(first.unit_name, first.unit_name_en),
    first_value: first.score_percent as number,
    last: words.pick(last.unit_name, last.unit_name_en),
    last_value: last.score_percent as number,
  };
}

function endsTable(ranked: readonly Row[], words: Words): Block {
  const rows = ranked.length <= 10 ? ranked : [...ranked.slice(0, 5), ...ranked.slice(-5)];
  return table(rows, { caption: words.say("sipas_ranking.ends"), columns: columns(words) });
}

function fullTable(shown: readonly Row[], words: Words): Block {
  const recipe = words.say(`recipe.${(shown[0] as Row).recipe_code}`);
  return table(shown, { caption: words.say("sipas_ranking.table", { recipe }), columns: columns(words) });
}

function columns(words: Words): readonly Column<Row>[] {
  return [
    { header: words.say("column.rank"), cell: (row) => cell.number(row.score_rank, "count") },
    { header: words.say("column.province"), isRowHeader: true, cell: (row) => named(row, words) },
    { header: words.say("column.region"), align: "left", cell: (row) => cell.text(row.region_name ?? "") },
    ...estimateColumns("score_percent", words),
  ];
}

function named(row: Row, words: Words): Cell {
  const name = words.pick(row.unit_name, row.unit_name_en);
  return cell.text(row.is_tied_in_print ? `${name} (${words.say("sipas_ranking.tied")})` : name);
}

function ranking(shown: readonly Row[], ranked: readonly Row[], words: Words): Block {
  const n = shown.length;
  const recipe = words.say(`recipe.${(shown[0] as Row).recipe_code}`);
  return figure(shown, {
    title: words.say("sipas_ranking.chart", { n }),
    subtitle: words.say("sipas_ranking.chart_subtitle", { recipe }),
    description: words.say("sipas_ranking.chart_description", { n, ...ends(ranked, words) }),
    chart: intervalPlot(
      shown.map((row) => {
        const name = words.pick(row.unit_name, row.unit_name_en);
        const score = estimateOf(row, "score_percent");
        return {
          ...score,
          label: row.score_rank === null ? name : `${row.score_rank}. ${name}`,
          valueLabel: intervalLabel(score, words),
        };
      }),
      { axisTitle: words.say("sipas_ranking.axis") },
    ),
  });
}
