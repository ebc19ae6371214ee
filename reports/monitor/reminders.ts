import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Column, cell, table } from "../blocks.ts";
import type { Document } from "../document.ts";
import type { Words } from "../messages/words.ts";
import { provenance, provenancesOf } from "../provenance.ts";
import type { Reader, UnitReader } from "../reader.ts";
import { count } from "../rows.ts";
import type { MartRow } from "../sections.ts";
import { writeWorkbook } from "../workbook/writeWorkbook.ts";
import { defineWriter, fileName, type ReportTools, type Writer } from "../writer.ts";
import { formName } from "./rows.ts";

const row = z.object({
  round_code: z.string(),
  instrument_code: z.string(),
  form_name: z.string(),
  form_name_en: z.string(),
  unit_level: z.enum(["ministry", "province"]),
  unit_code: z.string(),
  participant_key: z.string(),
  group_name: z.string().nullable(), // null: no group
  group_name_en: z.string().nullable(),
  reminder_code: z.enum(["not_invited", "mend_address", "not_started", "not_submitted"]),
  mail_domain: z.string().nullable(), // null: on paper, or nothing was sent
  failure_kind: z.enum(["wrong_address", "mailbox_full", "rejected", "blocked", "unspecified"]).nullable(),
  n_mails: count,
  last_sent_date: z.iso.date().nullable(), // null: never
  provenance,
});
type Row = z.output<typeof row>;

/**
 * Beside a unit's pages, whom it has to remind and whose address to mend: a workbook of tokens, one sheet a form; none where
 * there is nobody. Only rows of the unit are read, and the nation gets none.
 */
export function remindersWriter(rows: readonly MartRow[]): Writer {
  const documentOf = (reader: Reader | null, words: Words): Document | null => {
    if (reader === null || reader.kind === "national") return null;
    const own = rows.filter(
      (each) => each["unit_code"] === reader.unit_code && each["unit_level"] === reader.kind,
    );
    return own.length === 0 ? null : remindersDocument(z.array(row).parse(own), reader, words);
  };
  return defineWriter({
    names: ({ reader }, tools) => {
      const document = documentOf(reader, tools.words);
      return document === null
        ? []
        : [{ href: nameOf(document, tools), text: tools.words.say("reminders.download") }];
    },
    write: async ({ reader }, tools) => {
      const document = documentOf(reader, tools.words);
      return document === null
        ? []
        : [{ path: nameOf(document, tools), bytes: await writeWorkbook([document], tools) }];
    },
  });
}

const nameOf = (document: Document, tools: Pick<ReportTools, "suffix">): string =>
  fileName("can-nhac", "xlsx", document, tools);

function remindersDocument(own: readonly Row[], reader: UnitReader, words: Words): Document {
  const forms = [...groupBy(own, (each) => `${each.round_code} ${each.instrument_code}`).entries()];
  forms.sort(([a], [b]) => (a < b ? -1 : 1));
  const blocks = forms.map(([, form]) =>
    table([...form].sort(inOrder), {
      caption: words.say("reminders.table", { form: formName(form[0] as Row, words), n: form.length }),
      shortName: words.say("short.reminders.table"),
      columns: columns(words),
    }),
  );
  return {
    path: "",
    title: words.say("reminders.title"),
    subtitle: words.pick(reader.unit_name, reader.unit_name_en),
    isIllustrative: own.some((each) => each.provenance === "illustrative"),
    home: null,
    siblings: [],
    sections: [
      {
        id: "reminders",
        title: words.say("reminders.title"),
        kicker: null,
        note: words.say("reminders.note"),
        provenance: provenancesOf(blocks),
        blocks,
      },
    ],
  };
}

const kinds: readonly Row["reminder_code"][] = [
  "mend_address",
  "not_invited",
  "not_submitted",
  "not_started",
];
const inOrder = (a: Row, b: Row): number =>
  kinds.indexOf(a.reminder_code) - kinds.indexOf(b.reminder_code) ||
  (a.participant_key < b.participant_key ? -1 : 1);

function columns(words: Words): readonly Column<Row>[] {
  return [
    {
      header: words.say("reminders.token"),
      isRowHeader: true,
      cell: (each) => cell.text(each.participant_key),
    },
    {
      header: words.say("reminders.what"),
      align: "left",
      cell: (each) => cell.text(words.say(`reminders.${each.reminder_code}`)),
    },
    {
      header: words.say("standing.group"),
      align: "left",
      cell: ({ group_name, group_name_en }) =>
        cell.text(
          group_name === null
            ? words.say("monitor.ungrouped")
            : words.pick(group_name, group_name_en ?? group_name),
        ),
    },
    {
      header: words.say("mail_failures.domain"),
      align: "left",
      cell: ({ mail_domain }) =>
        mail_domain === null ? cell.absent(words.say("reminders.on_paper")) : cell.text(mail_domain),
    },
    {
      header: words.say("mail_failures.kind"),
      align: "left",
      cell: ({ failure_kind }) =>
        failure_kind === null ? cell.notApplicable() : cell.text(words.say(`failure.${failure_kind}`)),
    },
    { header: words.say("reminders.mails"), cell: ({ n_mails }) => cell.number(n_mails, "count") },
    {
      header: words.say("reminders.last"),
      align: "left",
      cell: ({ last_sent_date }) =>
        cell.text(last_sent_date === null ? words.say("reminders.never") : words.locale.date(last_sent_date)),
    },
  ];
}
