/*
summary: Answers of officials whose form counts, each as the percent of the item's points that its level gives; exact, in millionths of a percent.
grain: [round_code, response_key, item_code]
*/
select
  s.round_code,
  s.index_code,
  s.unit_code,
  s.group_code,
  s.response_key,
  l.node_code,
  a.item_code,
  (w.share_percent * 1000000)::integer as share_e6,
  s.provenance
from clean.official_status s
join staging.official_answers a using (round_code, response_key)
join spec.official_leaves l
  on l.round_code = s.round_code and l.index_code = s.index_code and l.item_code = a.item_code
join spec.official_answer_shares w
  on w.round_code = s.round_code and w.index_code = s.index_code and w.answer_level = a.answer_level
where s.is_valid
