import { z } from "zod";
import { type Block, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  n_responses: count,
  calibration_factor_min: nullableNumber, // null throughout: nothing to weight
  calibration_factor_max: nullableNumber,
  weight_cv: nullableNumber,
  kish_deff: nullableNumber,
  n_eff: nullableNumber,
  worst_margin_error: nullableNumber,
  n_iterations: count.nullable(),
});
type Row = z.output<typeof row>;

const oneInAMillion = 1e-6;

const address = rowAddress("marts.weighting", "round_code", "unit_code");

export default definePage({
  title: "weighting.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 80,
  from: address.from,
  address,
  row,
  note: "weighting.note",
  blocks(rows, { words }) {
    if (rows.length === 0) return [];
    const byName = [...rows].sort((a, b) => words.locale.compare(nameOf(a, words), nameOf(b, words)));
    const invented = byName.filter((one) => one.provenance === "illustrative");
    return [
      ...inWords(byName, words),
      ...(invented.length === 0 ? [] : [sentence(invented, words.say("weighting.margins"))]),
      weightingTable(byName, words),
    ];
  },
});

const nameOf = (row: Row, words: Words): string => words.pick(row.unit_name, row.unit_name_en);

function inWords(rows: readonly Row[], words: Words): readonly Block[] {
  const lows = rows.flatMap(({ calibration_factor_min }) => calibration_factor_min ?? []);
  const highs = rows.flatMap(({ calibration_factor_max }) => calibration_factor_max ?? []);
  if (lows.length === 0 || highs.length === 0) return [];
  const met = rows.filter(
    ({ worst_margin_error }) => worst_margin_error !== null && worst_margin_error < oneInAMillion,
  );
  return [
    sentence(
      rows,
      words.say("weighting.sentence", {
        low: Math.min(...lows),
        high: Math.max(...highs),
        n: met.length,
        of: rows.length,
      }),
    ),
  ];
}

function weightingTable(rows: readonly Row[], words: Words): Block {
  return table(rows, {
    idOf: address.idOf,
    caption: words.say("weighting.table"),
    shortName: words.say("short.weighting.table"),
    onPaper: { kind: "first", rows: 0 },
    columns: [
      {
        header: words.say("column.province"),
        isRowHeader: true,
        cell: (row) => cell.text(nameOf(row, words)),
      },
      { header: words.say("weighting.responses"), cell: (row) => cell.number(row.n_responses, "count") },
      { header: words.say("weighting.n_eff"), cell: (row) => cell.number(row.n_eff, "count") },
      { header: words.say("weighting.deff"), cell: (row) => cell.number(row.kish_deff, "ratio") },
      { header: words.say("weighting.cv"), cell: (row) => cell.number(row.weight_cv, "ratio") },
      {
        header: words.say("weighting.factor_min"),
        cell: (row) => cell.number(row.calibration_factor_min, "ratio"),
      },
      {
        header: words.say("weighting.factor_max"),
        cell: (row) => cell.number(row.calibration_factor_max, "ratio"),
      },
      { header: words.say("weighting.iterations"), cell: (row) => cell.number(row.n_iterations, "count") },
    ],
  });
}
