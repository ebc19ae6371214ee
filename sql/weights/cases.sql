/*
summary: "Places of the sample by sampled area: how many, and the exact sums of their base weights, by what became of them; and of the persons first drawn how many were eligible and how many of these responded."
grain: [round_code, index_code, cluster_key]
checks:
  no rows:
    where eligibility or nonresponse is weighted for, no valid response is of a person whom the field calls ineligible, unknown or nothing: >
      select c.round_code, c.unit_code, c.cluster_key, c.n_contradicted
      from this c
      join spec.weighting w using (round_code, index_code)
      where c.n_contradicted > 0 and (w.eligibility_method <> 'none' or w.nonresponse_method <> 'none')
      order by all
*/
select
  s.round_code,
  s.index_code,
  s.unit_code,
  s.cluster_key,
  s.cluster_number,
  s.path_keys[1] as psu_key,
  s.n_persons,
  count(*) filter (c.is_case)::integer as n_places,
  count(*) filter (c.is_case and c.case_status = 'respondent')::integer as n_respondents,
  count(*) filter (c.is_case and c.case_status = 'nonrespondent')::integer as n_nonrespondents,
  count(*) filter (c.is_case and c.case_status = 'ineligible')::integer as n_ineligible,
  count(*) filter (c.is_case and c.case_status = 'unknown')::integer as n_unknown,
  count(*) filter (c.is_case and c.case_status = 'contradicted')::integer as n_contradicted,
  coalesce(sum(c.base_weight_e9::hugeint) filter (c.is_case and c.case_status in ('respondent', 'contradicted')), 0) as respondents_e9,
  coalesce(sum(c.base_weight_e9::hugeint) filter (c.is_case and c.case_status = 'nonrespondent'), 0) as nonrespondents_e9,
  coalesce(sum(c.base_weight_e9::hugeint) filter (c.is_case and c.case_status = 'ineligible'), 0) as ineligible_e9,
  coalesce(sum(c.base_weight_e9::hugeint) filter (c.is_case and c.case_status = 'unknown'), 0) as unknown_e9,
  count(*) filter (not c.is_substitute and c.case_status in ('respondent', 'nonrespondent', 'contradicted'))::integer as n_drawn_eligible,
  count(*) filter (not c.is_substitute and c.case_status in ('respondent', 'contradicted'))::integer as n_drawn_respondents,
  s.provenance
from clean.sampled_clusters s
left join weights.case_statuses c using (round_code, index_code, cluster_key)
group by all
