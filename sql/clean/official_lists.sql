/*
summary: Per unit and group of officials, how many names are on the list and how many of them gave a form that counts.
grain: [round_code, index_code, unit_code, group_code]
checks:
  no rows:
    nobody answers who is not on the list: >
      select * from this where n_responses > n_listed
*/
with
answered as (
  select round_code, index_code, unit_code, group_code, count(*) as n_responses
  from clean.official_status where is_valid
  group by all
)

select
  p.round_code,
  p.index_code,
  p.unit_code,
  p.group_code,
  count(*)::integer as n_listed,
  coalesce(any_value(a.n_responses), 0)::integer as n_responses,
  bool_or(p.is_fictional) as is_fictional,
  max(p.provenance) as provenance
from staging.official_participants p
left join answered a using (round_code, index_code, unit_code, group_code)
group by p.round_code, p.index_code, p.unit_code, p.group_code
