import { z } from "zod";
import { groupBy } from "../../../models/groupBy.ts";
import { type Block, cell, sentence, table } from "../../blocks.ts";
import type { Words } from "../../messages/words.ts";
import { definePage } from "../../page.ts";
import { count, roundRow } from "../../rows.ts";
import { maybeFormName } from "../rows.ts";

/** In the order in which somebody should look. */
const kinds = ["broken_domain", "not_invited", "silent", "misses_target", "fieldwork", "exception"] as const;

const row = z.object({
  ...roundRow,
  instrument_code: z.string(),
  form_name: z.string().nullable(), // null: a poll or a question
  form_name_en: z.string().nullable(),
  signal_code: z.enum(kinds),
  unit_code: z.string().nullable(), // "none": it can be given to no unit
  unit_name: z.string().nullable(), // null: the same
  unit_name_en: z.string().nullable(),
  subject_key: z.string(),
  n: count,
});
type Row = z.output<typeof row>;

export default definePage({
  title: "signals.title",
  chapter: "monitor",
  bundles: ["national", "province", "ministry"],
  order: 5,
  from: "marts.participation_signals",
  row,
  note: "signals.note",
  blocks(rows, { words }) {
    const told = rows.filter(({ signal_code }) => signal_code !== "exception").sort(inOrder);
    if (told.length === 0) return [];
    const parts = groupBy(told, ({ signal_code }) => signal_code);
    return [...[...parts].map(([code, ofKind]) => inWords(code, ofKind, words)), signalTable(told, words)];
  },
});

const key = (row: Row): string => `${row.unit_code} ${row.instrument_code} ${row.subject_key}`;
const inOrder = (a: Row, b: Row): number =>
  kinds.indexOf(a.signal_code) - kinds.indexOf(b.signal_code) || b.n - a.n || (key(a) < key(b) ? -1 : 1);

function inWords(code: Row["signal_code"], rows: readonly Row[], words: Words): Block {
  const kind = words.say(`signal.${code}`);
  const text = words.say("signals.sentence", {
    kind: `${kind.charAt(0).toLocaleUpperCase(words.language)}${kind.slice(1)}`,
    n: new Set(rows.map(({ unit_code }) => unit_code)).size,
  });
  return sentence(rows, text, { isHeadline: true });
}

function signalTable(rows: readonly Row[], words: Words): Block {
  return table(rows, {
    caption: words.say("signals.table"),
    columns: [
      {
        header: words.say("column.unit"),
        isRowHeader: true,
        cell: ({ unit_name, unit_name_en }) =>
          cell.text(
            unit_name === null
              ? words.say("signals.everywhere")
              : words.pick(unit_name, unit_name_en ?? unit_name),
          ),
      },
      {
        header: words.say("signals.what"),
        align: "left",
        cell: ({ signal_code }) => cell.text(words.say(`signal.${signal_code}`)),
      },
      {
        header: words.say("signals.subject"),
        align: "left",
        cell: ({ signal_code, subject_key }) =>
          cell.text(signal_code === "broken_domain" || signal_code === "fieldwork" ? subject_key : "–"),
      },
      {
        header: words.say("monitor.form"),
        align: "left",
        cell: (row) => cell.text(maybeFormName(row, words)),
      },
      { header: words.say("signals.n"), cell: ({ n }) => cell.number(n, "count") },
    ],
  });
}
