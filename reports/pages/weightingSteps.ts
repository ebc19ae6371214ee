import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, type Column, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";

const steps = ["base", "eligibility", "nonresponse", "calibration", "trimming", "quantisation"] as const;

const row = z.object({
  ...roundRow,
  unit_code: z.string(), // vn: the nation
  unit_name: z.string().nullable(),
  unit_name_en: z.string().nullable(),
  step_code: z.enum(steps),
  is_taken: z.boolean(),
  setting: z.string(),
  setting_en: z.string(),
  rule_status: z.enum(["confirmed", "inferred", "assumed"]),
  n_responses: count,
  sum_weight: z.number(),
  factor_min: nullableNumber,
  factor_median: nullableNumber,
  factor_max: nullableNumber,
  weight_cv: z.number(),
  kish_deff: z.number(),
  n_eff: z.number(),
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.weighting_steps", "round_code", "unit_code", "step_code");

export default definePage({
  title: "weighting_steps.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 81,
  from: address.from,
  address,
  row,
  note: "weighting_steps.note",
  blocks(rows, { words }) {
    const ordered = [...rows].sort((a, b) => steps.indexOf(a.step_code) - steps.indexOf(b.step_code));
    const nation = ordered.filter(({ unit_code }) => unit_code === "vn");
    const provinces = ordered.filter(({ unit_code }) => unit_code !== "vn");
    if (nation.length === 0) return [];
    return [inWords(nation, words), nationTable(nation, words), provinceTable(provinces, words)];
  },
});

function inWords(nation: readonly Row[], words: Words): Block {
  const [first, last] = [nation[0] as Row, nation.at(-1) as Row];
  const text = words.say("weighting_steps.sentence", {
    ...{ round: first.round_code, n: first.n_responses },
    ...{ first: first.n_eff, last: last.n_eff },
  });
  return sentence(nation, text);
}

function nationTable(nation: readonly Row[], words: Words): Block {
  return table(nation, {
    idOf: address.idOf,
    caption: words.say("weighting_steps.nation"),
    shortName: words.say("short.weighting_steps.nation"),
    columns: [
      {
        header: words.say("weighting_steps.step"),
        isRowHeader: true,
        cell: ({ step_code }) => cell.text(words.say(`weighting_step.${step_code}`)),
      },
      {
        header: words.say("weighting_steps.setting"),
        align: "left",
        cell: ({ setting, setting_en }) => cell.text(words.pick(setting, setting_en)),
      },
      {
        header: words.say("column.rule_status"),
        align: "left",
        cell: ({ rule_status }) => cell.text(words.say(`status.${rule_status}`)),
      },
      {
        header: words.say("weighting_steps.sum"),
        cell: ({ sum_weight }) => cell.number(sum_weight, "count"),
      },
      ...numbers(words),
    ],
  });
}

function numbers(words: Words): readonly Column<Row>[] {
  return [
    { header: words.say("weighting.factor_min"), cell: (one) => cell.number(one.factor_min, "ratio") },
    {
      header: words.say("weighting_steps.factor_median"),
      cell: (one) => cell.number(one.factor_median, "ratio"),
    },
    { header: words.say("weighting.factor_max"), cell: (one) => cell.number(one.factor_max, "ratio") },
    { header: words.say("weighting.cv"), cell: (one) => cell.number(one.weight_cv, "ratio") },
    { header: words.say("weighting.deff"), cell: (one) => cell.number(one.kish_deff, "ratio") },
    { header: words.say("weighting.n_eff"), cell: (one) => cell.number(one.n_eff, "count") },
  ];
}

/** One row a province, one column a step that was taken. */
function provinceTable(provinces: readonly Row[], words: Words): Block {
  const nameOf = (one: Row) => words.pick(one.unit_name ?? "", one.unit_name_en ?? "");
  const taken = steps.filter((step) => provinces.some((one) => one.step_code === step && one.is_taken));
  const byUnit = groupBy(provinces, ({ unit_code }) => unit_code);
  const rows = [...byUnit.values()]
    .map((own) => own[0] as Row)
    .sort((a, b) => words.locale.compare(nameOf(a), nameOf(b)));
  return table(rows, {
    caption: words.say("weighting_steps.provinces"),
    shortName: words.say("short.weighting_steps.provinces"),
    onPaper: { kind: "first", rows: 0 },
    columns: [
      { header: words.say("column.province"), isRowHeader: true, cell: (one) => cell.text(nameOf(one)) },
      ...taken.map((step) => ({
        header: words.say(`weighting_step.${step}`),
        cell: ({ unit_code }: Row) =>
          cell.number(
            byUnit.get(unit_code)?.find(({ step_code }) => step_code === step)?.kish_deff ?? null,
            "ratio",
          ),
      })),
    ],
  });
}
