import { z } from "zod";
import { type Block, type Column, cell, sentence, table } from "../blocks.ts";
import { estimateColumns } from "../columns.ts";
import { domainName, domainRow, ownDomain } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, estimate, estimateOf, roundRow } from "../rows.ts";

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
  bundles: ["national", "province"],
  order: 86,
  from: address.from,
  address,
  row,
  note: "item_nonresponse.note",
  blocks(rows, { reader, words }) {
    const own = ownDomain(rows, reader);
    const nation = rows.filter((one) => one.domain_level === "nation");
    const whole = own.find((one) => one.item_code === "overall");
    if (whole === undefined) return [];
    const items = own.filter((one) => isBlank(one) && one.item_code !== "overall").sort(byShare);
    const unknown = own.filter((one) => !isBlank(one)).sort(byShare);
    const isNation = whole.domain_level === "nation";
    const beside = isNation ? [] : [nationColumn(nation, words)];
    const domain = domainName(whole, words);
    return [
      ...inWords(whole, items, words),
      ...(whole.form_has_dont_know ? [] : [sentence([whole], words.say("item_nonresponse.no_dont_know"))]),
      ...(isNation ? unitTable(rows.filter(isBlank), words) : []),
      ...rates(
        items,
        {
          caption: words.say("item_nonresponse.items", { domain }),
          shortName: words.say("short.item_nonresponse.items"),
        },
        [itemColumn(words), ...beside],
        words,
      ),
      ...rates(
        unknown,
        {
          caption: words.say("item_nonresponse.unknown", { domain }),
          shortName: words.say("short.item_nonresponse.unknown"),
        },
        [itemColumn(words), ...beside],
        words,
      ),
      ...(isNation ? unknownTable(rows, words) : []),
    ];
  },
});

const isBlank = ({ rate_code }: Row) => rate_code === "blank";

/** The satisfaction items together, a province a row. */
function unitTable(rows: readonly Row[], words: Words): Block[] {
  const units = answeringProvinces(rows)
    .filter((one) => one.item_code === "overall")
    .sort((a, b) => words.locale.compare(domainName(a, words), domainName(b, words)));
  const names = {
    caption: words.say("item_nonresponse.units"),
    shortName: words.say("short.item_nonresponse.units"),
  };
  return rates(units, names, [domainColumn(words)], words, "byName");
}

function unknownTable(rows: readonly Row[], words: Words): Block[] {
  const unknown = answeringProvinces(rows).filter((one) => !isBlank(one));
  const names = {
    caption: words.say("item_nonresponse.unknown_units"),
    shortName: words.say("short.item_nonresponse.unknown_units"),
  };
  return rates(unknown.sort(byShare), names, [domainColumn(words), itemColumn(words)], words);
}

const answeringProvinces = (rows: readonly Row[]) =>
  rows.filter((one) => one.domain_level === "province" && one.share_percent_status !== "no_responses");

/** The same rate of the nation, beside a province's own. */
const nationColumn = (nation: readonly Row[], words: Words): Column<Row> => ({
  header: words.say("column.nation"),
  cell: (own: Row) => {
    const same = nation.find((one) => one.item_code === own.item_code && one.rate_code === own.rate_code);
    return same === undefined
      ? cell.missing("not_published")
      : cell.estimate(estimateOf(same, "share_percent"));
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

const domainColumn = (words: Words): Column<Row> => ({
  header: words.say("column.province"),
  isRowHeader: true,
  cell: (one: Row) => cell.text(domainName(one, words)),
});

const itemColumn = (words: Words): Column<Row> => ({
  header: words.say("item_quality.item"),
  isRowHeader: true,
  cell: (one: Row) => cell.text(words.pick(one.item_name, one.item_name_en)),
});

/** Sorted by name none of them says more than others; sorted by how often, the first do. */
const onPaper = { byName: { kind: "first", rows: 0 }, byShare: { kind: "first", rows: 10 } } as const;

function rates(
  rows: readonly Row[],
  names: { readonly caption: string; readonly shortName: string },
  first: readonly Column<Row>[],
  words: Words,
  order: keyof typeof onPaper = "byShare",
): Block[] {
  if (rows.length === 0) return [];
  return [
    table(rows, {
      idOf: address.idOf,
      ...names,
      onPaper: onPaper[order],
      columns: [...first, ...estimateColumns("share_percent", words, "column.share")],
    }),
  ];
}
