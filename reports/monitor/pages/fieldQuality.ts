import { z } from "zod";
import { type Block, type Column, cell, sentence, table } from "../../blocks.ts";
import type { Words } from "../../messages/words.ts";
import { definePage } from "../../page.ts";
import { count, nullableNumber, roundRow } from "../../rows.ts";
import { formName } from "../rows.ts";

const row = z.object({
  ...roundRow,
  instrument_code: z.string(),
  form_name: z.string(),
  form_name_en: z.string(),
  unit_code: z.string().nullable(), // "none": in no unit that is known
  actor_level: z.enum(["interviewer", "team", "area", "device"]),
  actor_key: z.string(),
  actor_name: z.string().nullable(), // null: only areas have names
  measure_code: z.enum(["pace", "median_minutes", "short", "night", "straight", "blank", "device"]),
  n_forms: count,
  measure_value: nullableNumber, // null: nothing to tell it by
  peers_median: nullableNumber, // null: too few peers
  peers_low: nullableNumber,
  peers_high: nullableNumber,
  robust_z: nullableNumber, // null: most peers are equal
  is_flagged: z.boolean(),
  flag_status: z.string(),
});
type Row = z.output<typeof row>;

export default definePage({
  title: "field_quality.title",
  chapter: "monitor",
  bundles: ["national", "province"],
  order: 50,
  from: "marts.field_quality",
  row,
  note: "field_quality.note",
  blocks(rows, { words }) {
    const compared = rows.filter(({ flag_status }) => flag_status === "ok");
    if (compared.length === 0) return [];
    const flags = compared.filter(({ is_flagged }) => is_flagged).sort(furthestFirst);
    if (flags.length === 0)
      return [sentence(compared, words.say("field_quality.none", { of: compared.length }))];
    const said = words.say("field_quality.sentence", { n: flags.length, of: compared.length });
    return [sentence(compared, said, { isHeadline: true }), flagTable(flags, words)];
  },
});

const key = (row: Row): string =>
  `${row.instrument_code} ${row.actor_level} ${row.actor_key} ${row.measure_code}`;

function furthestFirst(a: Row, b: Row): number {
  const distance = ({ robust_z }: Row) => (robust_z === null ? 0 : Math.abs(robust_z));
  return distance(b) - distance(a) || (key(a) < key(b) ? -1 : 1);
}

function flagTable(flags: readonly Row[], words: Words): Block {
  const hasForms = new Set(flags.map(({ instrument_code }) => instrument_code)).size > 1;
  const formColumn: Column<Row> = {
    header: words.say("monitor.form"),
    align: "left",
    cell: (row) => cell.text(formName(row, words)),
  };
  return table(flags, {
    caption: words.say("field_quality.table"),
    shortName: words.say("short.field_quality.table"),
    columns: [
      {
        header: words.say("field_quality.actor"),
        isRowHeader: true,
        cell: (row) => cell.text(actorName(row, words)),
      },
      ...(hasForms ? [formColumn] : []),
      {
        header: words.say("field_quality.measure"),
        align: "left",
        cell: ({ measure_code }) => cell.text(words.say(`measure.${measure_code}`)),
      },
      {
        header: words.say("field_quality.value"),
        cell: ({ measure_value }) => cell.number(measure_value, "ratio"),
      },
      {
        header: words.say("field_quality.peers"),
        cell: ({ peers_median }) => cell.number(peers_median, "ratio"),
      },
      {
        header: words.say("field_quality.quartiles"),
        cell: ({ peers_low, peers_high }) =>
          peers_low === null || peers_high === null
            ? cell.absent(null)
            : cell.text(words.say("field_quality.range", { low: peers_low, high: peers_high })),
      },
      {
        header: words.say("field_quality.distance"),
        cell: ({ robust_z }) =>
          robust_z === null
            ? cell.absent(words.say("field_quality.equal_peers"))
            : cell.number(robust_z, "difference"),
      },
      { header: words.say("field_quality.forms"), cell: ({ n_forms }) => cell.number(n_forms, "count") },
    ],
  });
}

function actorName({ actor_level, actor_key, actor_name }: Row, words: Words): string {
  return words.say(`actor.${actor_level}`, { key: actor_name ?? actor_key });
}
