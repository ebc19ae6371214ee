import { z } from "zod";
import { type Block, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow, status } from "../rows.ts";

const row = z.object({
  ...roundRow,
  unit_code: z.string(), // vn: the nation
  margin_code: z.string(),
  category_level: z.string(), // - for those who left it blank
  margin_name: z.string(),
  margin_name_en: z.string(),
  category_name: z.string().nullable(), // null: left blank
  category_name_en: z.string().nullable(),
  n_responses: count.nullable(), // null with sum_entering_weight: withheld
  n_status: status,
  sum_entering_weight: nullableNumber,
  sum_weight: nullableNumber,
  population: count.nullable(), // null: of blanks, and where only the nation's is given
  margin_source: z.string().nullable(),
  margin_reference_date: z.string().nullable(), // null: of an invented total
  margin_verified_by: z.string().nullable(),
  unit_name: z.string().nullable(), // null: the nation
  unit_name_en: z.string().nullable(),
  merged_code: z.string().nullable(),
  n_merged_responses: count.nullable(), // null: not merged, or a part is withheld
});
type Row = z.output<typeof row>;

const address = rowAddress(
  "marts.weighting_margins",
  "round_code",
  "unit_code",
  "margin_code",
  "category_level",
);

export default definePage({
  title: "weighting_margins.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 82,
  from: address.from,
  address,
  row,
  note: "weighting_margins.note",
  blocks(rows, { words }) {
    const nation = rows.filter(({ unit_code }) => unit_code === "vn").sort(inFormOrder);
    const merged = rows.filter(({ merged_code }) => merged_code !== null).sort(inFormOrder);
    if (nation.length === 0) return [];
    return [
      ...furthest(nation, words),
      ...(merged.length === 0
        ? []
        : [sentence(merged, words.say("weighting_margins.merged", { n: merged.length }))]),
      marginTable(nation, words),
      ...(merged.length === 0 ? [] : [mergedTable(merged, words)]),
    ];
  },
});

/** The log of merging: each category that was too small, and what it became a part of. */
function mergedTable(merged: readonly Row[], words: Words): Block {
  const nameOf = ({ unit_name, unit_name_en }: Row) =>
    unit_name === null ? words.say("column.nation") : words.pick(unit_name, unit_name_en ?? unit_name);
  const partOf = (one: Row) =>
    merged
      .filter(
        (other) =>
          other.unit_code === one.unit_code &&
          other.margin_code === one.margin_code &&
          other.merged_code === one.merged_code,
      )
      .map((other) => categoryOf(other, words))
      .join(" + ");
  const number = (value: number | null) =>
    value === null ? cell.missing("suppressed") : cell.number(value, "count");
  const ordered = [...merged].sort((a, b) => words.locale.compare(nameOf(a), nameOf(b)));
  return table(ordered, {
    caption: words.say("weighting_margins.merged_table"),
    shortName: words.say("short.weighting_margins.merged_table"),
    columns: [
      { header: words.say("column.unit"), isRowHeader: true, cell: (one) => cell.text(nameOf(one)) },
      {
        header: words.say("weighting_margins.margin"),
        align: "left",
        cell: (one) => cell.text(words.pick(one.margin_name, one.margin_name_en)),
      },
      {
        header: words.say("weighting_margins.category"),
        align: "left",
        cell: (one) => cell.text(categoryOf(one, words)),
      },
      { header: words.say("weighting.responses"), cell: (one) => number(one.n_responses) },
      {
        header: words.say("weighting_margins.merged_into"),
        align: "left",
        cell: (one) => cell.text(partOf(one)),
      },
      {
        header: words.say("weighting_margins.merged_responses"),
        cell: (one) => number(one.n_merged_responses),
      },
    ],
  });
}

/** By margin, then as the options stand on the form, the blanks last. */
function inFormOrder(a: Row, b: Row): number {
  const place = ({ category_level }: Row) => (category_level === "-" ? Infinity : Number(category_level));
  if (a.margin_code !== b.margin_code) return a.margin_code < b.margin_code ? -1 : 1;
  return place(a) < place(b) ? -1 : 1;
}

const ratio = (weight: number | null, { population }: Row): number | null =>
  weight === null || population === null || population === 0 ? null : weight / population;

/** The category whose sample is furthest from its total, as a factor up or down. */
function furthest(nation: readonly Row[], words: Words): readonly Block[] {
  const far = (one: Row) => Math.abs(Math.log(ratio(one.sum_entering_weight, one) ?? 1));
  const worst = nation
    .filter((one) => ratio(one.sum_entering_weight, one) !== null)
    .reduce<Row | null>((most, one) => (most === null || far(one) > far(most) ? one : most), null);
  if (worst === null) return [];
  const text = words.say("weighting_margins.sentence", {
    round: worst.round_code,
    category: categoryOf(worst, words),
    margin: words.pick(worst.margin_name, worst.margin_name_en),
    before: ratio(worst.sum_entering_weight, worst) as number,
  });
  return [sentence(nation, text)];
}

function categoryOf({ category_name, category_name_en }: Row, words: Words): string {
  return category_name === null
    ? words.say("weighting_margins.blank")
    : words.pick(category_name, category_name_en ?? category_name);
}

const ofShown = (one: Row, value: number | null, format: "count" | "ratio") =>
  one.n_status === "ok" ? cell.number(value, format) : cell.missing(one.n_status);

function marginTable(nation: readonly Row[], words: Words): Block {
  const text = (value: string | null) => cell.text(value ?? "–");
  return table(nation, {
    idOf: address.idOf,
    caption: words.say("weighting_margins.table"),
    shortName: words.say("short.weighting_margins.table"),
    columns: [
      {
        header: words.say("weighting_margins.margin"),
        isRowHeader: true,
        cell: (one) => cell.text(words.pick(one.margin_name, one.margin_name_en)),
      },
      {
        header: words.say("weighting_margins.category"),
        align: "left",
        cell: (one) => cell.text(categoryOf(one, words)),
      },
      { header: words.say("weighting.responses"), cell: (one) => ofShown(one, one.n_responses, "count") },
      {
        header: words.say("weighting_margins.population"),
        cell: (one) => cell.number(one.population, "count"),
      },
      {
        header: words.say("weighting_margins.before"),
        cell: (one) => ofShown(one, ratio(one.sum_entering_weight, one), "ratio"),
      },
      {
        header: words.say("weighting_margins.after"),
        cell: (one) =>
          one.sum_weight === null
            ? cell.missing("suppressed")
            : cell.number(ratio(one.sum_weight, one), "ratio"),
      },
      { header: words.say("column.source"), align: "left", cell: (one) => text(one.margin_source) },
      {
        header: words.say("weighting_margins.reference_date"),
        align: "left",
        cell: (one) => text(one.margin_reference_date),
      },
      {
        header: words.say("weighting_margins.verified_by"),
        align: "left",
        cell: (one) => text(one.margin_verified_by),
      },
    ],
  });
}
