import { z } from "zod";
import { type Block, type Cell, type Column, cell, figure, sentence, table } from "../blocks.ts";
import { intervalLabel } from "../charts/intervalLabel.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import { shadeSteps } from "../charts/shadeSteps.ts";
import { tileMap } from "../charts/tileMap.ts";
import { estimateColumns } from "../columns.ts";
import { explainCommand } from "../explainCommand.ts";
import type { OfficialPaper } from "../letters/letter.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { approvalPapers } from "../papers/approvalPapers.ts";
import { count, estimate, estimateOf, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  recipe_code: z.enum(["plain", "design"]),
  is_shown_recipe: z.boolean(),
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  region_name: z.string().nullable(), // null: the province belongs to no region of the round
  region_name_en: z.string().nullable(),
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
  isPrintedEveryRound: true,
  from: "marts.sipas_ranking",
  row,
  note: "sipas_ranking.note",
  ranks: "sampled",
  blocks(rows, { words }) {
    const shown = rows.filter((candidate) => candidate.is_shown_recipe).sort(byRank);
    const ranked = shown.filter((candidate) => candidate.score_rank !== null);
    if (ranked.length === 0) return [];
    return [
      ...inWords(ranked, words),
      endsTable(ranked, words),
      ranking(shown, ranked, words),
      ...provinceMap(shown, ranked, words),
      fullTable(shown, words),
      ...howToAsk(ranked, words),
    ];
  },
  papers: (rows, { words }) => papersOf(rows, words),
});

function howToAsk(ranked: readonly Row[], words: Words): readonly Block[] {
  return ranked.slice(0, 1).map(({ round_code: round, unit_code: unit, provenance }) => {
    const figure = { round, index: "sipas", unit, node: "overall" };
    return explainCommand([{ provenance }], figure, words);
  });
}

/** What the ranking is approved by. */
function papersOf(rows: readonly Row[], words: Words): readonly OfficialPaper[] {
  const ranked = rows.filter((each) => each.is_shown_recipe && each.score_rank !== null).sort(byRank);
  const [first] = ranked;
  if (first === undefined) return [];
  const recipe = words.say(`recipe.${first.recipe_code}`);
  return approvalPapers(
    {
      code: "sipas",
      round: first.round_code,
      index: words.say("index.sipas"),
      nRanked: ranked.length,
      sentences: inWords(ranked, words).flatMap((block) => (block.kind === "sentence" ? [block.text] : [])),
      table: table(ranked, {
        caption: words.say("sipas_ranking.table", { recipe }),
        columns: columns(words),
      }),
    },
    words,
  );
}

function byRank(a: Row, b: Row): number {
  return (a.score_rank ?? Infinity) - (b.score_rank ?? Infinity) || (a.unit_code < b.unit_code ? -1 : 1);
}

function inWords(ranked: readonly Row[], words: Words): readonly Block[] {
  const overlapping = ranked.slice(1).filter((other) => overlaps(other, ranked[0] as Row)).length;
  return [
    sentence(ranked, words.say("sipas_ranking.top", ends(ranked, words))),
    sentence(ranked, words.say("sipas_ranking.overlap", { n: overlapping })),
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
  return table(rows, {
    caption: words.say("sipas_ranking.ends"),
    shortName: words.say("short.sipas_ranking.ends"),
    columns: columns(words),
  });
}

function fullTable(shown: readonly Row[], words: Words): Block {
  const recipe = words.say(`recipe.${(shown[0] as Row).recipe_code}`);
  const ranked = shown.filter(({ score_rank }) => score_rank !== null);
  return table(shown, {
    caption: words.say("sipas_ranking.table", { recipe }),
    shortName: words.say("short.sipas_ranking.table"),
    columns: columns(words),
    plot: {
      description: words.say("sipas_ranking.chart_description", { n: ranked.length, ...ends(ranked, words) }),
      axisTitle: words.say("sipas_ranking.axis"),
      series: [{ column: 2, interval: 3 }],
    },
  });
}

function columns(words: Words): readonly Column<Row>[] {
  return [
    { header: words.say("column.rank"), cell: (row) => cell.number(row.score_rank, "count") },
    { header: words.say("column.province"), isRowHeader: true, cell: (row) => named(row, words) },
    ...estimateColumns("score_percent", words),
    {
      header: words.say("column.region"),
      align: "left",
      cell: (row) =>
        cell.text(
          row.region_name === null ? "" : words.pick(row.region_name, row.region_name_en ?? row.region_name),
        ),
    },
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

/** Fewer provinces make no map. */
const fewestTiles = 10;

/** One tile a province, roughly where it lies; none where the provinces of the round have no places. */
function provinceMap(shown: readonly Row[], ranked: readonly Row[], words: Words): readonly Block[] {
  if (ranked.length < fewestTiles) return [];
  const chart = tileMap(
    shown.map((row) => {
      const { value, status } = estimateOf(row, "score_percent");
      const mark = status === "suppressed" ? "[c]" : "[x]";
      return {
        unit_code: row.unit_code,
        name: words.pick(row.unit_name, row.unit_name_en),
        value,
        valueLabel: value === null ? mark : words.locale.number(value, 1),
        isMarked: false,
      };
    }),
    {
      legendTitle: words.say("shade.title"),
      ...shadeSteps(
        ranked.map(({ score_percent }) => score_percent as number),
        words,
      ),
      noFigure: words.say("shade.none"),
    },
  );
  if (chart === null) return [];
  return [
    figure(shown, {
      title: words.say("sipas_ranking.map", { n: shown.length }),
      subtitle: words.say("sipas_ranking.map_subtitle"),
      description: words.say("sipas_ranking.map_description", { n: shown.length, ...ends(ranked, words) }),
      chart,
    }),
  ];
}
