import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { defineSelect, type Row } from "../table.ts";

/** Wide from the start: a long table of answers costs more than everything after it. */
export default defineSelect({
  head: {
    summary:
      "The answers of every response, one column an item, corrected where a correction says so: the level or the order of the option chosen, NULL when blank or not on the item's scale.",
    grain: ["round_code", "response_key"],
    checks: {
      "no rows": {
        "a response answers a question once": `
          select round_code, response_key, question_code, count(*) as n_answers
          from raw.answers group by all having count(*) > 1`,
        "a key of answers means one response, of one form": `
          select round_code, response_key, min(instrument_code) as instrument_code, max(instrument_code) as other_form
          from raw.responses semi join raw.answers using (round_code, response_key)
          group by round_code, response_key having min(instrument_code) <> max(instrument_code)`,
      },
    },
    warnings: {
      "no rows": {
        "every answer is on its item's scale":
          "select round_code, response_key, n_off_scale from this where n_off_scale > 0",
      },
    },
  },
  inputs: {
    items: `
      select i.item_code, i.instrument_code, i.question_code, i.kind, i.levels
      from spec.items i where i.kind not in ('text', 'missing_in_copy')
      order by i.item_code, i.instrument_code`,
    options:
      "select instrument_code, item_code, option_value, option_order from spec.item_options order by all",
  },
  select: ({ items = [], options = [] }) => {
    const codes = [...new Set(items.map((item) => String(item["item_code"])))];
    const number = new Map(codes.map((code, index) => [code, index]));
    return `
    with
    -- every answer that is on a scale: what the form holds, and the item and level it means
    scales(instrument_code, question_code, answer_value, item_number, answer_level) as (
      values ${items.flatMap((item) => scaleRows(item, number, options)).join(",\n        ")}
    ),
    questions as (select distinct instrument_code, question_code from scales),
    given as (
      select round_code, response_key, question_code, answer_value
      from raw.answers
      anti join staging.corrections using (round_code, response_key, question_code)
      union all
      select round_code, response_key, question_code, new_value from staging.corrections where new_value is not null
    ),
    answers as (
      select a.round_code, a.response_key, s.item_number, s.answer_level, s.answer_level is null as is_off_scale
      from given a
      join raw.responses r using (round_code, response_key)
      semi join questions q on q.instrument_code = r.instrument_code and q.question_code = a.question_code
      left join scales s
        on s.instrument_code = r.instrument_code
        and s.question_code = a.question_code
        and s.answer_value = trim(a.answer_value)
      where trim(a.answer_value) <> ''
    )
    select
      round_code,
      response_key,
      ${codes.map((code, index) => `max(case when item_number = ${index} then answer_level end)::tinyint as item_${code}`).join(",\n      ")},
      count(*) filter (is_off_scale) as n_off_scale
    from answers
    group by all`;
  },
});

/** The answers of one item of one form as rows of `scales`. */
function scaleRows(item: Row, number: ReadonlyMap<string, number>, options: readonly Row[]): string[] {
  const own = options.filter(
    (option) =>
      option["instrument_code"] === item["instrument_code"] && option["item_code"] === item["item_code"],
  );
  const place = number.get(String(item["item_code"]));
  return scaleOf(item, own).map(
    ([value, level]) =>
      `(${text(item["instrument_code"])}, ${text(item["question_code"])}, ${text(value)}, ${place}, ${level})`,
  );
}

function scaleOf(item: Row, options: readonly Row[]): [string, number][] {
  if (options.length > 0)
    return options.map((option) => [String(option["option_value"]), Number(option["option_order"])]);
  return Array.from({ length: Number(item["levels"]) }, (_, index) => [String(index + 1), index + 1]);
}

function text(value: unknown): string {
  return sqlLiteral(String(value));
}
