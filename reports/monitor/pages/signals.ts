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
    const parts = groupBy(told, ({ signal_code }) => signal_code);
    const listed = told.filter(({ signal_code }) => signal_code !== "fieldwork"); // which has a page of its own
    return [
      ...[...parts].map(([code, ofKind]) => inWords(code, ofKind, words)),
      ...(listed.length === 0 ? [] : [signalTable(listed, words)]),
    ];
  },
});

const key = (row: Row): string => `${row.unit_code} ${row.subject_key} ${row.instrument_code}`;
const inOrder = (a: Row, b: Row): number =>
  kinds.indexOf(a.signal_code) - kinds.indexOf(b.signal_code) || (key(a) < key(b) ? -1 : 1);

const unitName = ({ unit_name, unit_name_en }: Row, words: Words): string =>
  unit_name === null ? words.say("signals.everywhere") : words.pick(unit_name, unit_name_en ?? unit_name);

const namedUnits = 6;

function inWords(code: Row["signal_code"], rows: readonly Row[], words: Words): Block {
  const kind = words.say(`signal.${code}`);
  const all = [...new Set(rows.map((row) => unitName(row, words)))];
  const names = all.slice(0, namedUnits).join(", ");
  const text = words.say("signals.sentence", {
    kind: `${kind.charAt(0).toLocaleUpperCase(words.language)}${kind.slice(1)}`,
    names:
      all.length <= namedUnits ? names : words.say("signals.more", { names, n: all.length - namedUnits }),
  });
  return sentence(rows, text, { isHeadline: true });
}

/** One line for a unit and what it is about, whatever the number of forms: they are mailed to the same persons. */
function signalTable(rows: readonly Row[], words: Words): Block {
  const parts = groupBy(rows, (row) => `${row.signal_code} ${row.unit_code} ${row.subject_key}`);
  const lines = [...parts.values()].map((own) => ({ ...(own[0] as Row), own }));
  return table(lines, {
    caption: words.say("signals.table"),
    shortName: words.say("short.signals.table"),
    columns: [
      { header: words.say("column.unit"), isRowHeader: true, cell: (row) => cell.text(unitName(row, words)) },
      {
        header: words.say("signals.what"),
        align: "left",
        cell: ({ signal_code, subject_key }) => {
          const what = words.say(`signal.${signal_code}`);
          return cell.text(signal_code === "broken_domain" ? `${what}: ${subject_key}` : what);
        },
      },
      {
        header: words.say("monitor.form"),
        align: "left",
        cell: ({ own }) => cell.text(own.map((row) => maybeFormName(row, words)).join("; ")),
      },
      {
        header: words.say("signals.n"),
        cell: ({ own }) => cell.number(Math.max(...own.map(({ n }) => n)), "count"),
      },
    ],
  });
}
