/*
summary: "Overall SIPAS over the rounds up to each one, and since when the years can be compared with it."
grain: [round_code, index_code, domain_level, domain_code, year]
columns:
  round_code: index year of the report
  index_code: sipas
  recipe_code: the recipe that the round shows first
  domain_level: province, region or nation
  domain_code: code of the domain
  unit_code: the province; NULL for public aggregates
  domain_name: name of the domain
  domain_name_en: English name
  year: the round whose value it is, this one or an earlier one
  is_comparable: whether change between that year and this one can be told; true for the year itself
  segment_no: years of one number can be compared with this round; every other year stands alone
  reason: why it can or cannot; NULL where the round says nothing of it
  reason_en: the same in English
  share_percent: percent satisfied, unrounded
  share_percent_df: degrees of freedom of its error
  share_percent_low: lower end of its 95 % interval
  share_percent_high: upper end of its 95 % interval
  share_percent_n: valid responses
  share_percent_status: ok, or why there is no value
  provenance: illustrative for invented respondents
*/
with
years as (
  select e.*, now.round_code as report_round, now.recipe_code as report_recipe
  from estimates.sipas e
  join spec.sipas_recipes now
    on now.index_code = e.index_code
    and now.recipe_code = e.recipe_code
    and now.is_shown
    and now.round_code >= e.round_code
  where e.node_level = 'overall'
),

judged as (
  select
    y.*,
    y.round_code = y.report_round or coalesce(m.is_comparable, false) as is_comparable,
    m.reason,
    m.reason_en
  from years y
  left join spec.sipas_comparability m
    on m.round_code = y.report_round and m.index_code = y.index_code and m.earlier_round = y.round_code
)

select
  j.report_round as round_code,
  j.index_code,
  j.recipe_code,
  j.domain_level,
  j.domain_code,
  d.unit_code,
  d.domain_name,
  d.domain_name_en,
  j.round_code::integer as year,
  j.is_comparable,
  if(j.is_comparable, 0, j.round_code::integer) as segment_no,
  j.reason,
  j.reason_en,
  100 * j.share as share_percent,
  j.share_df as share_percent_df,
  100 * j.share_low as share_percent_low,
  100 * j.share_high as share_percent_high,
  j.share_n as share_percent_n,
  j.share_status as share_percent_status,
  j.provenance
from judged j
join estimates.domain_names d
  on d.round_code = j.report_round
  and d.index_code = j.index_code
  and d.domain_level = j.domain_level
  and d.domain_code = j.domain_code
order by j.report_round, j.index_code, j.domain_level, j.domain_code, year
