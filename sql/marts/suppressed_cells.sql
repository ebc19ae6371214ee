/*
summary: "Every figure of SIPAS that is withheld, and why: too few answers, because few persons hold most of the weight, because one of too few could be worked out from it, or because it differs by few persons from an earlier release."
grain: [round_code, index_code, table_code, domain_level, domain_code, cell_code, option_code]
columns:
  round_code: index year
  index_code: sipas
  table_code: where it is withheld, satisfaction (items, factors, parts, overall), perceptions or respondents
  domain_level: province, region or nation
  domain_code: code of the domain
  unit_code: the province; NULL for public aggregates
  domain_name: name of the domain
  domain_name_en: English name
  cell_code: node or question
  cell_order: reading order within its table
  cell_name: wording
  cell_name_en: English wording
  option_code: answer; empty where the whole question is withheld
  option_name: wording of the answer; NULL with it
  option_name_en: English wording of the answer
  reason_code: too_few, dominated where few persons hold most of the weight, protects where it is withheld for another one, or differs where the difference from an earlier release would be of few
  provenance: illustrative for invented respondents
*/
with
nodes as (
  select e.round_code, e.index_code, 'satisfaction' as table_code, e.domain_level, e.domain_code,
    n.node_code as cell_code, n.node_order as cell_order, n.node_name as cell_name, n.node_name_en as cell_name_en,
    '' as option_code, null::varchar as option_name, null::varchar as option_name_en,
    e.hidden_reason as reason_code, e.provenance
  from estimates.sipas e
  join spec.sipas_recipes c using (round_code, index_code, recipe_code)
  join spec.sipas_rules u using (round_code, index_code)
  join spec.nodes n on n.instrument_code = u.instrument_code and n.node_code = e.node_code
  where c.is_shown and e.share_status = 'suppressed'
),

options as (
  select e.*, bool_and(share_status = 'suppressed') over question as is_whole,
    row_number() over (question order by hidden_reason, answer_level) as place
  from estimates.options e
  window question as (partition by round_code, index_code, domain_level, domain_code, item_code)
),

perceptions as (
  select e.round_code, e.index_code, 'perceptions' as table_code, e.domain_level, e.domain_code,
    i.item_code as cell_code, i.item_order as cell_order, i.item_name as cell_name, i.item_name_en as cell_name_en,
    if(e.is_whole, '', coalesce(o.option_code, 'level_' || e.answer_level)) as option_code,
    if(e.is_whole, null, coalesce(o.option_name, 'Mức ' || e.answer_level)) as option_name,
    if(e.is_whole, null, coalesce(o.option_name_en, 'Level ' || e.answer_level)) as option_name_en,
    e.hidden_reason as reason_code, e.provenance
  from options e
  join spec.sipas_rules u using (round_code, index_code)
  join spec.items i
    on i.instrument_code = u.instrument_code and i.item_code = e.item_code and i.block_code <> 'demographic'
  left join spec.item_options o
    on o.instrument_code = u.instrument_code and o.item_code = e.item_code and o.option_order = e.answer_level
  where e.share_status = 'suppressed' and (not e.is_whole or e.place = 1)
),

respondents as (
  select h.round_code, h.index_code, 'respondents' as table_code, h.domain_level, h.domain_code,
    i.item_code as cell_code, i.item_order as cell_order, i.item_name as cell_name, i.item_name_en as cell_name_en,
    o.option_code, o.option_name, o.option_name_en,
    h.hidden_reason as reason_code, r.provenance
  from scores.suppressed_respondents h
  join scores.respondents r using (round_code, index_code, domain_level, domain_code, item_code, answer_level)
  join spec.sipas_rules u using (round_code, index_code)
  join spec.items i on i.instrument_code = u.instrument_code and i.item_code = h.item_code
  join spec.item_options o
    on o.instrument_code = u.instrument_code and o.item_code = h.item_code and o.option_order = h.answer_level
  where h.hidden_reason is not null
),

withheld as (
  from nodes
  union all by name from perceptions
  union all by name from respondents
)

select
  w.round_code,
  w.index_code,
  w.table_code,
  w.domain_level,
  w.domain_code,
  d.unit_code,
  d.domain_name,
  d.domain_name_en,
  w.cell_code,
  w.cell_order,
  w.cell_name,
  w.cell_name_en,
  w.option_code,
  w.option_name,
  w.option_name_en,
  w.reason_code,
  w.provenance
from withheld w
join estimates.domain_names d using (round_code, index_code, domain_level, domain_code)
order by w.round_code, w.index_code, w.table_code, w.domain_level, w.domain_code, w.cell_order, w.option_code
