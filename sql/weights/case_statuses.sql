/*
summary: "What became of every place of the sample, by the last person approached for it: a valid response, or in the words of the field."
grain: [round_code, index_code, sample_unit_key]
checks:
  one of:
    case_status: [respondent, nonrespondent, ineligible, unknown, contradicted]
*/
with
valid as (
  select distinct v.round_code, v.index_code, r.sample_unit_key
  from clean.response_status v
  join staging.responses r using (round_code, index_code, response_key)
  where v.is_valid
)

select
  p.round_code,
  p.index_code,
  p.sample_unit_key,
  p.unit_code,
  p.path_keys[len(p.path_keys) - 1] as cluster_key,
  round(1e9 / p.inclusion_probability)::bigint as base_weight_e9,
  p.is_substitute,
  -- a place is told by the last person approached for it, or by whoever answered
  p.replaced_by_key is null or v.sample_unit_key is not null as is_case,
  -- nobody of unknown or no eligibility becomes a respondent
  case
    when v.sample_unit_key is not null and coalesce(p.final_disposition, '') in ('complete', 'partial') then 'respondent'
    when v.sample_unit_key is not null then 'contradicted'
    when p.final_disposition in ('complete', 'partial', 'refusal', 'non_contact', 'other_non_interview') then 'nonrespondent'
    when p.final_disposition = 'ineligible' then 'ineligible'
    else 'unknown'
  end as case_status,
  p.provenance
from clean.sample_paths p
left join valid v using (round_code, index_code, sample_unit_key)
