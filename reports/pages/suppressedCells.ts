import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, type Column, cell, sentence, table } from "../blocks.ts";
import { domainName, domainRow } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...domainRow,
  cell_code: z.string(),
  option_code: z.string(), // empty: the whole question
  table_code: z.enum(["satisfaction", "perceptions", "respondents"]),
  cell_order: count,
  cell_name: z.string(),
  cell_name_en: z.string(),
  option_name: z.string().nullable(), // null: the whole question is withheld
  option_name_en: z.string().nullable(),
  reason_code: z.enum(["too_few", "dominated", "protects", "differs"]),
});
type Row = z.output<typeof row>;

const address = rowAddress(
  "marts.suppressed_cells",
  "round_code",
  "domain_code",
  "table_code",
  "cell_code",
  "option_code",
);

export default definePage({
  title: "suppressed.title",
  chapter: "sipas",
  bundles: ["national", "province"],
  order: 95,
  from: address.from,
  address,
  row,
  note: "suppressed.note",
  blocks(rows, { reader, words }) {
    const own = reader.kind === "national" ? rows : rows.filter(({ unit_code }) => unit_code !== null);
    if (own.length === 0) return [];
    const because = (reason: Row["reason_code"]) => own.filter(({ reason_code }) => reason_code === reason);
    const said = {
      n: own.length,
      few: because("too_few").length,
      protects: because("protects").length,
    };
    const dominated = because("dominated");
    const differ = because("differs");
    return [
      sentence(own, words.say("suppressed.sentence", said)),
      ...(dominated.length === 0
        ? []
        : [sentence(dominated, words.say("suppressed.dominate", { n: dominated.length }))]),
      ...(differ.length === 0
        ? []
        : [sentence(differ, words.say("suppressed.differ", { n: differ.length }))]),
      reader.kind === "national" ? byTable(own, words) : cellByCell(own, words),
    ];
  },
});

const tableOrder = ["satisfaction", "perceptions", "respondents"];
const tableName = ({ table_code }: Row, words: Words): string => words.say(`suppressed.${table_code}`);

interface Counted {
  readonly provenance: Row["provenance"];
  readonly first: Row;
  readonly n: number;
  readonly nDomains: number;
}

/** The nation's report counts; which figures they are stands in each province's report and in the open data. */
function byTable(rows: readonly Row[], words: Words): Block {
  const counted = [...groupBy(rows, ({ table_code, reason_code }) => `${table_code} ${reason_code}`).values()]
    .map((own): Counted => {
      const first = own[0] as Row;
      const nDomains = new Set(own.map(({ domain_level, domain_name }) => `${domain_level} ${domain_name}`))
        .size;
      return { provenance: first.provenance, first, n: own.length, nDomains };
    })
    .sort(
      (a, b) =>
        tableOrder.indexOf(a.first.table_code) - tableOrder.indexOf(b.first.table_code) ||
        (a.first.reason_code < b.first.reason_code ? 1 : -1),
    );
  return table<Counted>(counted, {
    caption: words.say("suppressed.table"),
    shortName: words.say("short.suppressed.table"),
    columns: [
      {
        header: words.say("suppressed.where"),
        isRowHeader: true,
        cell: ({ first }) => cell.text(tableName(first, words)),
      },
      { header: words.say("suppressed.why"), align: "left", cell: ({ first }) => reason(first, words) },
      { header: words.say("suppressed.figures"), cell: ({ n }) => cell.number(n, "count") },
      { header: words.say("suppressed.domains"), cell: ({ nDomains }) => cell.number(nDomains, "count") },
    ],
  });
}

function cellByCell(rows: readonly Row[], words: Words): Block {
  const sorted = [...rows].sort(
    (a, b) =>
      tableOrder.indexOf(a.table_code) - tableOrder.indexOf(b.table_code) ||
      a.cell_order - b.cell_order ||
      ((a.option_name ?? "") < (b.option_name ?? "") ? -1 : 1),
  );
  const first = sorted[0] as Row;
  return table<Row>(sorted, {
    idOf: address.idOf,
    caption: words.say("suppressed.own_table", { domain: domainName(first, words) }),
    shortName: words.say("short.suppressed.own_table"),
    columns: [
      { header: words.say("column.item"), isRowHeader: true, cell: (own) => cell.text(cellName(own, words)) },
      ...(
        [
          ["suppressed.where", (own) => cell.text(tableName(own, words))],
          ["suppressed.why", (own) => reason(own, words)],
        ] as const satisfies readonly (readonly [string, Column<Row>["cell"]])[]
      ).map(([header, write]): Column<Row> => ({ header: words.say(header), align: "left", cell: write })),
    ],
  });
}

const reason = ({ reason_code }: Row, words: Words) => cell.text(words.say(`suppressed.${reason_code}`));

function cellName(own: Row, words: Words): string {
  const name = words.pick(own.cell_name, own.cell_name_en);
  const { option_name, option_name_en } = own;
  return option_name === null || option_name_en === null
    ? name
    : `${name}: ${words.pick(option_name, option_name_en)}`;
}
