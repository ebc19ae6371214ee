/*
summary: Figures of too few persons that are in readers' hands whatever this release withholds, by name, with the earlier releases that give them away; the office's own, in no report.
grain: [round_code, index_code, table_code, domain_level, domain_code, cell_code, answer_level]
checks:
  one of:
    exposed_how: [shown, deducible, differs]
warnings:
  no rows:
    no figure of too few persons is given away by an earlier release: from this
*/
with
given as (
  select e.round_code, e.index_code, 'satisfaction' as table_code, e.domain_level, e.domain_code,
    e.node_code as cell_code, 0 as answer_level, e.exposed_how, e.exposed_by
  from estimates.sipas e
  join spec.sipas_recipes c using (round_code, index_code, recipe_code)
  where c.is_shown
  union all by name
  select e.round_code, e.index_code, 'perceptions' as table_code, e.domain_level, e.domain_code,
    e.item_code as cell_code, e.answer_level, e.exposed_how, e.exposed_by
  from estimates.options e
  union all by name
  select h.round_code, h.index_code, 'respondents' as table_code, h.domain_level, h.domain_code,
    h.item_code as cell_code, h.answer_level, h.exposed_how, h.exposed_by
  from scores.suppressed_respondents h
)

select
  g.round_code,
  g.index_code,
  g.table_code,
  g.domain_level,
  g.domain_code,
  d.domain_name,
  g.cell_code,
  g.answer_level,
  g.exposed_how,
  g.exposed_by
from given g
join estimates.domain_names d using (round_code, index_code, domain_level, domain_code)
where g.exposed_how is not null
