import { z } from "zod";
import { groupBy } from "../../../models/groupBy.ts";
import { type Block, figure } from "../../blocks.ts";
import { dayLine } from "../../charts/dayLine.ts";
import type { Words } from "../../messages/words.ts";
import { definePage } from "../../page.ts";
import { count, nullableNumber, roundRow } from "../../rows.ts";
import { byForm, domainOf, formName, monitorDomain, ownRows } from "../rows.ts";

const row = z.object({
  ...roundRow,
  instrument_code: z.string(),
  ...monitorDomain,
  form_name: z.string(),
  form_name_en: z.string(),
  form_order: count,
  opens: z.iso.date(),
  closes: z.iso.date(),
  as_of_date: z.iso.date(),
  day_date: z.iso.date(),
  n_registered: count,
  n_valid: count,
  target_n: count.nullable(), // null: no target
  forecast_n: nullableNumber, // null: no forecast, as the standing says
  forecast_n_low: nullableNumber,
  forecast_n_high: nullableNumber,
});
type Row = z.output<typeof row>;

export default definePage({
  title: "trend.title",
  chapter: "monitor",
  bundles: ["national", "province", "ministry"],
  order: 30,
  from: "marts.participation_trend",
  row,
  note: "trend.note",
  blocks(rows, { reader, words }) {
    const forms = groupBy(ownRows(rows, reader), ({ instrument_code }) => instrument_code);
    return [...forms.values()]
      .map((days) => [...days].sort((a, b) => (a.day_date < b.day_date ? -1 : 1)))
      .sort(([a], [b]) => byForm(a as Row, b as Row))
      .map((days) => formFigure(days, words));
  },
});

function formFigure(days: readonly Row[], words: Words): Block {
  const last = days.at(-1) as Row;
  const values = { opens: last.opens, closes: last.closes, as_of: last.as_of_date };
  return figure(days, {
    title: words.say("trend.chart", { form: formName(last, words), domain: domainOf(last, words) }),
    subtitle: words.say("trend.subtitle", values),
    description: words.say("trend.description", { n: last.n_valid, ...values }),
    chart: dayLine(
      days.map(({ day_date, n_valid }) => ({ day: day_date, value: n_valid })),
      {
        axisTitle: words.say("trend.axis"),
        opens: last.opens,
        closes: last.closes,
        target:
          last.target_n === null
            ? null
            : { value: last.target_n, label: words.say("trend.target", { n: last.target_n }) },
        ceiling: { value: last.n_registered, label: words.say("trend.registered", { n: last.n_registered }) },
        forecast: forecastOf(last, words),
      },
    ),
  });
}

function forecastOf(last: Row, words: Words) {
  const { forecast_n, forecast_n_low, forecast_n_high, closes } = last;
  if (forecast_n === null || forecast_n_low === null || forecast_n_high === null) return null;
  const ends = { low: Math.floor(forecast_n_low), high: Math.ceil(forecast_n_high) };
  return {
    day: closes,
    value: forecast_n,
    low: forecast_n_low,
    high: forecast_n_high,
    label: words.say("trend.forecast", { n: forecast_n, ...ends }),
  };
}
