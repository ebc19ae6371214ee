import { z } from "zod";
import { type Block, type Cell, type Column, cell, sentence, table } from "../../blocks.ts";
import type { Words } from "../../messages/words.ts";
import { definePage } from "../../page.ts";
import { count, nullableNumber, roundRow } from "../../rows.ts";
import { domainOf, monitorDomain, ownRows, unitRows } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...monitorDomain,
  topic: z.string(), // "all" for every topic together
  n_asked: count,
  n_answered: count,
  n_open: count,
  n_overdue: count.nullable(), // null: no limit, or no day to tell it on
  in_time_percent: nullableNumber, // null: see its status
  in_time_status: z.enum(["ok", "no_limit", "none_due"]),
  median_days: nullableNumber, // null: none is answered yet
});
type Row = z.output<typeof row>;

export default definePage({
  title: "questions.title",
  chapter: "monitor",
  bundles: ["national", "province", "ministry"],
  order: 90,
  from: "marts.questions_answered",
  row,
  note: "questions.note",
  blocks(rows, { reader, words }) {
    const own = ownRows(rows, reader).sort(allLast);
    const whole = own.find(isWhole);
    if (whole === undefined) return [];
    return [
      inWords(whole, words),
      table(own, {
        caption: words.say("questions.table", { domain: domainOf(whole, words) }),
        shortName: words.say("short.questions.table"),
        columns: [topicColumn(words), ...figureColumns(words)],
        isStrong: isWhole,
      }),
      ...(reader.kind === "national" ? unitTable(unitRows(rows).filter(isWhole), words) : []),
    ];
  },
});

const isWhole = ({ topic }: Row): boolean => topic === "all";
const allLast = (a: Row, b: Row): number =>
  Number(isWhole(a)) - Number(isWhole(b)) || b.n_asked - a.n_asked || (a.topic < b.topic ? -1 : 1);

function inWords(whole: Row, words: Words): Block {
  const values = { asked: whole.n_asked, answered: whole.n_answered, open: whole.n_open };
  return sentence([whole], words.say("questions.sentence", values), { isHeadline: true });
}

function unitTable(units: readonly Row[], words: Words): readonly Block[] {
  if (units.length === 0) return [];
  const ordered = [...units].sort(
    (a, b) =>
      (b.n_overdue ?? 0) - (a.n_overdue ?? 0) ||
      b.n_open - a.n_open ||
      (a.domain_code < b.domain_code ? -1 : 1),
  );
  return [
    table(ordered, {
      caption: words.say("questions.units"),
      shortName: words.say("short.questions.units"),
      columns: [
        {
          header: words.say("column.unit"),
          isRowHeader: true,
          cell: (row) => cell.text(domainOf(row, words)),
        },
        ...figureColumns(words),
      ],
    }),
  ];
}

function topicColumn(words: Words): Column<Row> {
  return {
    header: words.say("questions.topic"),
    isRowHeader: true,
    cell: (row) => cell.text(isWhole(row) ? words.say("questions.all") : row.topic),
  };
}

function figureColumns(words: Words): readonly Column<Row>[] {
  return [
    { header: words.say("questions.asked"), cell: (row) => cell.number(row.n_asked, "count") },
    { header: words.say("questions.answered"), cell: (row) => cell.number(row.n_answered, "count") },
    { header: words.say("questions.open"), cell: (row) => cell.number(row.n_open, "count") },
    {
      header: words.say("questions.overdue"),
      cell: (row) => (row.n_overdue === null ? noShare(row, words) : cell.number(row.n_overdue, "count")),
    },
    {
      header: words.say("questions.in_time"),
      cell: (row) =>
        row.in_time_percent === null ? noShare(row, words) : cell.number(row.in_time_percent, "share"),
    },
    {
      header: words.say("questions.days"),
      cell: (row) =>
        row.median_days === null
          ? cell.absent(words.say("questions.none_answered"))
          : cell.number(row.median_days, "share"),
    },
  ];
}

function noShare({ in_time_status }: Row, words: Words): Cell {
  return in_time_status === "ok" ? cell.absent(null) : cell.absent(words.say(`questions.${in_time_status}`));
}
