import { z } from "zod";
import { type Block, cell, sentence, table } from "../blocks.ts";
import { estimateColumns } from "../columns.ts";
import { domainName, domainRow } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, estimate, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...domainRow,
  item_code: z.string(),
  item_order: count,
  item_name: z.string(),
  item_name_en: z.string(),
  rate_code: z.enum(["blank", "dont_know"]),
  form_has_dont_know: z.boolean(),
  ...estimate("share_percent"),
  share_percent_n: count.nullable(),
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.item_nonresponse", "round_code", "domain_code", "item_code", "rate_code");

export default definePage({
  title: "item_nonresponse.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 86,
  from: address.from,
  address,
  row,
  note: "item_nonresponse.note",
  blocks(rows, { words }) {
    const of = (level: Row["domain_level"], rate: Row["rate_code"]) =>
      rows.filter((one) => one.domain_level === level && one.rate_code === rate);
    const nation = of("nation", "blank");
    const whole = nation.find((one) => one.item_code === "overall");
    if (whole === undefined) return [];
    const units = of("province", "blank")
      .filter((one) => one.item_code === "overall" && one.share_percent_status !== "no_responses")
      .sort((a, b) => words.locale.compare(domainName(a, words), domainName(b, words)));
    const items = nation.filter((one) => one.item_code !== "overall").sort(byShare);
    const unknown = of("nation", "dont_know").sort(byShare);
    const unknownByUnit = of("province", "dont_know")
      .filter((one) => one.share_percent_status !== "no_responses")
      .sort(byShare);
    return [
      ...inWords(whole, items, words),
      ...(whole.form_has_dont_know ? [] : [sentence([whole], words.say("item_nonresponse.no_dont_know"))]),
      ...rates(units, words.say("item_nonresponse.units"), domainColumn(words), words),
      ...rates(items, words.say("item_nonresponse.items"), itemColumn(words), words),
      ...rates(unknown, words.say("item_nonresponse.unknown"), itemColumn(words), words),
      ...rates(unknownByUnit, words.say("item_nonresponse.unknown_units"), domainColumn(words), words),
    ];
  },
});

const byShare = (a: Row, b: Row) =>
  (b.share_percent ?? -1) - (a.share_percent ?? -1) || a.item_order - b.item_order;

function inWords(whole: Row, [most]: readonly Row[], words: Words): readonly Block[] {
  if (whole.share_percent === null || most === undefined || most.share_percent === null) return [];
  const values = {
    share: whole.share_percent,
    item: words.pick(most.item_name, most.item_name_en),
    most: most.share_percent,
  };
  return [sentence([whole, most], words.say("item_nonresponse.sentence", values))];
}

const domainColumn = (words: Words) => ({
  header: words.say("column.province"),
  isRowHeader: true,
  cell: (one: Row) => cell.text(domainName(one, words)),
});

const itemColumn = (words: Words) => ({
  header: words.say("item_quality.item"),
  isRowHeader: true,
  cell: (one: Row) => cell.text(words.pick(one.item_name, one.item_name_en)),
});

function rates(
  rows: readonly Row[],
  caption: string,
  first: ReturnType<typeof itemColumn>,
  words: Words,
): Block[] {
  if (rows.length === 0) return [];
  return [
    table(rows, {
      idOf: address.idOf,
      caption,
      columns: [first, ...estimateColumns("share_percent", words, "column.share")],
    }),
  ];
}
