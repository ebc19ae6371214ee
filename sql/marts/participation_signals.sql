/*
summary: "What asks for something to be done, as it stands on the day: units that were not invited, are silent or will miss their target, mail domains that fail, exceptions, and fieldwork that stands apart."
grain: [round_code, instrument_code, signal_code, unit_code, subject_key]
columns:
  round_code: the round of the campaign
  instrument_code: the form
  form_name: name of the form; NULL for what is no form (polls, questions)
  form_name_en: English name
  signal_code: "not_invited (half of the other units were), silent (mail arrived a pace's length ago and nobody began, while half of the other units have), misses_target (even the upper end of the forecast is below), broken_domain, exception, fieldwork"
  unit_code: the unit; none where it can be given to none
  unit_name: name of the unit; NULL where it can be given to none
  unit_name_en: English name
  subject_key: what it is about; the mail domain, the kind of exception, or level, key and measure of fieldwork; the unit otherwise
  n: persons, submissions or forms concerned
  as_of_date: the day until which everything is told
  provenance: illustrative for invented persons
*/
with
units as (
  select u.*, r.pace_days,
    count(*) over form as n_units,
    count(*) filter (u.n_invited > 0) over form as n_units_invited,
    count(*) filter (u.n_started > 0) over form as n_units_started
  from marts.participation_units u
  left join spec.campaign_rules r using (round_code)
  where u.domain_level <> 'nation' and u.respondent_group = 'all' and u.document is null and u.n_registered > 0
  window form as (partition by u.round_code, u.instrument_code)
),

first_mails as (
  select round_code, instrument_code, unit_code, min(delivery_date) as delivery_date
  from clean.campaign_persons
  where unit_code is not null
  group by all
),

found as (
  select round_code, instrument_code, 'not_invited' as signal_code, unit_code, unit_code as subject_key, n_registered as n, as_of_date, provenance
  from units
  where n_invited = 0 and as_of_date >= opens and n_units > 1 and 2 * n_units_invited >= n_units - 1
  union all
  select u.round_code, u.instrument_code, 'silent', u.unit_code, u.unit_code, u.n_delivered, u.as_of_date, u.provenance
  from units u
  join first_mails m using (round_code, instrument_code, unit_code)
  where u.n_started = 0 and u.as_of_date >= m.delivery_date + u.pace_days and u.n_units > 1 and 2 * u.n_units_started >= u.n_units - 1
  union all
  select round_code, instrument_code, 'misses_target', unit_code, unit_code, target_n - n_valid, as_of_date, provenance
  from units
  where forecast_status in ('ok', 'closed') and forecast_n_high < target_n
  union all
  select round_code, instrument_code, 'broken_domain', unit_code, mail_domain, sum(n_failing)::bigint, max(as_of_date), max(provenance)
  from marts.mail_failures
  where is_domain_broken and unit_code is not null
  group by all
  union all
  select round_code, instrument_code, 'exception', unit_code, exception_code, count(*), max(as_of_date), max(provenance)
  from marts.participation_exceptions
  group by all
  union all
  select round_code, instrument_code, 'fieldwork', unit_code, actor_level || '/' || actor_key || '/' || measure_code, n_forms, as_of_date, provenance
  from marts.field_quality
  where is_flagged
)

select
  f.round_code,
  f.instrument_code,
  w.form_name,
  w.form_name_en,
  f.signal_code,
  f.unit_code,
  d.domain_name as unit_name,
  d.domain_name_en as unit_name_en,
  f.subject_key,
  f.n,
  f.as_of_date,
  f.provenance
from found f
left join clean.campaign_windows w using (round_code, instrument_code)
left join clean.campaign_domains d
  on d.round_code = f.round_code and d.domain_code = f.unit_code and d.domain_level <> 'nation'
order by f.round_code, f.instrument_code, f.signal_code, f.unit_code, f.subject_key
