import { z } from "zod";
import { type Block, cell, sentence, table } from "../blocks.ts";
import { domainRow } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, estimate, estimateOf, nullableNumber, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...domainRow,
  factor_code: z.string(),
  factor_order: count,
  factor_name: z.string(),
  factor_name_en: z.string(),
  item_code: z.string(), // "-" for the factor itself
  item_name: z.string().nullable(),
  item_name_en: z.string().nullable(),
  ...estimate("alpha"),
  alpha_n: count.nullable(),
  first_share: nullableNumber,
  second_share: nullableNumber,
  item_rest: nullableNumber,
  alpha_if_dropped: nullableNumber, // null with fewer than three items
  loading: nullableNumber, // null where no one-factor model was made
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.item_quality", "round_code", "domain_code", "factor_code", "item_code");

export default definePage({
  title: "item_quality.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 84,
  from: address.from,
  address,
  row,
  note: "item_quality.note",
  blocks(rows, { words }) {
    const nation = rows
      .filter((one) => one.domain_level === "nation")
      .sort((a, b) => a.factor_order - b.factor_order);
    const factors = nation.filter((one) => one.item_code === "-" && one.factor_code !== "overall");
    const items = nation.filter((one) => one.item_code !== "-" && one.factor_code !== "overall");
    if (factors.length === 0) return [];
    return [...inWords(nation, words), factorTable(factors, words), itemTable(items, words)];
  },
});

function inWords(nation: readonly Row[], words: Words): readonly Block[] {
  const [whole] = nation.filter((one) => one.item_code === "-" && one.factor_code === "overall");
  if (whole === undefined || whole.first_share === null || whole.second_share === null) return [];
  const values = { n: whole.alpha_n ?? 0, first: 100 * whole.first_share, second: 100 * whole.second_share };
  return [sentence([whole], words.say("item_quality.sentence", values))];
}

const share = (value: number | null) => cell.number(value === null ? null : 100 * value, "percent");

function factorTable(rows: readonly Row[], words: Words): Block {
  return table(rows, {
    idOf: address.idOf,
    caption: words.say("item_quality.factors"),
    shortName: words.say("short.item_quality.factors"),
    columns: [
      {
        header: words.say("item_quality.factor"),
        isRowHeader: true,
        cell: (one) => cell.text(words.pick(one.factor_name, one.factor_name_en)),
      },
      {
        header: words.say("item_quality.alpha"),
        cell: (one) => cell.estimate(estimateOf(one, "alpha"), "ratio"),
      },
      {
        header: words.say("item_quality.low"),
        cell: (one) =>
          one.alpha_low === null ? cell.missing(one.alpha_status) : cell.number(one.alpha_low, "ratio"),
      },
      {
        header: words.say("item_quality.high"),
        cell: (one) =>
          one.alpha_high === null ? cell.missing(one.alpha_status) : cell.number(one.alpha_high, "ratio"),
      },
      {
        header: words.say("column.df"),
        cell: (one) =>
          one.alpha_df === null ? cell.missing(one.alpha_status) : cell.number(one.alpha_df, "df"),
      },
      {
        header: words.say("column.responses"),
        cell: (one) =>
          one.alpha_n === null ? cell.missing(one.alpha_status) : cell.number(one.alpha_n, "count"),
      },
      { header: words.say("item_quality.first"), cell: (one) => share(one.first_share) },
      { header: words.say("item_quality.second"), cell: (one) => share(one.second_share) },
    ],
  });
}

function itemTable(rows: readonly Row[], words: Words): Block {
  return table(rows, {
    idOf: address.idOf,
    caption: words.say("item_quality.items"),
    shortName: words.say("short.item_quality.items"),
    onPaper: { kind: "first", rows: 0 },
    columns: [
      {
        header: words.say("item_quality.item"),
        isRowHeader: true,
        cell: (one) =>
          cell.text(words.pick(one.item_name ?? one.item_code, one.item_name_en ?? one.item_code)),
      },
      {
        header: words.say("item_quality.factor"),
        align: "left",
        cell: (one) => cell.text(words.pick(one.factor_name, one.factor_name_en)),
      },
      { header: words.say("item_quality.rest"), cell: (one) => cell.number(one.item_rest, "ratio") },
      {
        header: words.say("item_quality.dropped"),
        cell: (one) => orNone(one, one.alpha_if_dropped),
      },
      { header: words.say("item_quality.loading"), cell: (one) => orNone(one, one.loading) },
    ],
  });
}

/** Two items have no alpha without one of them, and no factor model. */
function orNone({ alpha_status }: Row, value: number | null) {
  if (value !== null) return cell.number(value, "ratio");
  return alpha_status === "ok" ? cell.notApplicable() : cell.missing(alpha_status);
}
