import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, cell, figure, table } from "../blocks.ts";
import { shareBars } from "../charts/shareBars.ts";
import { estimateColumns } from "../columns.ts";
import { domainName, domainRow, ownDomain } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, estimate, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...domainRow,
  block_code: z.enum([
    "interest",
    "channel",
    "participation",
    "harassment",
    "bribe",
    "submission_mode",
    "information_mode",
    "experience",
    "need",
  ]),
  item_code: z.string(),
  item_order: count,
  item_name: z.string(),
  item_name_en: z.string(),
  option_code: z.string(),
  option_order: count,
  option_name: z.string(),
  option_name_en: z.string(),
  ...estimate("share_percent"),
  share_percent_n: count.nullable(), // null when suppressed
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.perceptions", "round_code", "domain_code", "item_code", "option_code");

export default definePage({
  title: "perceptions.title",
  chapter: "sipas",
  bundles: ["national", "province"],
  order: 45,
  from: address.from,
  address,
  row,
  note: "perceptions.note",
  blocks(rows, { reader, words }) {
    const own = ownDomain(rows, reader).sort(
      (a, b) => a.item_order - b.item_order || a.option_order - b.option_order,
    );
    return [...groupBy(own, ({ block_code }) => block_code).values()].flatMap((block) => [
      ...(block.some(({ share_percent }) => share_percent !== null) ? [chart(block, words)] : []),
      answers(block, words),
    ]);
  },
});

const itemName = (row: Row, words: Words): string => words.pick(row.item_name, row.item_name_en);
const optionName = (row: Row, words: Words): string => words.pick(row.option_name, row.option_name_en);

function chart(block: readonly Row[], words: Words): Block {
  const first = block[0] as Row;
  const options = groupBy(block, ({ option_code }) => option_code);
  const inOrder = [...options.values()]
    .map((rows) => rows[0] as Row)
    .sort((a, b) => a.option_order - b.option_order);
  return figure(block, {
    title: words.say(`perceptions.${first.block_code}`),
    subtitle: words.say("perceptions.subtitle", { domain: domainName(first, words) }),
    description: words.say("perceptions.description", {
      n: new Set(block.map(({ item_code }) => item_code)).size,
    }),
    chart: shareBars(
      block.flatMap((row) =>
        row.share_percent === null
          ? []
          : [
              {
                label: itemName(row, words),
                option: optionName(row, words),
                order: row.option_order,
                value: row.share_percent,
                valueLabel: words.locale.number(row.share_percent, 1),
              },
            ],
      ),
      {
        axisTitle: words.say("perceptions.axis"),
        options: [...new Set(inOrder.map((row) => optionName(row, words)))],
      },
    ),
  });
}

function answers(block: readonly Row[], words: Words): Block {
  const first = block[0] as Row;
  return table<Row>(block, {
    idOf: address.idOf,
    caption: words.say("perceptions.table", {
      block: words.say(`perceptions.${first.block_code}`),
      domain: domainName(first, words),
    }),
    shortName: words.say(`short.perceptions.${first.block_code}`),
    columns: [
      { header: words.say("column.item"), isRowHeader: true, cell: (row) => cell.text(itemName(row, words)) },
      { header: words.say("column.option"), align: "left", cell: (row) => cell.text(optionName(row, words)) },
      ...estimateColumns("share_percent", words, "column.share"),
    ],
  });
}
