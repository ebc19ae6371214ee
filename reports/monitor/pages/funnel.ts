import { z } from "zod";
import { type Block, type Column, cell, figure, sentence, table } from "../../blocks.ts";
import { countBars } from "../../charts/countBars.ts";
import type { PlainKey, Words } from "../../messages/words.ts";
import { definePage } from "../../page.ts";
import { byForm, domainOf, formName, ownRows, type UnitForm, unitFormRow } from "../rows.ts";

/** The steps of one person, in order, and what stands beside them. */
const steps = [
  ["funnel.registered", "n_registered"],
  ["funnel.invited", "n_invited"],
  ["funnel.delivered", "n_delivered"],
  ["funnel.started", "n_started"],
  ["funnel.submitted", "n_submitted"],
  ["funnel.valid", "n_valid"],
] as const satisfies readonly (readonly [PlainKey, keyof UnitForm])[];
const beside = [
  ["funnel.bounced", "n_bounced"],
  ["funnel.blocked", "n_blocked"],
  ["funnel.opted_out", "n_opted_out"],
  ["funnel.answers", "n_answers"],
] as const satisfies readonly (readonly [PlainKey, keyof UnitForm])[];

export default definePage({
  title: "funnel.title",
  chapter: "monitor",
  bundles: ["national", "province", "ministry"],
  order: 20,
  from: "marts.participation_units",
  row: z.object(unitFormRow),
  note: "funnel.note",
  blocks(rows, { reader, words }) {
    const own = ownRows(rows, reader)
      .filter((row) => row.respondent_group === "all" && row.document === null)
      .sort(byForm);
    const [first] = own;
    if (first === undefined) return [];
    const domain = domainOf(first, words);
    return [
      ...own
        .filter(({ mode }) => mode === "online")
        .flatMap((row) => [...lostMost(row, words), chart(row, domain, words)]),
      funnelTable(own, domain, words),
    ];
  },
});

interface Step {
  readonly label: string;
  readonly n: number;
}

function stepsOf(row: UnitForm, words: Words): readonly Step[] {
  return steps.flatMap(([key, column]) => {
    const n = row[column];
    return n === null ? [] : [{ label: words.say(key), n }];
  });
}

/** Between which two steps most persons are lost; the first of equals. */
function lostMost(row: UnitForm, words: Words): readonly Block[] {
  const all = stepsOf(row, words);
  let at = 0;
  const lost = (i: number) => (all[i - 1]?.n ?? 0) - (all[i]?.n ?? 0);
  for (let i = 1; i < all.length; i++) if (at === 0 || lost(i) > lost(at)) at = i;
  const [before, after] = [all[at - 1], all[at]];
  if (before === undefined || after === undefined || lost(at) <= 0) return [];
  const text = words.say("funnel.sentence", {
    form: formName(row, words),
    before: before.label,
    n_before: before.n,
    after: after.label,
    n_after: after.n,
  });
  return [sentence([row], text)];
}

function chart(row: UnitForm, domain: string, words: Words): Block {
  const all = stepsOf(row, words);
  return figure([row], {
    title: words.say("funnel.chart", { form: formName(row, words), domain }),
    subtitle: "",
    description: words.say("funnel.description", {
      n: all.length,
      first: all[0]?.n ?? 0,
      last: all.at(-1)?.n ?? 0,
    }),
    chart: countBars(
      all.map(({ label, n }) => ({ label, value: n, valueLabel: words.locale.number(n, 0) })),
      { axisTitle: words.say("funnel.axis") },
    ),
  });
}

function funnelTable(own: readonly UnitForm[], domain: string, words: Words): Block {
  const column = ([key, name]: (typeof steps)[number] | (typeof beside)[number]): Column<UnitForm> => ({
    header: words.say(key),
    cell: (row) => cell.number(row[name], "count"),
  });
  return table(own, {
    caption: words.say("funnel.table", { domain }),
    shortName: words.say("short.funnel.table"),
    columns: [
      {
        header: words.say("monitor.form"),
        isRowHeader: true,
        cell: (row) => cell.text(formName(row, words)),
      },
      ...steps.map(column),
      ...beside.map(column),
    ],
  });
}
