/*
summary: "PAR INDEX rankings computed in other ways: percent, rank and shift of each unit under each alternative, with what was really applied."
grain: [round_code, index_code, ranking_code, alternative_code, unit_code]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  ranking_code: units that are ranked together
  unit_code: unit
  unit_name: its name
  unit_name_en: its English name
  alternative_code: what was changed
  alternative_order: order of reading
  alternative_status: applied; same as the round's rule; not_applied, these units lack what it needs
  area_name: of an alternative that leaves out an area, its name
  area_name_en: the same in English
  percent: index under the alternative
  alternative_rank: rank under it
  rank_shift: that rank less the rank as it stands
  provenance: derived, or illustrative
*/
select
  r.round_code,
  r.index_code,
  r.ranking_code,
  r.unit_code,
  s.unit_name,
  s.unit_name_en,
  r.alternative_code,
  r.alternative_order,
  r.alternative_status,
  n.node_name as area_name,
  n.node_name_en as area_name_en,
  r.percent,
  r.alternative_rank,
  r.rank_shift,
  r.provenance
from scores.par_robustness r
join marts.par_standings s using (round_code, index_code, unit_code)
join scores.par_ranks k using (round_code, index_code, unit_code)
left join spec.framework_nodes n
  on n.framework_code = k.framework_code and r.alternative_code = 'without_' || n.node_code
  and n.unit_level = if(r.index_code = 'par_ministry', 'ministry', 'province')
order by r.round_code, r.index_code, r.ranking_code, r.alternative_order, r.unit_code
