import { z } from "zod";
import { type Block, type Column, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, estimate, estimateOf, nullableNumber, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  batch_level: z.enum(["interviewer", "team", "commune", "unit", "nation"]),
  batch_code: z.string(), // a key of the store, never a name
  unit_name: z.string().nullable(), // null: in no province, or in several
  unit_name_en: z.string().nullable(),
  variable_kind: count,
  n_forms: count,
  n_compared: count,
  ...estimate("error_percent"),
  decision_code: z.enum(["keep", "correct", "void"]).nullable(), // null: nothing was decided
  n_left_out: count.nullable(),
  left_out_percent: nullableNumber,
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.recheck_rates", "round_code", "batch_level", "batch_code", "variable_kind");

export default definePage({
  title: "recheck_rates.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 64,
  from: address.from,
  address,
  row,
  note: "recheck_rates.note",
  blocks(rows, { words }) {
    const nation = rows.filter((one) => one.batch_level === "nation");
    const [first] = nation.filter((one) => one.variable_kind === 1);
    if (first === undefined) return [];
    const decided = rows.filter((one) => one.decision_code !== null && one.variable_kind === 1);
    const of = (level: Row["batch_level"]) =>
      rows.filter((one) => one.batch_level === level && one.variable_kind === 1).sort(worstFirst);
    return [
      ...inWords(first, decided, words),
      table(nation, {
        idOf: address.idOf,
        caption: words.say("recheck_rates.nation"),
        shortName: words.say("short.recheck_rates.nation"),
        columns: [kind(words), ...rates(words)],
      }),
      ...(decided.length === 0
        ? []
        : [
            table(decided, {
              caption: words.say("recheck_rates.decisions"),
              shortName: words.say("short.recheck_rates.decisions"),
              columns: [batch(words), ...rates(words), ...decision(words)],
            }),
          ]),
      ...batches(of("unit"), "recheck_rates.unit", words),
      ...batches(of("team"), "recheck_rates.team", words),
      ...batches(of("commune"), "recheck_rates.commune", words),
      ...batches(of("interviewer"), "recheck_rates.interviewer", words),
    ];
  },
});

/** Batches run into hundreds: pages and workbooks hold them all, paper holds each table's worst. */
const rowsOnPaper = 30;

const worstFirst = (a: Row, b: Row) =>
  (b.error_percent ?? -1) - (a.error_percent ?? -1) || (a.batch_code < b.batch_code ? -1 : 1);

function inWords(first: Row, decided: readonly Row[], words: Words): readonly Block[] {
  const voided = decided.filter((one) => one.decision_code === "void");
  const n = voided.reduce((sum, one) => sum + (one.n_left_out ?? 0), 0);
  return [
    ...(first.error_percent === null
      ? []
      : [
          sentence(
            [first],
            words.say("recheck_rates.sentence", { forms: first.n_forms, share: first.error_percent }),
          ),
        ]),
    sentence(
      [first],
      voided.length === 0
        ? words.say("recheck_rates.none_voided")
        : words.say("recheck_rates.voided", { batches: voided.length, n }),
    ),
  ];
}

function batches(
  rows: readonly Row[],
  caption: `recheck_rates.${"unit" | "team" | "commune" | "interviewer"}`,
  words: Words,
): Block[] {
  return rows.length === 0
    ? []
    : [
        table(rows, {
          idOf: address.idOf,
          caption: words.say(caption),
          shortName: words.say(`short.${caption}`),
          columns: [batch(words), ...rates(words)],
          onPaper: { kind: "first", rows: rowsOnPaper },
        }),
      ];
}

function batch(words: Words): Column<Row> {
  const name = (one: Row) =>
    one.unit_name === null ? null : words.pick(one.unit_name, one.unit_name_en ?? "");
  return {
    header: words.say("recheck_rates.batch"),
    isRowHeader: true,
    cell: (one) =>
      cell.text(
        one.batch_level === "unit"
          ? (name(one) ?? one.batch_code)
          : [one.batch_code, name(one)].filter((part) => part !== null).join(", "),
      ),
  };
}

function kind(words: Words): Column<Row> {
  return {
    header: words.say("recheck_rates.kind"),
    isRowHeader: true,
    cell: (one) => cell.text(String(one.variable_kind)),
  };
}

function rates(words: Words): Column<Row>[] {
  return [
    { header: words.say("recheck_rates.forms"), cell: (one) => cell.number(one.n_forms, "count") },
    { header: words.say("recheck_rates.compared"), cell: (one) => cell.number(one.n_compared, "count") },
    {
      header: words.say("recheck_rates.rate"),
      cell: (one) => cell.estimate(estimateOf(one, "error_percent")),
    },
    { header: words.say("column.interval"), cell: (one) => cell.interval(estimateOf(one, "error_percent")) },
  ];
}

function decision(words: Words): Column<Row>[] {
  return [
    {
      header: words.say("recheck_rates.decision"),
      align: "left",
      cell: (one) =>
        one.decision_code === null
          ? cell.notApplicable()
          : cell.text(words.say(`recheck_rates.${one.decision_code}`)),
    },
    {
      header: words.say("recheck_rates.left_out"),
      cell: (one) => (one.n_left_out === null ? cell.notApplicable() : cell.number(one.n_left_out, "count")),
    },
    {
      header: words.say("recheck_rates.share_left_out"),
      cell: (one) =>
        one.n_left_out === null ? cell.notApplicable() : cell.number(one.left_out_percent, "percent"),
    },
  ];
}
