/*
summary: "Persons with a valid answer day by day beside target and forecast: each unit and the nation by form, all groups together."
grain: [round_code, instrument_code, domain_level, domain_code, day_date]
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
  opens: first day of the form
  closes: last day of the form
  as_of_date: the day until which everything is told
  day_date: a day in Vietnam
  n_registered: persons on the list on the day of the telling
  n_valid: persons with a valid answer until the end of the day
  target_n: valid persons that are wanted; NULL without a target
  forecast_n: valid persons expected on the closing day; NULL as its status in participation_units says
  forecast_n_low: lower end of the 95 % interval
  forecast_n_high: upper end of the 95 % interval
  provenance: illustrative for invented persons
*/
select
  p.round_code,
  p.instrument_code,
  u.form_name,
  u.form_name_en,
  u.form_order,
  p.domain_level,
  p.domain_code,
  p.unit_code,
  u.domain_name,
  u.domain_name_en,
  u.opens,
  u.closes,
  u.as_of_date,
  p.day_date,
  u.n_registered,
  p.n_valid,
  u.target_n,
  u.forecast_n,
  u.forecast_n_low,
  u.forecast_n_high,
  p.provenance
from marts.participation p
join marts.participation_units u using (round_code, instrument_code, domain_level, domain_code, respondent_group)
where p.respondent_group = 'all' and u.document is null
order by p.round_code, p.instrument_code, p.domain_level, p.domain_code, p.day_date
