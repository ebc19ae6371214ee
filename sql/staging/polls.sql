/*
summary: "Opinion polls as the portal holds them, with the unit that asks."
grain: [round_code, poll_key]
*/
select
  p.round_code,
  p.poll_key,
  p.topic,
  p.title,
  n.unit_level,
  n.unit_code,
  cast(p.opened_at + interval 7 hour as date) as open_date,
  cast(p.closed_at + interval 7 hour as date) as close_date,
  p.provenance
from raw.polls p
left join staging.campaign_unit_names n on n.round_code = p.round_code and n.unit_name = p.unit_name
