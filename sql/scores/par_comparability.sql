/*
summary: "For every ranking from scorecards and the round of such cards before it: can ranks and values of the two be compared, and if not, why?"
grain: [round_code, index_code, ranking_code]
checks:
  one of:
    comparison_kind: [same_framework, crosswalk, other_framework, other_survey_rules]
  no rows:
    two rounds are comparable by one framework or by a reviewed crosswalk of all its leaves: >
      from this where is_comparable <> (comparison_kind in ('same_framework', 'crosswalk'))
*/
with
rankings as (
  select distinct
    round_code, index_code, ranking_code, framework_code, is_fictional, if(index_code = 'par_ministry', 'ministry', 'province') as unit_level
  from scores.par_index
),

-- the newest earlier round; in it the cards of the same framework, where there are several
pairs as (
  select
    r.*, e.round_code as earlier_round, e.ranking_code as earlier_ranking_code, e.framework_code as earlier_framework_code
  from rankings r
  join rankings e on e.index_code = r.index_code and e.is_fictional = r.is_fictional and e.round_code < r.round_code
  qualify row_number() over (
    partition by r.round_code, r.index_code, r.ranking_code
    order by e.round_code desc, e.framework_code <> r.framework_code, e.framework_code) = 1
),

leaves as (from spec.framework_nodes where is_leaf),

sizes as (select framework_code, unit_level, count(*) as n_leaves from leaves group by all),

-- leaf by leaf, each with one counterpart of the same maximum
crossed as (
  select
    x.unit_level, x.framework_code, x.earlier_framework_code,
    count(*) as n_links, count(distinct x.node_code) as n_leaves, count(distinct x.earlier_node_code) as n_earlier_leaves
  from spec.crosswalk x
  join leaves n on n.unit_level = x.unit_level and n.framework_code = x.framework_code and n.node_code = x.node_code
  join leaves e
    on e.unit_level = x.unit_level and e.framework_code = x.earlier_framework_code and e.node_code = x.earlier_node_code
  where x.is_reviewed and e.max_points = n.max_points
  group by all
),

-- what makes points of answers: form, items by leaf, points of each answer, weights of groups, SIPAS
item_sets as (
  select round_code, index_code, string_agg(items, ' / ' order by items) as items
  from (
    select round_code, index_code, node_code, string_agg(item_code, ' ' order by item_code) as items
    from spec.official_leaves group by all
  )
  group by all
),

answer_sets as (
  select round_code, index_code, string_agg(share_percent::varchar, ' ' order by answer_level) as shares
  from spec.official_answer_shares group by all
),

weight_sets as (
  select round_code, index_code, string_agg(group_code || ' ' || coalesce(group_weight::varchar, 'by_list'), ' ' order by group_order) as weights
  from spec.official_group_weights group by all
),

survey_rules as (
  select
    r.round_code, r.index_code, r.framework_code,
    concat_ws(
      ' | ', r.instrument_code, r.combine_rule, r.group_rule, r.merge_classes_below, coalesce(r.sipas_rule, 'no sipas'), i.items, s.shares, w.weights
    ) as rules
  from spec.official_rules r
  left join item_sets i using (round_code, index_code)
  left join answer_sets s using (round_code, index_code)
  left join weight_sets w using (round_code, index_code)
),

judged as (
  select
    p.*,
    case
      when p.framework_code <> p.earlier_framework_code
        and not coalesce(
          c.n_links = n.n_leaves and c.n_leaves = n.n_leaves and c.n_earlier_leaves = e.n_leaves and n.n_leaves = e.n_leaves, false)
        then 'other_framework'
      when r.rules is distinct from f.rules then 'other_survey_rules'
      when p.framework_code <> p.earlier_framework_code then 'crosswalk'
      else 'same_framework'
    end as comparison_kind
  from pairs p
  join sizes n on n.framework_code = p.framework_code and n.unit_level = p.unit_level
  join sizes e on e.framework_code = p.earlier_framework_code and e.unit_level = p.unit_level
  left join crossed c
    on c.unit_level = p.unit_level and c.framework_code = p.framework_code and c.earlier_framework_code = p.earlier_framework_code
  left join survey_rules r on r.round_code = p.round_code and r.index_code = p.index_code and r.framework_code = p.framework_code
  left join survey_rules f
    on f.round_code = p.earlier_round and f.index_code = p.index_code and f.framework_code = p.earlier_framework_code
)

select
  round_code,
  index_code,
  ranking_code,
  framework_code,
  is_fictional,
  earlier_round,
  earlier_ranking_code,
  earlier_framework_code,
  comparison_kind,
  comparison_kind in ('same_framework', 'crosswalk') as is_comparable
from judged
