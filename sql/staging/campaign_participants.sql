/*
summary: "Every person of a watched campaign once per form, with the unit and group of the first listing; how often and for how many units the person is listed is kept for the exceptions."
grain: [round_code, instrument_code, participant_key]
*/
with
listed as (
  select
    p.round_code,
    p.instrument_code,
    trim(p.participant_key) as participant_key,
    p.sample_unit_key,
    n.unit_level,
    n.unit_code,
    coalesce(nullif(trim(p.respondent_group), ''), 'ungrouped') as respondent_group,
    -- a day of a campaign is a day in Vietnam, which is seven hours ahead of UTC
    cast(p.registered_at + interval 7 hour as date) as registered_date,
    p.provenance,
    row_number() over (
      partition by p.round_code, p.instrument_code, trim(p.participant_key)
      order by p.registered_at, n.unit_code, n.unit_level, p.respondent_group, p.sample_unit_key, p.provenance
    ) as place
  from raw.participants p
  join spec.campaign_forms f using (round_code, instrument_code)
  left join staging.campaign_unit_names n
    on n.round_code = p.round_code and n.unit_name = p.unit_name
  where trim(coalesce(p.participant_key, '')) <> ''
),

listings as (
  select round_code, instrument_code, participant_key, count(*) as n_listings, count(distinct unit_code) as n_units
  from listed
  group by all
)

select l.* exclude (place), c.n_listings, c.n_units
from listed l
join listings c using (round_code, instrument_code, participant_key)
where l.place = 1
