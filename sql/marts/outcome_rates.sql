/*
summary: "Response, cooperation, refusal and contact rates by the names that AAPOR gives them; substitutes never raise one."
grain: [round_code, instrument_code, domain_level, domain_code, rate_code]
columns:
  round_code: the round of the campaign
  instrument_code: the form
  form_name: name of the form
  form_name_en: English name
  form_order: place of the form in campaign.yaml
  domain_level: ministry, province or nation
  domain_code: code of the unit; vn for the nation
  unit_code: the unit; NULL for public aggregates
  domain_name: name of the unit
  domain_name_en: English name
  rate_code: RR1 to RR6, COOP1 to COOP4, REF1 to REF3, CON1 to CON3, as AAPOR's Standard Definitions name them
  rate_order: their order there
  rate_percent: the rate; NULL when there is nobody to take it of
  rate_status: ok, or no_cases
  n_numerator: upper part of the fraction
  n_denominator: lower part; of RR3, RR4, REF2 and CON2 not whole, since it holds an estimated share of unknown cases
  n_cases: sampled or registered cases, substitutes left out
  as_of_date: the day until which everything is told
  provenance: illustrative for invented persons
*/
select
  r.round_code,
  r.instrument_code,
  w.form_name,
  w.form_name_en,
  w.form_order,
  r.domain_level,
  r.domain_code,
  case when r.domain_level <> 'nation' then r.domain_code end as unit_code,
  d.domain_name,
  d.domain_name_en,
  r.rate_code,
  r.rate_order,
  100 * r.rate_share as rate_percent,
  if(r.rate_share is null, 'no_cases', 'ok') as rate_status,
  r.n_numerator,
  r.n_denominator,
  r.n_cases,
  w.as_of_date,
  r.provenance
from estimates.outcome_rates r
join clean.campaign_windows w using (round_code, instrument_code)
left join clean.campaign_domains d using (round_code, domain_level, domain_code)
order by r.round_code, r.instrument_code, r.domain_level, r.domain_code, r.rate_order
