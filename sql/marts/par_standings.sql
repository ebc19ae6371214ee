/*
summary: "PAR INDEX from scorecards: where each unit stands, with the error of its surveyed part, rank sets, and ranks within region, group and type."
grain: [round_code, index_code, unit_code]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  ranking_code: units that are ranked together; real and fictional ones never are
  unit_code: unit; a code that begins with minh-hoa is a fictional unit
  unit_name: its name
  unit_name_en: its English name
  is_fictional: the unit does not exist
  region_name: region; NULL for ministries
  region_name_en: English name of the region
  group_name: group of the round
  group_name_en: English name of the group
  points: exact total
  max_points: maximum that applies
  index_percent: total over maximum in percent, exact to nine decimals
  percent: the same as a number
  percent_se: standard error of the surveyed part; appraised points have none
  percent_df: degrees of freedom; NULL where nothing is estimated
  percent_low: lower end of the 95 % interval
  percent_high: upper end
  percent_n: fewest responses behind a surveyed leaf
  percent_status: ok; fixed, nothing surveyed; not_published, a survey result without error; incomplete
  error_method: delta or bootstrap
  rank_status: ranked; unranked, scored without a rank; withheld, its points cannot be completed
  reason: why an unranked unit has no rank
  reason_en: the same in English
  index_rank: rank on the exact quotient
  n_ranked: units ranked together
  marginal_low: best rank of the 95 % set of this unit alone
  marginal_high: worst rank of it
  simultaneous_low: best rank of the sets that hold for all units at once
  simultaneous_high: worst rank of it
  n_indistinct: units that cannot be told from this one
  indistinct_names: their names, in the order of the ranking
  indistinct_names_en: the same in English
  top_share: share of simulated draws among the first five, a description
  bottom_share: share of them among the last five
  is_tied_in_print: equal at two decimals with a unit of another rank
  region_rank: rank within the region
  n_region: ranked units of it
  group_rank: rank within the group
  n_group: ranked units of it
  unit_type: type of unit
  type_rank: rank within the type
  n_type: ranked units of it
  provenance: derived, or illustrative for fictional units and illustrative frameworks
*/
with
ranks as (from scores.par_ranks),

names as (
  select round_code, index_code, unit_code, unit_name, unit_name_en, region_code, reason, reason_en
  from spec.round_units
  union all
  select r.round_code, r.index_code, f.unit_code, f.unit_name, f.unit_name_en, f.region_code, f.unranked_reason, f.unranked_reason_en
  from spec.fictional_units f
  join (select distinct round_code, index_code, unit_code from ranks where is_fictional) r using (unit_code)
),

indistinct as (
  select
    t.round_code, t.index_code, t.unit_code,
    string_agg(n.unit_name, ', ' order by t.place) as indistinct_names,
    string_agg(n.unit_name_en, ', ' order by t.place) as indistinct_names_en
  from (
    select round_code, index_code, unit_code, unnest(string_split(indistinct_codes, ' ')) as other_code,
      unnest(range(1, n_indistinct + 1)) as place
    from ranks where n_indistinct > 0
  ) t
  join names n on n.round_code = t.round_code and n.index_code = t.index_code and n.unit_code = t.other_code
  group by all
)

select
  r.round_code,
  r.index_code,
  r.ranking_code,
  r.unit_code,
  n.unit_name,
  n.unit_name_en,
  r.is_fictional,
  coalesce(f.region_name, g.region_name) as region_name,
  coalesce(f.region_name_en, g.region_name_en) as region_name_en,
  p.group_name,
  p.group_name_en,
  e.points,
  e.max_points,
  i.index_percent,
  e.percent,
  e.percent_se,
  e.percent_df,
  e.percent_low,
  e.percent_high,
  e.percent_n,
  e.percent_status,
  e.error_method,
  r.rank_status,
  if(r.rank_status = 'unranked', n.reason, null) as reason,
  if(r.rank_status = 'unranked', n.reason_en, null) as reason_en,
  r.index_rank,
  r.n_ranked,
  r.marginal_low,
  r.marginal_high,
  r.simultaneous_low,
  r.simultaneous_high,
  r.n_indistinct,
  d.indistinct_names,
  d.indistinct_names_en,
  r.top_share,
  r.bottom_share,
  r.is_tied_in_print,
  r.region_rank,
  r.n_region,
  r.group_rank,
  r.n_group,
  r.unit_type,
  r.type_rank,
  r.n_type,
  r.provenance
from ranks r
join names n using (round_code, index_code, unit_code)
join scores.par_index i using (round_code, index_code, unit_code)
join scores.par_node_errors e
  on e.round_code = r.round_code and e.index_code = r.index_code and e.unit_code = r.unit_code and e.node_code = 'total'
left join spec.fictional_units f on f.unit_code = r.unit_code
left join spec.regions g on g.region_code = n.region_code
left join spec.par_groups p
  on p.round_code = r.round_code and p.index_code = r.index_code and p.group_code = r.group_code
left join indistinct d
  on d.round_code = r.round_code and d.index_code = r.index_code and d.unit_code = r.unit_code
order by r.round_code, r.index_code, r.ranking_code, r.index_rank nulls last, r.unit_code
