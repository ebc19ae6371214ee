/*
summary: How often answers differ when asked again (phúc tra), by interviewer, team, commune, province and nation, with what was decided of a batch and how many responses that left out.
grain: [round_code, index_code, batch_level, batch_code, variable_kind]
columns:
  round_code: index year
  index_code: sipas
  batch_level: interviewer, team, commune, unit or nation
  batch_code: key of the interviewer, team or commune; code of the province; vn
  unit_code: the province that the batch lies in; NULL for the nation, and where it lies in several
  unit_name: its name
  unit_name_en: its English name
  variable_kind: 1 must not change, 2 is hard to ask, 3 tells stability only
  n_forms: forms asked again
  n_compared: answers compared
  n_different: answers that differ by more than the round tolerates
  error_percent: percent of the answers that differ
  error_percent_se: standard error, percentage points
  error_percent_df: degrees of freedom, forms less one
  error_percent_low: lower end of the 95 % interval
  error_percent_high: upper end of the 95 % interval
  error_percent_status: ok, or why there is no value
  decision_code: keep, correct or void, as signed off; NULL where nothing was decided
  n_left_out: responses that count for nothing because the batch was voided; NULL unless it was
  left_out_percent: these, of the batch's responses that would count
  provenance: illustrative for invented respondents
*/
with
left_out as (
  select
    d.round_code, d.index_code, d.batch_level, d.batch_code,
    count(*) filter (s.first_reason_code = 'voided_by_recheck')::integer as n_left_out,
    count(*) filter (s.first_reason_code = 'voided_by_recheck' or s.is_valid)::integer as n_else_valid
  from spec.recheck_decisions d
  join staging.response_batches b
    on b.round_code = d.round_code and b.index_code = d.index_code
    and d.batch_code = case d.batch_level
      when 'interviewer' then b.interviewer_key
      when 'team' then b.team_code
      when 'commune' then b.commune_key
      when 'unit' then b.unit_code
    end
  join clean.response_status s on s.round_code = b.round_code and s.response_key = b.response_key
  where d.decision = 'void'
  group by all
)

select
  r.round_code,
  r.index_code,
  r.batch_level,
  r.batch_code,
  r.unit_code,
  u.unit_name,
  u.unit_name_en,
  r.variable_kind,
  r.n_forms,
  r.n_compared,
  r.n_different,
  100 * r.error_share as error_percent,
  100 * r.error_share_se as error_percent_se,
  if(r.error_share_status = 'ok', r.n_forms - 1, null) as error_percent_df,
  100 * r.error_share_low as error_percent_low,
  100 * r.error_share_high as error_percent_high,
  r.error_share_status as error_percent_status,
  d.decision as decision_code,
  l.n_left_out,
  100 * l.n_left_out / nullif(l.n_else_valid, 0)::double as left_out_percent,
  r.provenance
from clean.recheck_rates r
left join spec.round_units u
  on u.round_code = r.round_code and u.index_code = r.index_code and u.unit_code = r.unit_code
left join spec.recheck_decisions d
  on d.round_code = r.round_code and d.index_code = r.index_code and d.batch_level = r.batch_level and d.batch_code = r.batch_code
left join left_out l
  on l.round_code = r.round_code and l.index_code = r.index_code and l.batch_level = r.batch_level and l.batch_code = r.batch_code
order by r.round_code, r.index_code, r.batch_level, r.batch_code, r.variable_kind
