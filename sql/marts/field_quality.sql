/*
summary: "Quality of face-to-face fieldwork by interviewer, team, commune and device: each figure beside the distribution of its peers in the same form, and a flag where it stands apart. A flag asks for a look; nothing is excluded."
grain: [round_code, instrument_code, actor_level, actor_key, measure_code]
columns:
  round_code: the round of the campaign
  instrument_code: the form
  form_name: name of the form
  form_name_en: English name
  actor_level: interviewer, team, area (commune) or device
  actor_key: key of the interviewer, team, area or device; never a name of a person
  actor_name: name of an area; NULL otherwise
  unit_code: the unit in which most of the forms lie; none where it is not known
  measure_code: "pace (forms a day of work), median_minutes, short, night, straight, blank (shares of 0 to 1), device (forms from a busy device)"
  n_forms: submitted forms of this one
  n_counted: forms of which the measure can be told
  measure_value: the figure
  peers_n: peers of the same level and form with enough forms
  peers_median: median of the peers
  peers_low: lower quartile of the peers
  peers_high: upper quartile of the peers
  robust_z: distance from the peers' median over 1.4826 times their median absolute deviation; NULL when that is zero
  is_flagged: apart from its peers on the side that harms, by the round's bound
  flag_status: "ok; too_few_forms; no_peers (fewer than the round asks for); no_data (nothing to tell it by)"
  as_of_date: the day until which everything is told
  provenance: illustrative for invented persons
*/
with
actors as (
  select *, 'interviewer' as actor_level, interviewer_key as actor_key, cast(null as varchar) as actor_name from clean.field_forms
  where interviewer_key is not null
  union all
  select *, 'team', team_key, null from clean.field_forms where team_key is not null
  union all
  select *, 'area', area_key, area_name from clean.field_forms where area_key is not null
  union all
  select *, 'device', device_key, null from clean.field_forms where device_key is not null
),

summed as (
  select
    round_code, instrument_code, actor_level, actor_key,
    min(actor_name) as actor_name,
    coalesce(mode(unit_code order by unit_code), 'none') as unit_code,
    count(*) as n_forms,
    count(distinct submit_date) as n_days,
    quantile_cont(minutes, 0.5) as median_minutes,
    count(minutes) as n_timed,
    count(*) filter (is_short) as n_short,
    count(is_short) as n_short_known,
    count(*) filter (is_night) as n_night,
    count(is_night) as n_night_known,
    count(*) filter (is_straight) as n_straight,
    count(is_straight) as n_straight_known,
    sum(n_blank)::bigint as n_blank,
    sum(n_asked)::bigint as n_asked,
    count(n_asked) as n_asked_known,
    count(*) filter (is_device_busy) as n_busy,
    count(is_device_busy) as n_device_known,
    if(bool_or(provenance = 'illustrative'), 'illustrative', max(provenance)) as provenance
  from actors
  group by all
),

measures as (
  select s.*, m.measure_code, m.measure_value, m.n_counted, m.is_low_bad
  from summed s, unnest([
    {measure_code: 'pace', measure_value: n_forms / n_days, n_counted: n_forms, is_low_bad: false},
    {measure_code: 'median_minutes', measure_value: median_minutes, n_counted: n_timed, is_low_bad: true},
    {measure_code: 'short', measure_value: n_short / nullif(n_short_known, 0), n_counted: n_short_known, is_low_bad: false},
    {measure_code: 'night', measure_value: n_night / nullif(n_night_known, 0), n_counted: n_night_known, is_low_bad: false},
    {measure_code: 'straight', measure_value: n_straight / nullif(n_straight_known, 0), n_counted: n_straight_known, is_low_bad: false},
    {measure_code: 'blank', measure_value: n_blank / nullif(n_asked, 0), n_counted: n_asked_known, is_low_bad: false},
    {measure_code: 'device', measure_value: n_busy / nullif(n_device_known, 0), n_counted: n_device_known, is_low_bad: false}
  ]) as u(m)
),

judged as (
  select m.*, r.least_forms, r.robust_z as bound, r.equal_peers_distance, r.least_peers,
    m.n_forms >= r.least_forms and m.measure_value is not null as is_peer
  from measures m
  join spec.campaign_rules r using (round_code)
  where r.robust_z is not null
),

peers as (
  select
    round_code, instrument_code, actor_level, measure_code,
    count(*) as peers_n,
    quantile_cont(measure_value, 0.5) as peers_median,
    quantile_cont(measure_value, 0.25) as peers_low,
    quantile_cont(measure_value, 0.75) as peers_high
  from judged
  where is_peer
  group by all
),

deviations as (
  select j.round_code, j.instrument_code, j.actor_level, j.measure_code,
    quantile_cont(abs(j.measure_value - p.peers_median), 0.5) as mad
  from judged j
  join peers p using (round_code, instrument_code, actor_level, measure_code)
  where j.is_peer
  group by all
),

placed as (
  select
    j.*, p.peers_n, p.peers_median, p.peers_low, p.peers_high,
    (j.measure_value - p.peers_median) / nullif(1.4826 * d.mad, 0) as robust_z,
    -- where at least half of the peers are equal, the distance itself has to do
    if(d.mad = 0, j.measure_value - p.peers_median, null) as plain_distance
  from judged j
  left join peers p using (round_code, instrument_code, actor_level, measure_code)
  left join deviations d using (round_code, instrument_code, actor_level, measure_code)
)

select
  p.round_code,
  p.instrument_code,
  w.form_name,
  w.form_name_en,
  p.actor_level,
  p.actor_key,
  p.actor_name,
  p.unit_code,
  p.measure_code,
  p.n_forms,
  p.n_counted,
  p.measure_value,
  p.peers_n,
  p.peers_median,
  p.peers_low,
  p.peers_high,
  p.robust_z,
  coalesce(
    p.is_peer and p.peers_n >= p.least_peers
    and if(p.is_low_bad, -1, 1) * coalesce(p.robust_z, if(abs(p.plain_distance) >= p.equal_peers_distance, sign(p.plain_distance) * p.bound, 0)) >= p.bound,
    false) as is_flagged,
  case
    when p.measure_value is null then 'no_data'
    when p.n_forms < p.least_forms then 'too_few_forms'
    when p.peers_n < p.least_peers then 'no_peers'
    else 'ok'
  end as flag_status,
  w.as_of_date,
  p.provenance
from placed p
join clean.campaign_windows w using (round_code, instrument_code)
order by p.round_code, p.instrument_code, p.actor_level, p.actor_key, p.measure_code
