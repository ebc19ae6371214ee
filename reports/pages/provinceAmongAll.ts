import { z } from "zod";
import { type Block, cell, figure, sentence, table } from "../blocks.ts";
import { placeDots } from "../charts/placeDots.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, estimate, estimateOf, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  from_percent: count,
  n_units: count,
  n_ranked: count,
  score_rank: count.nullable(), // null: the province has no value
  ...estimate("score_percent"),
});
type Row = z.output<typeof row>;

/** Too few provinces make no picture of a spread. */
const fewestUnits = 10;

const address = rowAddress("marts.sipas_places", "round_code", "unit_code", "from_percent");

export default definePage({
  title: "among_all.title",
  chapter: "sipas",
  bundles: ["province"],
  order: 12,
  from: address.from,
  address,
  row,
  note: "among_all.note",
  ranks: "sampled",
  blocks(rows, { words }) {
    const stretches = [...rows].sort((a, b) => a.from_percent - b.from_percent);
    const [first] = stretches;
    if (first === undefined || first.n_ranked < fewestUnits) return [];
    return [...inWords(stretches, words), chart(stretches, words), counts(stretches, words)];
  },
});

const unitName = (own: Row, words: Words): string => words.pick(own.unit_name, own.unit_name_en);
const stretch = ({ from_percent }: Row, words: Words): string =>
  words.say("among_all.stretch", { from: from_percent, to: from_percent + 1 });
const isOwn = ({ score_percent, from_percent }: Row): boolean =>
  score_percent !== null && Math.min(Math.floor(score_percent), 99) === from_percent;

/** How many provinces the interval reaches: what the place is worth. */
function inWords(stretches: readonly Row[], words: Words): readonly Block[] {
  const first = stretches[0] as Row;
  const { low, high } = estimateOf(first, "score_percent");
  if (low === null || high === null) return [];
  const within = stretches
    .filter(({ from_percent }) => from_percent + 1 > low && from_percent < high)
    .reduce((sum, { n_units }) => sum + n_units, 0);
  return [
    sentence(
      stretches,
      words.say("among_all.sentence", { within, n: first.n_ranked, unit: unitName(first, words) }),
      { isHeadline: true },
    ),
  ];
}

function chart(stretches: readonly Row[], words: Words): Block {
  const first = stretches[0] as Row;
  const { value, low, high } = estimateOf(first, "score_percent");
  const unit = unitName(first, words);
  return figure(stretches, {
    title: words.say("among_all.chart", { unit, n: first.n_ranked }),
    subtitle: words.say(value === null ? "among_all.subtitle_without" : "among_all.subtitle", { unit }),
    description: words.say("among_all.description", {
      unit,
      n: first.n_ranked,
      from: first.from_percent,
      to: (stretches.at(-1) as Row).from_percent + 1,
    }),
    chart: placeDots(
      stretches.map((each) => ({
        from: each.from_percent,
        to: each.from_percent + 1,
        n: each.n_units,
        tip: `${stretch(each, words)}: ${words.say("among_all.provinces", { n: each.n_units })}`,
      })),
      {
        axisTitle: words.say("sipas_ranking.axis"),
        own:
          value === null ? null : { value, low, high, label: `${unit}: ${words.locale.number(value, 2)}%` },
      },
    ),
  });
}

function counts(stretches: readonly Row[], words: Words): Block {
  return table<Row>(stretches, {
    idOf: address.idOf,
    caption: words.say("among_all.table"),
    shortName: words.say("short.among_all.table"),
    columns: [
      {
        header: words.say("sipas_ranking.axis"),
        isRowHeader: true,
        cell: (each) => cell.text(stretch(each, words)),
      },
      { header: words.say("among_all.units"), cell: (each) => cell.number(each.n_units, "count") },
      {
        header: words.say("among_all.own"),
        align: "left",
        cell: (each) => cell.text(isOwn(each) ? unitName(each, words) : ""),
      },
    ],
    isStrong: isOwn,
  });
}
