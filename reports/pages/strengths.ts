import { z } from "zod";
import { type Block, cell, figure, sentence, table } from "../blocks.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, estimate, estimateOf, nullableNumber, roundRow } from "../rows.ts";
import { shownGaps } from "../shownGaps.ts";

const row = z.object({
  ...roundRow,
  recipe_code: z.string(),
  node_code: z.string(),
  is_shown_recipe: z.boolean(),
  unit_code: z.string(),
  node_order: count,
  node_name: z.string(),
  node_name_en: z.string(),
  own_percent: nullableNumber, // null with the difference
  rest_percent: nullableNumber,
  ...estimate("difference_percent"),
  difference_q: nullableNumber,
  is_established: z.boolean().nullable(), // null: no difference can be told
});
type ContrastRow = z.output<typeof row>;
type KnownRow = ContrastRow & { readonly difference_percent: number };

const address = rowAddress("marts.sipas_contrasts", "round_code", "recipe_code", "unit_code", "node_code");

export default definePage({
  title: "strengths.title",
  chapter: "sipas",
  bundles: ["province"],
  order: 35,
  from: address.from,
  address,
  row,
  note: "strengths.note",
  blocks(rows, { words }) {
    const known = rows
      .filter((each) => each.is_shown_recipe)
      .filter((each): each is KnownRow => each.difference_percent !== null)
      .sort((a, b) => b.difference_percent - a.difference_percent || a.node_order - b.node_order);
    if (known.length === 0) return [];
    const established = known.filter((each) => each.is_established === true);
    const strengths = established.filter((each) => each.difference_percent > 0);
    const weaknesses = established.filter((each) => each.difference_percent < 0).reverse();
    const gaps = known
      .filter((each) => each.is_established === false && each.difference_percent < 0)
      .reverse()
      .slice(0, shownGaps);
    return [
      sentence(
        known,
        words.say("strengths.count", { n: known.length, up: strengths.length, down: weaknesses.length }),
        { isHeadline: true },
      ),
      ...inNames("up", strengths, words),
      ...inNames("down", weaknesses, words),
      ...(weaknesses.length > 0 ? [] : inNames("gap", gaps, words)),
      plot(known, words),
      ...list(strengths, "strengths.strengths", words),
      ...list(weaknesses, "strengths.weaknesses", words),
      ...list(gaps, "strengths.gaps", words),
    ];
  },
});

const nameOf = (each: ContrastRow, words: Words): string => words.pick(each.node_name, each.node_name_en);

/** The first three by name: what a reader takes along who reads no further. */
function inNames(kind: "up" | "down" | "gap", rows: readonly KnownRow[], words: Words): readonly Block[] {
  if (rows.length === 0) return [];
  const first = rows.slice(0, 3);
  const names = first.map((each) =>
    words.say("strengths.named", { name: nameOf(each, words), difference: each.difference_percent }),
  );
  return [
    sentence(first, words.say(`strengths.first_${kind}`, { names: names.join("; ") }), { isHeadline: true }),
  ];
}

function plot(rows: readonly KnownRow[], words: Words): Block {
  return figure(rows, {
    title: words.say("strengths.chart"),
    subtitle: words.say("strengths.subtitle"),
    description: words.say("strengths.description", { n: rows.length }),
    chart: intervalPlot(
      rows.map((each) => ({
        ...estimateOf(each, "difference_percent"),
        label: nameOf(each, words),
        valueLabel: `${words.locale.signed(each.difference_percent, 2)}${each.is_established ? " •" : ""}`,
        tone: each.is_established ? ("own" as const) : ("nation" as const),
      })),
      { axisTitle: words.say("sipas_changes.axis"), reference: 0, isDifference: true },
    ),
  });
}

function list(
  rows: readonly KnownRow[],
  caption: `strengths.${"strengths" | "weaknesses" | "gaps"}`,
  words: Words,
): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    table(rows, {
      idOf: address.idOf,
      caption: words.say(caption),
      shortName: words.say(`short.${caption}`),
      columns: [
        {
          header: words.say("column.item"),
          isRowHeader: true,
          cell: (each) => cell.text(nameOf(each, words)),
        },
        { header: words.say("strengths.own"), cell: (each) => cell.number(each.own_percent, "percent") },
        { header: words.say("strengths.rest"), cell: (each) => cell.number(each.rest_percent, "percent") },
        {
          header: words.say("strengths.difference"),
          cell: (each) => cell.number(each.difference_percent, "difference"),
        },
        {
          header: words.say("column.interval"),
          cell: (each) => cell.interval(estimateOf(each, "difference_percent")),
        },
        {
          header: words.say("column.df"),
          cell: (each) => cell.number(each.difference_percent_df, "df"),
        },
        { header: words.say("strengths.q"), cell: (each) => cell.number(each.difference_q, "probability") },
      ],
    }),
  ];
}
