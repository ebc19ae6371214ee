import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, type Cell, cell, table } from "../blocks.ts";
import { domainName, domainRow, ownDomain } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow, status } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...domainRow,
  item_code: z.string(),
  item_order: count,
  item_name: z.string(),
  item_name_en: z.string(),
  option_code: z.string(),
  option_order: count,
  option_name: z.string(),
  option_name_en: z.string(),
  n_responses: count.nullable(), // null: suppressed, with both shares
  share_percent: nullableNumber,
  weighted_percent: nullableNumber, // null too where few persons hold most of the weight
  n_status: status,
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.respondents", "round_code", "domain_code", "item_code", "option_code");

export default definePage({
  title: "respondents.title",
  chapter: "sipas",
  bundles: ["national", "province"],
  order: 90,
  from: address.from,
  address,
  row,
  note: "respondents.note",
  blocks(rows, { reader, words }) {
    const own = ownDomain(rows, reader).sort(
      (a, b) => a.item_order - b.item_order || a.option_order - b.option_order,
    );
    return [...groupBy(own, ({ item_code }) => item_code).values()].map((options) => profile(options, words));
  },
});

function profile(options: readonly Row[], words: Words): Block {
  const first = options[0] as Row;
  const shown = (row: Row, value: number | null, format: "count" | "share"): Cell =>
    row.n_status === "ok" && value !== null ? cell.number(value, format) : cell.missing("suppressed");
  return table(options, {
    idOf: address.idOf,
    caption: words.say("respondents.table", {
      item: words.pick(first.item_name, first.item_name_en).toLocaleLowerCase(words.language),
      domain: domainName(first, words),
    }),
    shortName: words.pick(first.item_name, first.item_name_en),
    columns: [
      {
        header: words.pick(first.item_name, first.item_name_en),
        isRowHeader: true,
        cell: (row) => cell.text(words.pick(row.option_name, row.option_name_en)),
      },
      { header: words.say("column.count"), cell: (row) => shown(row, row.n_responses, "count") },
      { header: words.say("column.share"), cell: (row) => shown(row, row.share_percent, "share") },
      { header: words.say("column.weighted"), cell: (row) => shown(row, row.weighted_percent, "share") },
    ],
  });
}
