/*
summary: "Every submitted form of face-to-face fieldwork with what the quality of its interview is judged by; none is left out for it."
grain: [round_code, instrument_code, response_key]
*/
with
forms as (
  select
    a.*,
    -- a form of which no day is known stands on the first one, but was not entered with others on it
    if(coalesce(a.submitted_time, a.opened_time) is null, null, a.submit_date) as entry_date,
    w.mode,
    r.short_minutes,
    r.straight_items,
    r.device_forms_a_day,
    cast(coalesce(a.opened_time, a.submitted_time) as time) as entry_time,
    cast(r.night_from as time) as night_from,
    cast(r.night_until as time) as night_until
  from clean.campaign_answers a
  join clean.campaign_windows w using (round_code, instrument_code)
  join spec.campaign_rules r using (round_code)
  where w.mode = 'face_to_face' and a.submit_date is not null and coalesce(a.exclusion_code, '') <> 'test_response'
),

devices as (
  select round_code, instrument_code, device_key, entry_date, count(*) as n_forms
  from forms
  where device_key is not null and entry_date is not null
  group by all
)

select
  f.round_code,
  f.instrument_code,
  f.response_key,
  f.unit_level,
  f.unit_code,
  f.interviewer_key,
  f.team_key,
  f.device_key,
  c.area_key,
  c.area_name,
  f.submit_date,
  -- a form that lies from one day to another was collected later: its length is not that of an interview
  case when cast(f.opened_time as date) = cast(f.submitted_time as date) and f.submitted_time >= f.opened_time
    then epoch(f.submitted_time - f.opened_time) / 60 end as minutes,
  case when cast(f.opened_time as date) = cast(f.submitted_time as date) and f.submitted_time >= f.opened_time
    then epoch(f.submitted_time - f.opened_time) / 60 < f.short_minutes end as is_short,
  if(f.night_from > f.night_until,
    f.entry_time >= f.night_from or f.entry_time < f.night_until,
    f.entry_time >= f.night_from and f.entry_time < f.night_until) as is_night,
  case when p.n_level_answers >= f.straight_items then p.n_levels = 1 end as is_straight,
  p.n_asked,
  p.n_asked - p.n_answered as n_blank,
  d.n_forms > f.device_forms_a_day as is_device_busy,
  f.provenance
from forms f
left join staging.campaign_patterns p using (round_code, instrument_code, response_key)
left join devices d using (round_code, instrument_code, device_key, entry_date)
left join staging.campaign_participants t using (round_code, instrument_code, participant_key)
left join staging.campaign_draws c on c.round_code = f.round_code and c.sample_unit_key = t.sample_unit_key
