import { z } from "zod";
import { CheckError } from "../../models/errors.ts";
import { type Block, cell, figure, sentence, table } from "../blocks.ts";
import { countBars } from "../charts/countBars.ts";
import { domainName, domainRow, ownDomain } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...domainRow,
  step_order: count,
  step_code: z.string(),
  step_name: z.string(),
  step_name_en: z.string(),
  n_responses: count,
  n_with_reason: count.nullable(), // null: a total, not a reason
  share_percent: nullableNumber, // null: nothing in the store to take a share of
  rule_status: z.enum(["confirmed", "inferred", "assumed"]).nullable(), // null: a total, not a rule
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.response_flow", "round_code", "domain_code", "step_code");

export default definePage({
  title: "response_flow.title",
  chapter: "sipas",
  bundles: ["national", "province"],
  order: 60,
  from: address.from,
  address,
  row,
  note: "response_flow.note",
  blocks(rows, { reader, words }) {
    const steps = ownDomain(rows, reader).sort((a, b) => a.step_order - b.step_order);
    const [store, valid] = [steps[0], steps.at(-1)];
    if (store === undefined || valid === undefined) return [];
    const dropped = steps.slice(1, -1);
    refuseUnbalanced(store, dropped, valid);
    const domain = domainName(store, words);
    return [
      inWords(store, valid, words),
      ...(dropped.some((step) => step.n_responses > 0) ? [chart(dropped, domain, words)] : []),
      flowTable(steps, domain, words),
    ];
  },
});

function refuseUnbalanced(store: Row, dropped: readonly Row[], valid: Row): void {
  const sum = dropped.reduce((total, step) => total + step.n_responses, valid.n_responses);
  if (sum !== store.n_responses) {
    throw new CheckError(
      `The response flow of ${store.domain_name} holds ${store.n_responses} responses, but valid and dropped ones add to ${sum}.`,
    );
  }
}

function inWords(store: Row, valid: Row, words: Words): Block {
  const text = words.say("response_flow.sentence", {
    store: store.n_responses,
    dropped: store.n_responses - valid.n_responses,
    valid: valid.n_responses,
    share: valid.share_percent ?? 0,
  });
  return sentence([store, valid], text, { isHeadline: true });
}

const stepName = (row: Row, words: Words): string => words.pick(row.step_name, row.step_name_en);

function chart(dropped: readonly Row[], domain: string, words: Words): Block {
  return figure(dropped, {
    title: words.say("response_flow.chart", { domain }),
    subtitle: "",
    description: words.say("response_flow.description", { n: dropped.length }),
    chart: countBars(
      dropped.map((step) => ({
        label: stepName(step, words),
        value: step.n_responses,
        valueLabel: words.locale.number(step.n_responses, 0),
      })),
      { axisTitle: words.say("column.count") },
    ),
  });
}

function flowTable(steps: readonly Row[], domain: string, words: Words): Block {
  return table(steps, {
    idOf: address.idOf,
    caption: words.say("response_flow.table", { domain }),
    shortName: words.say("short.response_flow.table"),
    columns: [
      { header: words.say("column.step"), isRowHeader: true, cell: (row) => cell.text(stepName(row, words)) },
      { header: words.say("column.count"), cell: (row) => cell.number(row.n_responses, "count") },
      {
        header: words.say("response_flow.any"),
        cell: (row) =>
          row.n_with_reason === null ? cell.notApplicable() : cell.number(row.n_with_reason, "count"),
      },
      { header: words.say("column.share"), cell: (row) => cell.number(row.share_percent, "percent") },
      {
        header: words.say("column.rule_status"),
        align: "left",
        cell: (row) => cell.text(row.rule_status === null ? "–" : words.say(`status.${row.rule_status}`)),
      },
    ],
    isStrong: (row) => row.rule_status === null,
  });
}
