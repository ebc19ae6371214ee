/*
summary: Who was approached and with what outcome; substitutes never raise the response rate.
grain: [round_code, index_code, domain_level, domain_code]
columns:
  round_code: index year
  index_code: sipas
  domain_level: province, region or nation
  domain_code: code of the domain
  unit_code: the province; NULL for public aggregates
  domain_name: name of the domain
  domain_name_en: English name
  n_psus: sampled first-stage units
  n_approached: persons approached, substitutes included
  n_completed: with a complete interview
  n_refused: refused
  n_not_contacted: not reached
  n_ineligible: not eligible
  n_unknown: eligibility not known, those of whom the field wrote nothing among them
  n_substitutes: substitutes among those approached
  n_valid: valid responses
  response_rate_percent: completed of the originally drawn, ineligible ones left out (AAPOR RR1)
  provenance: illustrative for invented respondents
checks:
  between:
    response_rate_percent: [0, 100]
*/
with
persons as (
  select d.domain_level, d.domain_code, p.*
  from clean.sample_paths p
  join estimates.domains d using (round_code, index_code, unit_code)
),

psus as (
  select d.round_code, d.index_code, d.domain_level, d.domain_code, count(*) as n_psus
  from clean.sampled_psus p
  join estimates.domains d using (round_code, index_code, unit_code)
  group by all
),

valid as (
  select d.round_code, d.index_code, d.domain_level, d.domain_code, count(*) as n_valid
  from clean.responses r
  join estimates.domains d using (round_code, index_code, unit_code)
  group by all
),

counted as (
  select
    round_code, index_code, domain_level, domain_code,
    count(*) as n_approached,
    count(*) filter (final_disposition = 'complete') as n_completed,
    count(*) filter (final_disposition = 'refusal') as n_refused,
    count(*) filter (final_disposition = 'non_contact') as n_not_contacted,
    count(*) filter (final_disposition = 'ineligible') as n_ineligible,
    count(*) filter (coalesce(final_disposition, 'unknown_eligibility') = 'unknown_eligibility') as n_unknown,
    count(*) filter (is_substitute) as n_substitutes,
    count(*) filter (not is_substitute and final_disposition = 'complete') as n_drawn_completed,
    count(*) filter (not is_substitute and final_disposition is distinct from 'ineligible') as n_drawn_eligible,
    max(provenance) as provenance
  from persons
  group by all
)

select
  c.round_code,
  c.index_code,
  c.domain_level,
  c.domain_code,
  n.unit_code,
  n.domain_name,
  n.domain_name_en,
  p.n_psus,
  c.n_approached,
  c.n_completed,
  c.n_refused,
  c.n_not_contacted,
  c.n_ineligible,
  c.n_unknown,
  c.n_substitutes,
  coalesce(v.n_valid, 0) as n_valid,
  if(c.n_drawn_eligible > 0, 100.0::double * c.n_drawn_completed / c.n_drawn_eligible, null) as response_rate_percent,
  c.provenance
from counted c
join estimates.domain_names n using (round_code, index_code, domain_level, domain_code)
join psus p using (round_code, index_code, domain_level, domain_code)
left join valid v using (round_code, index_code, domain_level, domain_code)
order by c.round_code, c.index_code, c.domain_level, c.domain_code
