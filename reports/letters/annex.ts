import { type Column, cell, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { formName, participationPercent, type UnitForm } from "../monitor/rows.ts";
import { placeOf } from "./addressee.ts";
import type { Annex } from "./letter.ts";
import { countedTo, type Standing, worstMail } from "./standing.ts";

/** The figures that the letter speaks of, form by form, group by group and by mail domain. */
export function annexOf(standing: Standing, issuer: string, words: Words): Annex {
  const { forms, groups, unit, round } = standing;
  const as_of = countedTo(standing);
  const failures = worstMail(standing);
  const [document] = forms.filter((row) => row.document !== null);
  return {
    title: words.say("letter.annex_title", { round, unit: placeOf(unit, words) }),
    of: words.say("letter.annex_of", {
      paper: words.say("letter.official_letter"),
      issuer,
    }),
    tables: [
      table(forms, { caption: words.say("letter.annex_forms", { as_of }), columns: figureColumns(words) }),
      ...(groups.length === 0
        ? []
        : [
            table(groups, {
              caption: words.say("letter.annex_groups", { as_of }),
              columns: [groupColumn(words), ...figureColumns(words)],
            }),
          ]),
      ...(failures.length === 0
        ? []
        : [
            table(failures, {
              caption: words.say("letter.annex_mail"),
              columns: [
                {
                  header: words.say("letter.mail_address"),
                  isRowHeader: true,
                  cell: ({ mail_domain }) => cell.text(mail_domain),
                },
                {
                  header: words.say("letter.mail_why"),
                  align: "left",
                  cell: ({ failure_kind }) => cell.text(words.say(`mail.${failure_kind}`)),
                },
                {
                  header: words.say("letter.mail_n"),
                  cell: ({ n_failing }) => cell.number(n_failing, "count"),
                },
              ],
            }),
          ]),
    ],
    notes: [
      words.say("letter.annex_note"),
      ...(document?.document == null
        ? []
        : [
            words.say("letter.annex_document", {
              document: document.document,
              date: document.document_date ?? "",
            }),
          ]),
    ],
  };
}

function groupColumn(words: Words): Column<UnitForm> {
  return {
    header: words.say("letter.group"),
    isRowHeader: true,
    cell: (row) =>
      cell.text(
        words.pick(row.group_name ?? row.respondent_group, row.group_name_en ?? row.respondent_group),
      ),
  };
}

function figureColumns(words: Words): readonly Column<UnitForm>[] {
  return [
    {
      header: words.say("letter.form"),
      isRowHeader: true,
      cell: (row) => cell.text(formName(row, words)),
    },
    { header: words.say("letter.n_registered"), cell: (row) => cell.number(row.n_registered, "count") },
    { header: words.say("letter.n_answers"), cell: (row) => cell.number(row.n_answers, "count") },
    { header: words.say("letter.n_valid"), cell: (row) => cell.number(row.n_valid, "count") },
    { header: words.say("letter.percent"), cell: (row) => cell.number(participationPercent(row), "percent") },
  ];
}
