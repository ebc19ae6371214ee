/*
summary: "Every rule of every round and what stands behind it: confirmed, inferred or assumed."
grain: [round_code, index_code, rule_code]
columns:
  round_code: index year
  index_code: index the rule belongs to
  unit_code: always NULL, rules are public
  rule_code: the setting
  rule_order: order of reading
  rule_name: name
  rule_name_en: English name
  rule_value: its value in words
  rule_value_en: the same in English
  rule_status: confirmed, inferred or assumed
  why: why it is so
  why_en: the same in English
  source_url: the source that states it
  is_fictional: whether the rule concerns units that do not exist, and no other
  provenance: derived, rules are no measurements
checks:
  one of:
    rule_status: [confirmed, inferred, assumed]
*/
select
  round_code,
  index_code,
  null::varchar as unit_code,
  rule_code,
  rule_order,
  rule_name,
  rule_name_en,
  rule_value,
  rule_value_en,
  rule_status,
  why,
  why_en,
  source_url,
  is_fictional,
  'derived' as provenance
from spec.method_rules
order by round_code, index_code, rule_order
