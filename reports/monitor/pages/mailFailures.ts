import { z } from "zod";
import { groupBy } from "../../../models/groupBy.ts";
import { type Block, cell, sentence, table } from "../../blocks.ts";
import type { Words } from "../../messages/words.ts";
import { definePage } from "../../page.ts";
import { domainOf, formName, type MailFailure, mailFailureRow, ownRows, unitRows } from "../rows.ts";

const listedUnits = 15;

export default definePage({
  title: "mail_failures.title",
  chapter: "monitor",
  bundles: ["national", "province", "ministry"],
  order: 40,
  from: "marts.mail_failures",
  row: z.object(mailFailureRow),
  note: "mail_failures.note",
  blocks(rows, { reader, words }) {
    const own = ownRows(rows, reader).sort(worstFirst);
    const [first] = own;
    if (first === undefined) return [];
    return [
      ...brokenDomains(own, words),
      ...groups(own).map((form) =>
        sentence(
          form,
          words.say("mail_failures.sentence", {
            n: total(form),
            form: formName(form[0] as MailFailure, words),
          }),
        ),
      ),
      failureTable(own, domainOf(first, words), words),
      ...(reader.kind === "national" ? worstUnits(unitRows(rows), words) : []),
    ];
  },
});

const total = (rows: readonly MailFailure[]): number =>
  rows.reduce((sum, { n_failing }) => sum + n_failing, 0);
const text = (row: MailFailure): string => `${row.instrument_code} ${row.mail_domain} ${row.failure_kind}`;
const worstFirst = (a: MailFailure, b: MailFailure): number =>
  Number(b.is_domain_broken) - Number(a.is_domain_broken) ||
  b.n_failing - a.n_failing ||
  (text(a) < text(b) ? -1 : 1);

const groups = (rows: readonly MailFailure[]) => [
  ...groupBy(rows, ({ instrument_code }) => instrument_code).values(),
];

/** One sentence for each broken domain, from the form that most do not get: it is somebody's to mend today. */
function brokenDomains(own: readonly MailFailure[], words: Words): readonly Block[] {
  const broken = own.filter((row) => row.is_domain_broken && row.first_failed_date !== null);
  const parts = groupBy(broken, ({ mail_domain }) => mail_domain);
  return [...parts.values()].map((ofDomain) => {
    const rows = groups(ofDomain).reduce((worst, form) => (total(form) > total(worst) ? form : worst));
    const row = rows[0] as MailFailure;
    const day = rows.map(({ first_failed_date }) => first_failed_date as string).sort()[0] as string;
    const said = words.say("mail_failures.broken", {
      mail_domain: row.mail_domain,
      day,
      n: total(rows),
      sent: row.n_sent,
    });
    return sentence(rows, said, { isHeadline: true });
  });
}

function failureTable(own: readonly MailFailure[], domain: string, words: Words): Block {
  return table(own, {
    caption: words.say("mail_failures.table", { domain }),
    shortName: words.say("short.mail_failures.table"),
    columns: [
      {
        header: words.say("mail_failures.domain"),
        isRowHeader: true,
        cell: ({ mail_domain }) =>
          cell.text(mail_domain === "none" ? words.say("mail_failures.no_domain") : mail_domain),
      },
      { header: words.say("monitor.form"), align: "left", cell: (row) => cell.text(formName(row, words)) },
      {
        header: words.say("mail_failures.kind"),
        align: "left",
        cell: ({ failure_kind }) => cell.text(words.say(`failure.${failure_kind}`)),
      },
      { header: words.say("mail_failures.n"), cell: ({ n_failing }) => cell.number(n_failing, "count") },
      { header: words.say("mail_failures.sent"), cell: ({ n_sent }) => cell.number(n_sent, "count") },
      {
        header: words.say("mail_failures.percent"),
        cell: ({ failing_percent }) => cell.number(failing_percent, "share"),
      },
      {
        header: words.say("mail_failures.since"),
        cell: ({ first_failed_date }) =>
          first_failed_date === null ? cell.absent(null) : cell.text(words.locale.date(first_failed_date)),
      },
    ],
    isStrong: ({ is_domain_broken }) => is_domain_broken,
  });
}

/** The units with most such persons, form by form: mail of several forms goes to the same persons and never adds. */
function worstUnits(rows: readonly MailFailure[], words: Words): readonly Block[] {
  const parts = [
    ...groupBy(rows, (row) => `${row.instrument_code} ${row.domain_level} ${row.domain_code}`).values(),
  ];
  const units = parts.map((own) => ({ ...(own[0] as MailFailure), n_failing: total(own) }));
  units.sort((a, b) => b.n_failing - a.n_failing || (a.domain_code < b.domain_code ? -1 : 1));
  if (units.length === 0) return [];
  return [
    table(units.slice(0, listedUnits), {
      caption: words.say("mail_failures.units"),
      shortName: words.say("short.mail_failures.units"),
      columns: [
        {
          header: words.say("column.unit"),
          isRowHeader: true,
          cell: (row) => cell.text(domainOf(row, words)),
        },
        { header: words.say("monitor.form"), align: "left", cell: (row) => cell.text(formName(row, words)) },
        { header: words.say("mail_failures.n"), cell: ({ n_failing }) => cell.number(n_failing, "count") },
      ],
    }),
  ];
}
