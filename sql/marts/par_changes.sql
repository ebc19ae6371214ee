/*
summary: "PAR INDEX from scorecards since the round before: change of total and areas with its error, and change of rank split into the unit's own part and the others'; or why the two are not compared."
grain: [round_code, index_code, unit_code, node_code]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  ranking_code: units that are ranked together; real and fictional ones never are
  unit_code: unit; a code that begins with minh-hoa is a fictional unit
  unit_name: its name
  unit_name_en: its English name
  is_fictional: the unit does not exist
  earlier_round: the round compared with
  comparison_kind: same_framework; crosswalk, every leaf has its reviewed counterpart; other_framework or other_survey_rules, not compared
  node_code: total, or an area
  node_name: its name
  node_name_en: its English name
  node_order: order of reading
  earlier_percent: percent of the maximum in the earlier round
  percent: the same in this round
  change_percent: the difference, in percentage points
  change_percent_se: its standard error; the errors of both surveys add
  change_percent_df: degrees of freedom after Satterthwaite
  change_percent_low: lower end of the 95 % interval
  change_percent_high: upper end
  change_percent_status: ok; fixed, nothing surveyed in either; not_estimable, an error is not known; not_comparable
  rank_status: of the total ok, or why there is no change of rank - other_framework, other_survey_rules, no_rank, no_earlier_card, no_earlier_rank
  n_ranked: units ranked in both rounds; both ranks are among them
  earlier_rank: rank among them in the earlier round
  index_rank: rank among them in this round
  rank_change: this rank less the earlier one; below zero is a rise
  own_change: what the unit's own change moved
  others_change: what the change of the others moved; the two add to rank_change
  provenance: derived, or illustrative for fictional units and illustrative frameworks
*/
with
ranks as (from scores.par_rank_changes),
changes as (from scores.par_changes),

nodes as (
  select round_code, index_code, unit_code, 'total' as node_code from ranks
  union
  select round_code, index_code, unit_code, node_code from changes
)

select
  n.round_code,
  n.index_code,
  r.ranking_code,
  n.unit_code,
  coalesce(f.unit_name, u.unit_name) as unit_name,
  coalesce(f.unit_name_en, u.unit_name_en) as unit_name_en,
  r.is_fictional,
  r.earlier_round,
  c.comparison_kind,
  n.node_code,
  w.node_name,
  w.node_name_en,
  w.node_order,
  d.earlier_percent,
  d.percent,
  d.change_percent,
  d.change_percent_se,
  d.change_percent_df,
  d.change_percent_low,
  d.change_percent_high,
  coalesce(d.change_status, 'not_comparable') as change_percent_status,
  if(n.node_code = 'total', r.change_status, null) as rank_status,
  if(n.node_code = 'total', r.n_ranked, null) as n_ranked,
  if(n.node_code = 'total', r.earlier_rank, null) as earlier_rank,
  if(n.node_code = 'total', r.index_rank, null) as index_rank,
  if(n.node_code = 'total', r.rank_change, null) as rank_change,
  if(n.node_code = 'total', r.own_change, null) as own_change,
  if(n.node_code = 'total', r.others_change, null) as others_change,
  r.provenance
from nodes n
join ranks r using (round_code, index_code, unit_code)
join scores.par_comparability c on c.round_code = r.round_code and c.index_code = r.index_code and c.ranking_code = r.ranking_code
join spec.framework_nodes w
  on w.framework_code = c.framework_code and w.node_code = n.node_code
  and w.unit_level = if(n.index_code = 'par_ministry', 'ministry', 'province')
left join changes d
  on d.round_code = n.round_code and d.index_code = n.index_code and d.unit_code = n.unit_code and d.node_code = n.node_code
left join spec.fictional_units f on f.unit_code = n.unit_code
left join spec.round_units u
  on u.round_code = n.round_code and u.index_code = n.index_code and u.unit_code = n.unit_code
order by n.round_code, n.index_code, r.ranking_code, n.unit_code, w.node_order
