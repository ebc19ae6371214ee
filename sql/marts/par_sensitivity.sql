/*
summary: "What a PAR INDEX ranking hangs on when every open choice varies at once: Sobol's indices by input, simulated ranks by unit."
grain: [round_code, index_code, ranking_code, subject_kind, subject_code]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  unit_code: the unit; NULL for an input
  ranking_code: units that are ranked together
  subject_kind: input or unit
  subject_code: the input or the unit
  subject_order: order of reading
  unit_name: name of the unit
  unit_name_en: its English name
  index_rank: rank as it stands
  first_share: share of the variance of the mean rank shift that the input explains alone
  first_share_se: simulation error of it
  total_share: the same with all its interactions
  total_share_se: simulation error of it
  rank_low: 5th percentile of the simulated ranks
  rank_median: median
  rank_high: 95th percentile
  top_share: share of runs among the first five
  mean_shift: mean absolute rank shift over all runs
  n_runs: runs of the model
  provenance: derived, or illustrative
*/
select
  t.round_code,
  t.index_code,
  s.unit_code,
  t.ranking_code,
  t.subject_kind,
  t.subject_code,
  t.subject_order,
  s.unit_name,
  s.unit_name_en,
  s.index_rank,
  t.first_share,
  t.first_share_se,
  t.total_share,
  t.total_share_se,
  t.rank_low,
  t.rank_median,
  t.rank_high,
  t.top_share,
  t.mean_shift,
  t.n_runs,
  t.provenance
from scores.par_sensitivity t
left join marts.par_standings s
  on t.subject_kind = 'unit' and s.round_code = t.round_code and s.index_code = t.index_code and s.unit_code = t.subject_code
order by t.round_code, t.index_code, t.ranking_code, t.subject_kind, t.subject_order
