import { z } from "zod";
import { groupBy } from "../../../models/groupBy.ts";
import { type Block, type Cell, type Column, cell, figure, sentence, table } from "../../blocks.ts";
import { tileMap } from "../../charts/tileMap.ts";
import type { PlainKey, Words } from "../../messages/words.ts";
import { definePage } from "../../page.ts";
import {
  byForm,
  domainOf,
  formName,
  ownRows,
  participationPercent,
  type UnitForm,
  unitFormRow,
  unitRows,
} from "../rows.ts";

export default definePage({
  title: "standing.title",
  chapter: "monitor",
  bundles: ["national", "province", "ministry"],
  order: 10,
  from: "marts.participation_units",
  row: z.object(unitFormRow),
  note: "standing.note",
  blocks(rows, { reader, words }) {
    const own = ownRows(rows, reader).sort(byForm);
    if (reader.kind !== "national") return own.length === 0 ? [] : ownBlocks(own, words);
    const whole = own.filter(isWhole);
    const units = groupBy(unitRows(rows).filter(isWhole), ({ instrument_code }) => instrument_code);
    const watched =
      whole.length > 0 ? whole : [...units.values()].map(([first]) => first as UnitForm).sort(byForm);
    return watched.flatMap((form) => formBlocks(form, units.get(form.instrument_code) ?? [], words));
  },
});

/** Is the target out of reach at the present pace? Without a forecast: is it missed so far? */
const isShort = (row: UnitForm): boolean =>
  row.shortfall_n === null ? row.is_below_target === true : row.shortfall_n > 0;

const isWhole = ({ respondent_group }: UnitForm): boolean => respondent_group === "all";

function ownBlocks(own: readonly UnitForm[], words: Words): readonly Block[] {
  const whole = own.filter(isWhole);
  return [
    ...whole.flatMap((row) => sayings(row, words)),
    table(own, {
      caption: words.say("standing.own_table"),
      shortName: words.say("short.standing.own_table"),
      columns: [
        formColumn(words),
        {
          header: words.say("standing.group"),
          align: "left",
          cell: (row) => cell.text(groupName(row, words)),
        },
        ...figureColumns(words),
      ],
      isStrong: isWhole,
    }),
  ];
}

/** One form on the national page: what is so, where, and unit by unit. */
function formBlocks(nation: UnitForm, units: readonly UnitForm[], words: Words): readonly Block[] {
  const form = formName(nation, words);
  const ordered = [...units].sort(
    (a, b) => (a.priority_order ?? 0) - (b.priority_order ?? 0) || compare(a, b),
  );
  return [
    ...(nation.domain_level === "nation" ? [nation] : ordered).flatMap((row) => sayings(row, words)),
    ...belowTarget(form, ordered, words),
    ...provinceMap(form, ordered, words),
    ...(ordered.length === 0
      ? []
      : [
          table(ordered, {
            caption: words.say("standing.table", { form }),
            shortName: words.say("short.standing.table"),
            columns: [
              {
                header: words.say("column.unit"),
                isRowHeader: true,
                cell: (row) => cell.text(domainOf(row, words)),
              },
              ...figureColumns(words),
            ],
            isStrong: isShort,
          }),
        ]),
  ];
}

const compare = (a: UnitForm, b: UnitForm): number =>
  a.domain_level === b.domain_level
    ? a.domain_code < b.domain_code
      ? -1
      : 1
    : a.domain_level < b.domain_level
      ? -1
      : 1;

/** How many have answered, and what the forecast says of the target. */
function sayings(row: UnitForm, words: Words): readonly Block[] {
  const form = formName(row, words);
  const percent = participationPercent(row);
  if (row.n_registered === null || row.n_answers === null || percent === null) return [];
  const values = { form, registered: row.n_registered, answers: row.n_answers, percent };
  if (row.n_valid === null || row.days_left === null) {
    const told = { unit: domainOf(row, words), document: row.document ?? "" };
    return [
      sentence([row], words.say("standing.sentence_answers", { ...values, ...told }), { isHeadline: true }),
    ];
  }
  const first = words.say("standing.sentence", { ...values, valid: row.n_valid, days: row.days_left });
  return [sentence([row], first, { isHeadline: true }), ...forecastSentence(row, form, words)];
}

function forecastSentence(row: UnitForm, form: string, words: Words): readonly Block[] {
  const { closes, forecast_n, forecast_n_low, forecast_n_high, target_n } = row;
  if (
    closes === null ||
    forecast_n === null ||
    forecast_n_low === null ||
    forecast_n_high === null ||
    target_n === null
  )
    return [];
  const text = words.say("standing.forecast", {
    form,
    closes,
    n: forecast_n,
    low: Math.floor(forecast_n_low),
    high: Math.ceil(forecast_n_high),
    target: target_n,
  });
  return [sentence([row], text)];
}

