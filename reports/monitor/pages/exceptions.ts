import { z } from "zod";
import { groupBy } from "../../../models/groupBy.ts";
import { type Block, cell, sentence, table } from "../../blocks.ts";
import type { Words } from "../../messages/words.ts";
import { definePage } from "../../page.ts";
import { roundRow } from "../../rows.ts";
import { maybeFormName } from "../rows.ts";

const row = z.object({
  ...roundRow,
  instrument_code: z.string(),
  form_name: z.string().nullable(), // null: a poll or a question
  form_name_en: z.string().nullable(),
  exception_code: z.enum([
    "no_token",
    "unknown_token",
    "second_answer",
    "before_opening",
    "after_closing",
    "unknown_unit",
    "two_units",
    "listed_twice",
    "unknown_group",
    "delivery_without_person",
    "unknown_delivery_status",
    "poll_closes_before_opening",
    "poll_answer_unknown",
    "answered_before_asked",
  ]),
  exception_key: z.string(),
  unit_code: z.string().nullable(), // "none": it can be given to no unit
  is_excluded: z.boolean(),
});
type Row = z.output<typeof row>;

/** Keys of a long list that still stand in its line. */
const shownKeys = 5;

export default definePage({
  title: "exceptions.title",
  chapter: "monitor",
  bundles: ["national", "province", "ministry"],
  order: 70,
  from: "marts.participation_exceptions",
  row,
  note: "exceptions.note",
  blocks(rows, { reader, words }) {
    const [first] = rows;
    if (first === undefined) return [];
    const domain =
      reader.kind === "national"
        ? words.say("monitor.national")
        : words.pick(reader.unit_name, reader.unit_name_en);
    const kinds = [
      ...groupBy(
        rows,
        ({ instrument_code, exception_code }) => `${exception_code} ${instrument_code}`,
      ).values(),
    ];
    kinds.sort((a, b) => b.length - a.length || (name(a) < name(b) ? -1 : 1));
    const values = { n: rows.length, kinds: new Set(rows.map(({ exception_code }) => exception_code)).size };
    return [
      sentence(rows, words.say("exceptions.sentence", values), { isHeadline: true }),
      kindTable(kinds, domain, words),
    ];
  },
});

const name = ([row]: readonly Row[]): string => `${row?.exception_code} ${row?.instrument_code}`;

function kindTable(kinds: readonly (readonly Row[])[], domain: string, words: Words): Block {
  const lines = kinds.map((rows) => ({ ...(rows[0] as Row), rows }));
  return table(lines, {
    caption: words.say("exceptions.table", { domain }),
    shortName: words.say("short.exceptions.table"),
    columns: [
      {
        header: words.say("exceptions.kind"),
        isRowHeader: true,
        cell: ({ exception_code }) => cell.text(words.say(`exception.${exception_code}`)),
      },
      {
        header: words.say("monitor.form"),
        align: "left",
        cell: (row) => cell.text(maybeFormName(row, words)),
      },
      { header: words.say("exceptions.n"), cell: ({ rows }) => cell.number(rows.length, "count") },
      {
        header: words.say("exceptions.excluded"),
        cell: ({ rows }) => cell.number(rows.filter(({ is_excluded }) => is_excluded).length, "count"),
      },
      {
        header: words.say("exceptions.keys"),
        align: "left",
        cell: ({ rows }) => cell.text(keysOf(rows, words)),
      },
    ],
  });
}

function keysOf(rows: readonly Row[], words: Words): string {
  const all = rows.map(({ exception_key }) => exception_key).sort();
  const keys = all.slice(0, shownKeys).join(", ");
  return all.length <= shownKeys ? keys : words.say("exceptions.more", { keys, n: all.length - shownKeys });
}
