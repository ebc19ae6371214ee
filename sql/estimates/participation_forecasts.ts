import { groupBy } from "../../models/groupBy.ts";
import {
  type FormPace,
  forecastParticipation,
  formPace,
} from "../../models/participation/forecastParticipation.ts";
import { defineRows, type Row } from "../table.ts";

/** Spans of the pace's length are counted back from the last day told; who is pending on a day was so the evening before. */
export default defineRows({
  head: {
    summary:
      "Per domain, group and form the valid persons expected on the closing day with a 95 % prediction interval: the pace of the last days goes on among those who may still answer.",
    grain: ["round_code", "instrument_code", "domain_level", "domain_code", "respondent_group"],
    checks: {
      "one of": { forecast_status: ["ok", "closed", "too_early", "not_open"] },
      "no rows": {
        "a forecast lies in its interval, and nobody who answered is lost":
          "select * from this where not (n_valid <= forecast_n_low and forecast_n_low <= forecast_n_high) or not (n_valid <= forecast_n)",
      },
    },
  },
  inputs: {
    spans: `
      with days as (
        select
          d.*, w.mode, r.pace_days,
          (w.until_date - d.day_date) // r.pace_days as span_number,
          greatest(if(w.mode = 'online', n_delivered, n_registered) - n_valid, 0) as n_pending
        from estimates.participation_days d
        join clean.campaign_windows w using (round_code, instrument_code)
        join spec.campaign_rules r using (round_code)
        where r.pace_days is not null
      ),
      pended as (
        select *,
          lag(n_pending) over (partition by round_code, instrument_code, domain_level, domain_code, respondent_group order by day_date)
            as n_pending_before
        from days
      )
      select
        round_code, instrument_code, domain_level, domain_code, respondent_group, span_number,
        sum(coalesce(n_pending_before, 0))::bigint as person_days,
        sum(if(n_pending_before is null, 0, n_valid_day))::bigint as n_answers,
        count(n_pending_before) as n_days,
        arg_max(n_pending, day_date) as n_pending,
        arg_max(n_valid, day_date) as n_valid
      from pended
      where span_number = 0 or (domain_level = 'nation' and respondent_group = 'all')
      group by all
      order by all`,
    forms: `
      select round_code, instrument_code, pace_days,
        greatest(closes - as_of_date, 0) as days_left, as_of_date < opens as is_before_opening, as_of_date >= closes as is_closed
      from clean.campaign_windows
      join spec.campaign_rules using (round_code)
      where pace_days is not null
      order by all`,
  },
  columns: {
    round_code: "VARCHAR",
    instrument_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    respondent_group: "VARCHAR",
    n_valid: "BIGINT",
    forecast_n: "DOUBLE",
    forecast_n_low: "BIGINT",
    forecast_n_high: "BIGINT",
    forecast_status: "VARCHAR",
  },
  *rows({ spans = [], forms = [] }) {
    const ofForm = groupBy(spans, (span) => `${span["round_code"]}/${span["instrument_code"]}`);
    for (const form of forms) {
      const own = ofForm.get(`${form["round_code"]}/${form["instrument_code"]}`) ?? [];
      const pace = paceOf(own, Number(form["pace_days"]));
      for (const domain of own.filter((span) => span["span_number"] === 0))
        yield forecastOf(domain, form, pace);
    }
  },
});

function paceOf(spans: readonly Row[], paceDays: number): FormPace | null {
  const all = spans.filter((span) => span["respondent_group"] === "all");
  const units = all.filter((span) => span["domain_level"] !== "nation");
  const whole = all.filter((span) => span["domain_level"] === "nation" && span["n_days"] === paceDays);
  return formPace(units.map(toPace), whole.map(toPace));
}

function toPace(span: Row) {
  return {
    pending: Number(span["n_pending"]),
    personDays: Number(span["person_days"]),
    answers: Number(span["n_answers"]),
  };
}

function forecastOf(domain: Row, form: Row, pace: FormPace | null): Row {
  const { round_code, instrument_code, domain_level, domain_code, respondent_group, n_valid } = domain;
  const key = { round_code, instrument_code, domain_level, domain_code, respondent_group, n_valid } as Row;
  const none = { forecast_n: null, forecast_n_low: null, forecast_n_high: null };
  if (form["is_before_opening"]) return { ...key, ...none, forecast_status: "not_open" };
  const valid = Number(n_valid);
  if (form["is_closed"])
    return {
      ...key,
      forecast_n: valid,
      forecast_n_low: valid,
      forecast_n_high: valid,
      forecast_status: "closed",
    };
  if (pace === null) return { ...key, ...none, forecast_status: "too_early" };
  const { expected, low, high } = forecastParticipation(toPace(domain), pace, {
    daysLeft: Number(form["days_left"]),
    spanDays: Number(form["pace_days"]),
  });
  return {
    ...key,
    forecast_n: valid + expected,
    forecast_n_low: valid + low,
    forecast_n_high: valid + high,
    forecast_status: "ok",
  };
}
