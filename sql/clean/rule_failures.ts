import { groupBy } from "../../models/groupBy.ts";
import { defineSelect, type Row } from "../table.ts";

/** Facts are columns of one pass over the forms; every rule is a filter on it. */
export default defineSelect({
  head: {
    summary: "Every form that breaks a rule of its round, by rule; a rule leaves nobody out by itself.",
    grain: ["round_code", "index_code", "response_key", "rule_code"],
  },
  inputs: {
    rules: "select round_code, index_code, rule_code, predicate from spec.validation_rules order by all",
    surveys: "select round_code, instrument_code from spec.sipas_rules order by all",
    facts:
      "select distinct item_code from spec.items where kind not in ('text', 'missing_in_copy') order by all",
    items: "select instrument_code, item_code from spec.items where factor_code is not null order by all",
  },
  select: ({ rules = [], surveys = [], facts = [], items = [] }) => {
    if (rules.length === 0)
      return "select round_code, index_code, response_key, '' as rule_code from staging.responses where false";
    const satisfaction = [...groupBy(items, (row) => String(row["instrument_code"]))];
    const all = [...new Set(items.map((row) => String(row["item_code"])))];
    const alike = [1, 2, 3, 4, 5].map((level) =>
      all.map((item) => `coalesce(a.item_${item} = ${level}, false)::integer`).join(" + "),
    );
    const asked = satisfaction.map(([form, own]) => `when '${form}' then ${own.length}`);
    return `
    with
    -- a day of fieldwork is a day in Vietnam, which is seven hours ahead of UTC
    dated as (
      select *, if(is_date_unknown, null, (submitted_at + interval 7 hour)::date) as submit_date from staging.responses
    ),
    facts as (
      select
        r.round_code, r.index_code, r.response_key,
        if(r.is_date_unknown, null, date_diff('second', r.opened_at, r.submitted_at) / 60) as minutes,
        if(r.is_date_unknown, null, date_diff('second', d.sent_at, r.submitted_at) / 60) as minutes_since_sent,
        coalesce(c.n_satisfaction_answers, 0) as n_answered,
        case r.instrument_code ${asked.join(" ")} end as n_asked,
        greatest(${alike.join(",\n          ")}) as n_alike,
        if(r.participant_key is null, null,
          count(r.submitted_at) over (partition by r.round_code, r.instrument_code, coalesce(r.sample_unit_key, r.participant_key))) as n_by_person,
        if(r.interviewer_key is null or r.submit_date is null, null,
          count(*) over (partition by r.round_code, r.interviewer_key, r.submit_date)) as n_by_interviewer_day,
        if(r.device_key is null or r.submit_date is null, null,
          count(*) over (partition by r.round_code, r.device_key, r.submit_date)) as n_by_device_day,
        r.submitted_at is not null as is_submitted,
        r.is_test,
        ${facts.map(({ item_code }) => `a.item_${item_code} as "${item_code}", a.item_${item_code} is null as "blank_${item_code}"`).join(",\n        ")}
      from dated r
      left join staging.answers a using (round_code, response_key)
      left join clean.satisfaction_counts c using (round_code, index_code, response_key)
      left join staging.deliveries d using (round_code, instrument_code, participant_key)
    )
    ${rules.map((rule) => failing(rule, surveys)).join("\n    union all\n    ")}`;
  },
});

function failing({ round_code, rule_code, predicate }: Row, surveys: readonly Row[]): string {
  const isKnown = surveys.some((row) => row["round_code"] === round_code);
  return `select round_code, index_code, response_key, '${rule_code}' as rule_code
    from facts where round_code = '${round_code}' and ${isKnown ? predicate : "false"}`;
}
