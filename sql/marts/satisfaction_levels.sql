/*
summary: "How satisfied people are, level by level: all answers to the items of a factor pooled, by province and nation."
grain: [round_code, index_code, domain_level, domain_code, factor_code, answer_level]
columns:
  round_code: index year
  index_code: sipas
  recipe_code: the recipe shown
  domain_level: province or nation
  domain_code: code of the domain
  unit_code: the province; NULL for the nation, a public aggregate
  domain_name: name of the domain
  domain_name_en: English name
  factor_code: factor whose items are pooled
  factor_order: order on the form
  factor_name: name of the factor
  factor_name_en: English name of the factor
  answer_level: level from 1, the worst
  level_name: wording of the level
  level_name_en: English wording of the level
  share_percent: weighted percent of the answers; a description without an error of its own, the error of satisfied stands with the items
  n_answers: answers to the items of the factor; NULL when suppressed
  share_status: ok, or suppressed where an item of the factor is
  provenance: illustrative for invented respondents
*/
with
levels as (
  select u.round_code, u.index_code, i.factor_code, o.option_order as answer_level,
    min(o.option_name) as level_name, min(o.option_name_en) as level_name_en
  from spec.sipas_rules u
  join spec.items i on i.instrument_code = u.instrument_code and i.factor_code is not null
  join spec.item_options o on o.instrument_code = i.instrument_code and o.item_code = i.item_code
  group by all
),

of_domains as (
  select t.*, d.domain_level, d.domain_code, i.factor_code
  from estimates.level_totals t
  join estimates.domains d using (round_code, index_code, unit_code)
  join spec.sipas_rules u using (round_code, index_code)
  join spec.items i on i.instrument_code = u.instrument_code and i.item_code = t.item_code
  where d.domain_level <> 'region'
),

chosen as (
  select round_code, index_code, recipe_code, domain_level, domain_code, factor_code, answer_level,
    sum(chosen_e9)::hugeint as chosen_e9
  from of_domains
  group by all
),

items as (
  select round_code, index_code, domain_level, domain_code, factor_code, item_code, sum(n_chosen) as n_item
  from of_domains
  group by all
),

hidden_items as (
  select e.round_code, e.index_code, e.domain_level, e.domain_code, e.node_code as item_code
  from estimates.sipas e
  join spec.sipas_recipes c using (round_code, index_code, recipe_code)
  where c.is_shown and e.node_level = 'item' and e.share_status = 'suppressed'
),

answered as (
  select i.round_code, i.index_code, i.domain_level, i.domain_code, i.factor_code,
    sum(i.n_item)::bigint as n_answers,
    -- an item that is hidden could be had from the others of its factor and all of them
    count(h.item_code) > 0 or min(i.n_item) < min(u.minimum_n) as is_hidden
  from items i
  join spec.sipas_rules u using (round_code, index_code)
  left join hidden_items h using (round_code, index_code, domain_level, domain_code, item_code)
  group by all
),

weighed as (
  select round_code, index_code, recipe_code, domain_level, domain_code, factor_code,
    sum(chosen_e9)::hugeint as answered_e9, max(provenance) as provenance
  from of_domains
  group by all
)

select
  w.round_code,
  w.index_code,
  w.recipe_code,
  w.domain_level,
  w.domain_code,
  n.unit_code,
  n.domain_name,
  n.domain_name_en,
  w.factor_code,
  f.factor_order,
  f.factor_name,
  f.factor_name_en,
  l.answer_level,
  l.level_name,
  l.level_name_en,
  if(a.is_hidden, null, 100.0::double * coalesce(c.chosen_e9, 0)::double / w.answered_e9::double) as share_percent,
  if(a.is_hidden, null, a.n_answers) as n_answers,
  if(a.is_hidden, 'suppressed', 'ok') as share_status,
  w.provenance
from weighed w
join answered a using (round_code, index_code, domain_level, domain_code, factor_code)
join levels l using (round_code, index_code, factor_code)
left join chosen c using (round_code, index_code, recipe_code, domain_level, domain_code, factor_code, answer_level)
join spec.sipas_rules u using (round_code, index_code)
join spec.factors f on f.instrument_code = u.instrument_code and f.factor_code = w.factor_code
join estimates.domain_names n using (round_code, index_code, domain_level, domain_code)
order by w.round_code, w.index_code, w.domain_level, w.domain_code, f.factor_order, l.answer_level
