/*
summary: "Where the points of every node of a scorecard come from, at the newest stage: rule, declared figures, what the rule makes of them, claim and result."
grain: [round_code, index_code, unit_code, node_code]
columns:
  round_code: index year
  index_code: par_ministry or par_province
  unit_code: unit; a code that begins with minh-hoa is a fictional unit
  is_fictional: the unit does not exist
  node_code: node of the framework; total for the whole
  node_order: order of reading
  node_depth: 0 total, 1 area, 2 criterion, 3 sub-criterion
  node_name: name
  node_name_en: English name
  node_kind: group, or the kind of leaf
  n_children: nodes directly below, whose points add to it; 0 for a leaf
  rule_words: the rule of a leaf in words
  rule_words_en: the same in English
  declared: the figures declared at the stage, by name
  declared_en: the same in English
  rule_points: what the rule makes of them
  self_points: what the unit claimed
  points: points at the stage
  max_points: maximum
  stage_code: the newest stage
  stage_name: its name
  stage_name_en: its English name
  provenance: derived, or illustrative
*/
with
newest as (
  from marts.par_nodes
  qualify stage_order = max(stage_order) over (partition by round_code, index_code, unit_code)
),

children as (
  select round_code, index_code, unit_code, parent_node_code as node_code, count(*) as n_children
  from newest
  where parent_node_code is not null
  group by all
)

select
  n.round_code,
  n.index_code,
  n.unit_code,
  n.is_fictional,
  n.node_code,
  n.node_order,
  n.node_depth,
  n.node_name,
  n.node_name_en,
  n.node_kind,
  coalesce(c.n_children, 0)::integer as n_children,
  f.rule_words,
  f.rule_words_en,
  r.declared,
  r.declared_en,
  r.rule_points,
  n.self_points,
  n.points,
  n.max_points,
  n.stage_code,
  n.stage_name,
  n.stage_name_en,
  n.provenance
from newest n
join spec.framework_nodes f
  on f.framework_code = n.framework_code and f.node_code = n.node_code
  and f.unit_level = if(n.index_code = 'par_ministry', 'ministry', 'province')
left join children c
  on c.round_code = n.round_code and c.index_code = n.index_code and c.unit_code = n.unit_code and c.node_code = n.node_code
left join scores.par_rule_points r
  on r.round_code = n.round_code and r.index_code = n.index_code and r.unit_code = n.unit_code
  and r.node_code = n.node_code and r.stage_code = n.stage_code
order by n.round_code, n.index_code, n.unit_code, n.node_order
