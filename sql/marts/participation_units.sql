/*
summary: "Participation as it stands: each unit and the nation by form and respondent group, with target, forecast to the closing day and what a shortfall costs; units furthest below their target first."
grain: [round_code, instrument_code, domain_level, domain_code, respondent_group]
columns:
  round_code: the round of the campaign
  instrument_code: the form
  domain_level: ministry, province or nation
  domain_code: code of the unit; vn for the nation
  unit_code: the unit; NULL for public aggregates
  domain_name: name of the unit
  domain_name_en: English name
  respondent_group: a group of campaign.yaml, ungrouped, or all
  group_name: name of the group; NULL for all and ungrouped
  group_name_en: English name
  form_name: name of the form
  form_name_en: English name
  form_order: place of the form in campaign.yaml
  mode: online or face_to_face; NULL for figures of a document
  opens: first day of the form
  closes: last day of the form
  as_of_date: the day until which everything is told
  days_left: days from the next one to the last
  n_registered: persons on the list
  n_invited: persons to whom something was sent; NULL where a document does not say, as below
  n_delivered: persons whom at least one mail or form reached
  n_bounced: persons whose last mail came back
  n_blocked: persons to whom nothing can be sent
  n_opted_out: persons who declined
  n_started: persons who began
  n_submitted: persons who submitted at least once
  n_valid: persons with a valid answer
  n_answers: submissions (lượt), second ones too
  answers_status: ok; persons_unknown where only submissions (lượt) are known
  response_percent: persons with a valid answer of those registered
  answers_percent: submissions of those registered; only where persons are not known
  target_n: valid persons that are wanted; NULL without a target
  target_rule_status: confirmed, inferred or assumed
  target_percent: persons with a valid answer of the target
  is_below_target: fewer than the target so far
  forecast_n: valid persons expected on the closing day
  forecast_n_low: lower end of the 95 % interval
  forecast_n_high: upper end of the 95 % interval
  forecast_status: ok, closed, too_early, no_rule, not_open or document
  shortfall_n: persons by which the forecast misses the target; 0 when it does not
  width_ratio: how many times as wide as at the target an interval will be, the square root of target over forecast
  expected_margin_points: half width of a 95 % interval of a share of 50 % at the forecast, in percentage points, under the assumed design effect
  target_margin_points: the same at the target
  priority_order: place among the units of a form, by how much of the target is missing in the forecast
  document: the document that printed the figures; NULL for what a store holds
  document_date: its date
  provenance: published for printed figures, illustrative for invented persons
checks:
  between:
    response_percent: [0, 100]
*/
with
windows as (from clean.campaign_windows),

now_standing as (
  select p.*
  from marts.participation p
  join windows w on w.round_code = p.round_code and w.instrument_code = p.instrument_code and w.until_date = p.day_date
),

joined as (
  select
    p.*,
    w.form_name, w.form_name_en, w.form_order, w.mode, w.opens, w.closes, w.as_of_date,
    greatest(w.closes - w.as_of_date, 0) as days_left,
    t.target_n, t.rule_status as target_rule_status,
    f.forecast_n, f.forecast_n_low, f.forecast_n_high,
    coalesce(f.forecast_status, 'no_rule') as forecast_status,
    r.design_effect
  from now_standing p
  join windows w using (round_code, instrument_code)
  left join estimates.participation_targets t using (round_code, instrument_code, domain_level, domain_code, respondent_group)
  left join estimates.participation_forecasts f using (round_code, instrument_code, domain_level, domain_code, respondent_group)
  left join spec.campaign_rules r using (round_code)
),

told as (
  select
    *,
    100.0::double * n_valid / nullif(target_n, 0) as target_percent,
    if(target_n is null or forecast_n is null, null, greatest(target_n - forecast_n, 0)) as shortfall_n
  from joined
),

watched as (
  select
    t.round_code,
    t.instrument_code,
    t.domain_level,
    t.domain_code,
    t.unit_code,
    d.domain_name,
    d.domain_name_en,
    t.respondent_group,
    g.group_name,
    g.group_name_en,
    t.form_name,
    t.form_name_en,
    t.form_order,
    t.mode,
    t.opens,
    t.closes,
    t.as_of_date,
    t.days_left,
    t.n_registered,
    t.n_invited,
    t.n_delivered,
    t.n_bounced,
    t.n_blocked,
    t.n_opted_out,
    t.n_started,
    t.n_submitted,
    t.n_valid,
    t.n_answers,
    'ok' as answers_status,
    100.0::double * t.n_valid / nullif(t.n_registered, 0) as response_percent,
    cast(null as double) as answers_percent,
    t.target_n,
    t.target_rule_status,
    t.target_percent,
    t.n_valid < t.target_n as is_below_target,
    t.forecast_n,
    t.forecast_n_low,
    t.forecast_n_high,
    t.forecast_status,
    t.shortfall_n,
    if(t.forecast_n > 0, sqrt(t.target_n / t.forecast_n), null) as width_ratio,
    -- 1.96 is the normal quantile of planning, not of an estimate
    if(t.forecast_n > 0, 196 * sqrt(t.design_effect * 0.25 / t.forecast_n), null) as expected_margin_points,
    if(t.target_n > 0, 196 * sqrt(t.design_effect * 0.25 / t.target_n), null) as target_margin_points,
    rank() over (
      partition by t.round_code, t.instrument_code, t.domain_level = 'nation', t.respondent_group
      order by
        round(coalesce(t.shortfall_n, greatest(t.target_n - t.n_valid, 0)) / nullif(t.target_n, 0), 12) desc nulls last,
        round(t.target_percent, 12) nulls last,
        t.domain_level, t.domain_code
    ) as priority_order,
    cast(null as varchar) as document,
    cast(null as date) as document_date,
    t.provenance
  from told t
  left join clean.campaign_domains d using (round_code, domain_level, domain_code)
  left join spec.campaign_groups g
    on g.round_code = t.round_code and g.respondent_group = t.respondent_group
),

printed as (
  select
    p.round_code,
    p.instrument_code,
    p.unit_level as domain_level,
    p.unit_code as domain_code,
    p.unit_code,
    u.unit_name as domain_name,
    u.unit_name_en as domain_name_en,
    'all' as respondent_group,
    p.form_name,
    p.form_name_en,
    row_number() over (partition by p.round_code, p.unit_level, p.unit_code order by p.form_order) as form_order,
    p.document_date as as_of_date,
    0 as days_left,
    p.n_registered,
    p.n_answers,
    'persons_unknown' as answers_status,
    100.0::double * p.n_answers / nullif(p.n_registered, 0) as answers_percent,
    'document' as forecast_status,
    p.document,
    p.document_date,
    'published' as provenance
  from spec.published_participation p
  join spec.units u using (unit_level, unit_code)
)

from watched
union all by name
from printed
order by round_code, instrument_code, domain_level, domain_code, respondent_group
