import { z } from "zod";
import { type Block, type Column, cell, sentence, table } from "../blocks.ts";
import { domainName, domainRow, ownDomain } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...domainRow,
  n_psus: count,
  n_approached: count,
  n_completed: count,
  n_refused: count,
  n_not_contacted: count,
  n_ineligible: count,
  n_unknown: count,
  n_substitutes: count,
  n_valid: count,
  response_rate_percent: nullableNumber, // null: nobody eligible was drawn
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.fieldwork", "round_code", "domain_code");

export default definePage({
  title: "fieldwork.title",
  chapter: "sipas",
  bundles: ["national", "province"],
  order: 70,
  from: address.from,
  address,
  row,
  note: "fieldwork.note",
  blocks(rows, { reader, words }) {
    const [own] = ownDomain(rows, reader);
    if (own === undefined) return [];
    const others = rows
      .filter((other) => other !== own)
      .sort(
        (a, b) => levelOf(a) - levelOf(b) || words.locale.compare(domainName(a, words), domainName(b, words)),
      );
    return [...inWords(own, words), fieldworkTable([own, ...others], words)];
  },
});

/** Provinces stand below what they are parts of. */
const levelOf = ({ domain_level }: Row): number => (domain_level === "province" ? 1 : 0);

function inWords(own: Row, words: Words): readonly Block[] {
  if (own.response_rate_percent === null) return [];
  const text = words.say("fieldwork.sentence", {
    domain: domainName(own, words),
    rate: own.response_rate_percent,
    n: own.n_approached,
  });
  return [sentence([own], text, { isHeadline: true })];
}

function fieldworkTable(rows: readonly Row[], words: Words): Block {
  const counted = (
    header: Parameters<Words["say"]>[0] & `fieldwork.${string}`,
    countOf: (row: Row) => number,
  ): Column<Row> => ({
    header: words.say(header as "fieldwork.valid"),
    cell: (row) => cell.number(countOf(row), "count"),
  });
  return table(rows, {
    idOf: address.idOf,
    caption: words.say("fieldwork.table"),
    shortName: words.say("short.fieldwork.table"),
    onPaper: { kind: "first", rows: rows.filter((row) => levelOf(row) === 0).length || 1 },
    columns: [
      {
        header: words.say("column.domain"),
        isRowHeader: true,
        cell: (row) => cell.text(domainName(row, words)),
      },
      {
        header: words.say("fieldwork.rate"),
        cell: (row) => cell.number(row.response_rate_percent, "percent"),
      },
      counted("fieldwork.approached", (row) => row.n_approached),
      counted("fieldwork.completed", (row) => row.n_completed),
      counted("fieldwork.refused", (row) => row.n_refused),
      counted("fieldwork.not_contacted", (row) => row.n_not_contacted),
      counted("fieldwork.ineligible", (row) => row.n_ineligible),
      counted("fieldwork.unknown", (row) => row.n_unknown),
      counted("fieldwork.substitutes", (row) => row.n_substitutes),
      counted("fieldwork.valid", (row) => row.n_valid),
      counted("fieldwork.psus", (row) => row.n_psus),
    ],
    isStrong: (row) => row.domain_level === "nation",
  });
}
