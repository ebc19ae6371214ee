/*
summary: "The target of valid persons for every domain, group and form that has one: the narrowest row of the round's targets, shares taken of those registered and rounded up."
grain: [round_code, instrument_code, domain_level, domain_code, respondent_group]
*/
with
registered as (
  select round_code, instrument_code, unit_level, unit_code, respondent_group, count(*) as n_registered
  from clean.campaign_persons
  where unit_code is not null
  group by all
  union all
  select round_code, instrument_code, unit_level, unit_code, 'all', count(*)
  from clean.campaign_persons
  where unit_code is not null
  group by all
),

found as (
  select
    r.round_code, r.instrument_code, r.unit_level, r.unit_code, r.respondent_group,
    coalesce(t.target_n, ceil(round(t.target_share * r.n_registered, 9))::bigint) as target_n,
    t.rule_status,
    row_number() over (
      partition by r.round_code, r.instrument_code, r.unit_level, r.unit_code, r.respondent_group
      order by
        t.unit_code = '*', t.respondent_group = '*', t.instrument_code = '*', t.unit_level = '*',
        t.target_n, t.target_share
    ) as place
  from registered r
  join spec.campaign_targets t
    on t.round_code = r.round_code
    and t.unit_level in ('*', r.unit_level)
    and t.unit_code in ('*', r.unit_code)
    and t.instrument_code in ('*', r.instrument_code)
    and t.respondent_group in ('*', r.respondent_group)
),

units as (select * exclude (place) from found where place = 1)

select
  round_code, instrument_code, unit_level as domain_level, unit_code as domain_code, respondent_group, target_n, rule_status
from units
union all
-- the nation's target is what the units' targets add to
select round_code, instrument_code, 'nation', 'vn', respondent_group, sum(target_n)::bigint,
  -- a sum is no surer than the least sure of its parts
  case when bool_or(rule_status = 'assumed') then 'assumed' when bool_or(rule_status = 'inferred') then 'inferred' else 'confirmed' end
from units
group by all
