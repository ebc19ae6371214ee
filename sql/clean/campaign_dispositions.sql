/*
summary: "Sampled cases of each watched form by final disposition in AAPOR's letters: of face-to-face rounds as the field wrote it, substitutes left out; online from mail and answers, those registered being eligible."
grain: [round_code, instrument_code, domain_level, domain_code, disposition_code]
checks:
  one of:
    disposition_code: [I, P, R, NC, O, UO, NE]
*/
with
cases as (
  select
    p.round_code, p.instrument_code, p.unit_level, p.unit_code, p.provenance,
    case
      when w.mode = 'face_to_face' then case d.final_disposition
        when 'complete' then 'I'
        when 'partial' then 'P'
        when 'refusal' then 'R'
        when 'non_contact' then 'NC'
        when 'other_non_interview' then 'O'
        when 'ineligible' then 'NE'
        else 'UO' end
      when p.valid_date is not null then 'I'
      when p.submit_date is not null then 'O'
      when p.begin_date is not null then 'P'
      when p.mail_state = 'opted_out' then 'R'
      else 'NC'
    end as disposition_code
  from clean.campaign_persons p
  join clean.campaign_windows w using (round_code, instrument_code)
  left join staging.campaign_draws d using (round_code, sample_unit_key)
  where not coalesce(d.is_substitute, false)
),

domains as (
  from cases where unit_code is not null
  union all
  select * replace ('nation' as unit_level, 'vn' as unit_code) from cases
)

select
  round_code, instrument_code, unit_level as domain_level, unit_code as domain_code, disposition_code, count(*) as n,
  if(bool_or(provenance = 'illustrative'), 'illustrative', max(provenance)) as provenance
from domains
group by all