function belowTarget(form: string, ordered: readonly UnitForm[], words: Words): readonly Block[] {
  const aimed = ordered.filter(({ target_n }) => target_n !== null);
  const below = aimed.filter(isShort);
  const [worst] = below;
  if (worst === undefined || worst.n_valid === null || worst.target_n === null) return [];
  const text = words.say("standing.below", {
    form,
    below: below.length,
    of: aimed.length,
    unit: domainOf(worst, words),
    valid: worst.n_valid,
    target: worst.target_n,
  });
  return [sentence(aimed, text, { isHeadline: true })];
}

const steps: readonly PlainKey[] = [
  "standing.step1",
  "standing.step2",
  "standing.step3",
  "standing.step4",
  "standing.step5",
];

function provinceMap(form: string, ordered: readonly UnitForm[], words: Words): readonly Block[] {
  const provinces = ordered.filter(({ domain_level }) => domain_level === "province");
  const known = provinces.filter((row) => participationPercent(row) !== null);
  known.sort(
    (a, b) => (participationPercent(a) as number) - (participationPercent(b) as number) || compare(a, b),
  );
  const [lowest] = known;
  if (lowest === undefined || provinces.length < 10) return [];
  const chart = tileMap(
    provinces.map((row) => {
      const percent = participationPercent(row);
      return {
        unit_code: row.domain_code,
        name: domainOf(row, words),
        value: percent,
        valueLabel: percent === null ? "[x]" : `${words.locale.number(percent, 0)}%`,
        isMarked: isShort(row),
      };
    }),
    {
      legendTitle: words.say("standing.legend"),
      steps: [20, 40, 60, 80],
      stepLabels: steps.map((key) => words.say(key)),
      noFigure: words.say("standing.no_figure"),
    },
  );
  if (chart === null) return [];
  return [
    figure(provinces, {
      title: words.say("standing.map", { form }),
      subtitle: words.say("standing.map_subtitle"),
      description: words.say("standing.map_description", {
        n: provinces.length,
        below: provinces.filter(isShort).length,
        unit: domainOf(lowest, words),
        percent: participationPercent(lowest) as number,
      }),
      chart,
    }),
  ];
}

function formColumn(words: Words): Column<UnitForm> {
  return {
    header: words.say("monitor.form"),
    isRowHeader: true,
    cell: (row) => cell.text(formName(row, words)),
  };
}

function groupName(row: UnitForm, words: Words): string {
  if (isWhole(row)) return words.say("monitor.all_groups");
  return row.group_name === null
    ? words.say("monitor.ungrouped")
    : words.pick(row.group_name, row.group_name_en ?? row.group_name);
}

function figureColumns(words: Words): readonly Column<UnitForm>[] {
  const unknown = words.say("standing.persons_unknown");
  return [
    { header: words.say("standing.registered"), cell: (row) => cell.number(row.n_registered, "count") },
    { header: words.say("standing.answers"), cell: (row) => cell.number(row.n_answers, "count") },
    {
      header: words.say("standing.valid"),
      cell: (row) => (row.n_valid === null ? cell.absent(unknown) : cell.number(row.n_valid, "count")),
    },
    { header: words.say("standing.percent"), cell: (row) => cell.number(participationPercent(row), "share") },
    {
      header: words.say("standing.target"),
      cell: (row) => (row.target_n === null ? noTarget(words) : cell.number(row.target_n, "count")),
    },
    { header: words.say("standing.forecast_n"), cell: (row) => forecastCell(row, words) },
    { header: words.say("standing.forecast_interval"), cell: (row) => intervalCell(row, words) },
    {
      header: words.say("standing.shortfall"),
      cell: (row) => {
        if (row.target_n === null) return noTarget(words);
        return row.shortfall_n === null ? forecastCell(row, words) : cell.number(row.shortfall_n, "count");
      },
    },
    {
      header: words.say("standing.margin"),
      cell: (row) =>
        row.expected_margin_points === null
          ? forecastCell(row, words)
          : cell.number(row.expected_margin_points, "share"),
    },
  ];
}

const noTarget = (words: Words): Cell => cell.absent(words.say("standing.no_target"));

const forecastReasons = ["closed", "too_early", "no_rule", "not_open", "document"] as const;

function forecastCell(row: UnitForm, words: Words): Cell {
  if (row.forecast_n !== null) return cell.number(row.forecast_n, "count");
  const reason = forecastReasons.find((status) => status === row.forecast_status);
  return cell.absent(reason === undefined ? null : words.say(`forecast.${reason}`));
}

function intervalCell(row: UnitForm, words: Words): Cell {
  if (row.forecast_n_low === null || row.forecast_n_high === null) return forecastCell(row, words);
  return cell.text(
    words.say("standing.range", {
      low: Math.floor(row.forecast_n_low),
      high: Math.ceil(row.forecast_n_high),
    }),
  );
}
