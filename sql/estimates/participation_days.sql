/*
summary: "Every day of a watched form by domain (unit, nation) and group (each, all): persons who have taken each step until its end, and answers (lượt)."
grain: [round_code, instrument_code, domain_level, domain_code, respondent_group, day_date]
*/
with
steps as (from clean.campaign_steps),

-- a unit and a nation, a group and all groups
domains as (
  from steps where unit_level <> 'none'
  union all
  select * replace ('nation' as unit_level, 'vn' as unit_code) from steps
),

cube as (
  from domains where respondent_group <> 'none'
  union all
  select * replace ('all' as respondent_group) from domains
),

changes as (
  select
    round_code, instrument_code, unit_level as domain_level, unit_code as domain_code, respondent_group, step_date as day_date,
    sum(n) filter (step_code = 'registered') as registered,
    sum(n) filter (step_code = 'invited') as invited,
    sum(n) filter (step_code = 'delivered') as delivered,
    sum(n) filter (step_code = 'bounced') as bounced,
    sum(n) filter (step_code = 'blocked') as blocked,
    sum(n) filter (step_code = 'opted_out') as opted_out,
    sum(n) filter (step_code = 'started') as started,
    sum(n) filter (step_code = 'submitted') as submitted,
    sum(n) filter (step_code = 'valid') as valid,
    sum(n) filter (step_code = 'answers') as answers,
    sum(n) filter (step_code = 'valid_answers') as valid_answers
  from cube
  group by all
),

rows_of as (
  select round_code, instrument_code, unit_level as domain_level, unit_code as domain_code, respondent_group,
    if(bool_or(provenance = 'illustrative'), 'illustrative', max(provenance)) as provenance
  from cube
  group by all
),

days as (
  select r.*, unnest(generate_series(w.first_date::timestamp, w.until_date::timestamp, interval 1 day))::date as day_date
  from rows_of r
  join clean.campaign_windows w using (round_code, instrument_code)
)

select
  d.round_code,
  d.instrument_code,
  d.domain_level,
  d.domain_code,
  d.respondent_group,
  d.day_date,
  (sum(coalesce(c.registered, 0)) over upto)::bigint as n_registered,
  (sum(coalesce(c.invited, 0)) over upto)::bigint as n_invited,
  (sum(coalesce(c.delivered, 0)) over upto)::bigint as n_delivered,
  (sum(coalesce(c.bounced, 0)) over upto)::bigint as n_bounced,
  (sum(coalesce(c.blocked, 0)) over upto)::bigint as n_blocked,
  (sum(coalesce(c.opted_out, 0)) over upto)::bigint as n_opted_out,
  (sum(coalesce(c.started, 0)) over upto)::bigint as n_started,
  (sum(coalesce(c.submitted, 0)) over upto)::bigint as n_submitted,
  (sum(coalesce(c.valid, 0)) over upto)::bigint as n_valid,
  (sum(coalesce(c.answers, 0)) over upto)::bigint as n_answers,
  (sum(coalesce(c.valid_answers, 0)) over upto)::bigint as n_valid_answers,
  coalesce(c.valid, 0)::bigint as n_valid_day,
  coalesce(c.answers, 0)::bigint as n_answers_day,
  d.provenance
from days d
left join changes c using (round_code, instrument_code, domain_level, domain_code, respondent_group, day_date)
window upto as (
  partition by d.round_code, d.instrument_code, d.domain_level, d.domain_code, d.respondent_group
  order by d.day_date
)
