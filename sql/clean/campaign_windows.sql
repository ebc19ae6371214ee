/*
summary: "The days of each watched form: as_of_date is the day until which things are told, until_date the last of them that belongs to the campaign."
grain: [round_code, instrument_code]
*/
select
  f.round_code,
  f.instrument_code,
  f.form_order,
  f.form_name,
  f.form_name_en,
  f.mode,
  f.opens,
  f.closes,
  coalesce(a.as_of_date, date '9999-12-31') as known_until,
  coalesce(a.as_of_date, f.closes) as as_of_date,
  least(coalesce(a.as_of_date, f.closes), f.closes) as until_date,
  least(f.opens, coalesce(a.as_of_date, f.closes), f.closes) as first_date
from spec.campaign_forms f
cross join spec.as_of a
