/*
summary: "The sampled areas of the last stage, from which persons were drawn: the way down to each with the population count of every stage, also where nobody answered."
grain: [round_code, index_code, cluster_key]
checks:
  no rows:
    every stage of the way down has a population count: >
      select cluster_key, population_counts from this where list_contains(list_transform(population_counts, lambda n: coalesce(n, 0)), 0)
    every sampled area holds a sampled one, down to the areas that persons are drawn from: >
      select u.round_code, u.sample_unit_key, u.stage_code
      from staging.sample_units u
      join spec.stages s
        on s.round_code = u.round_code and s.index_code = u.index_code and s.stage_code = u.stage_code
      anti join staging.sample_units below
        on below.round_code = u.round_code
        and below.index_code = u.index_code
        and below.parent_key = u.sample_unit_key
        and below.is_selected
      where u.is_selected and u.replaced_by_key is null
        and s.stage_order + 1 < (
          select max(t.stage_order) from spec.stages t
          where t.round_code = u.round_code and t.index_code = u.index_code)
    an area from which persons were drawn says how many it has: >
      select cluster_key, n_persons from this where n_persons is null
*/
with recursive
frame as (from staging.sample_units where is_selected),

last_stages as (
  select round_code, index_code, max_by(stage_code, stage_order) as stage_code, max(stage_order) as n_stages
  from spec.stages
  group by all
),

approached as (
  select distinct round_code, index_code, unnest(path_keys) as sample_unit_key from clean.sample_paths
),

-- the place of an area that was replaced is its substitute's, unless persons were drawn from it before
areas as (
  select f.*
  from frame f
  join last_stages l using (round_code, index_code)
  left join approached a using (round_code, index_code, sample_unit_key)
  where f.stage_code <> l.stage_code and (f.replaced_by_key is null or a.sample_unit_key is not null)
),

paths as (
  select
    round_code, index_code, sample_unit_key, unit_code, provenance,
    [sample_unit_key] as path_keys,
    [population_count::double] as population_counts
  from areas
  where parent_key is null
  union all
  select
    a.round_code, a.index_code, a.sample_unit_key, a.unit_code, a.provenance,
    list_append(p.path_keys, a.sample_unit_key),
    list_append(p.population_counts, a.population_count::double)
  from areas a
  join paths p
    on p.round_code = a.round_code
    and p.index_code = a.index_code
    and p.sample_unit_key = a.parent_key
),

persons as (
  select f.round_code, f.index_code, f.parent_key as sample_unit_key, nullif(max(f.population_count), 0) as n_persons
  from frame f
  join last_stages l using (round_code, index_code, stage_code)
  group by all
)

select
  p.round_code,
  p.index_code,
  p.unit_code,
  p.sample_unit_key as cluster_key,
  p.path_keys,
  p.population_counts,
  if(n.sample_unit_key is null, 0, n.n_persons) as n_persons,
  -- the order in which every later sum over clusters runs
  (row_number() over (order by p.round_code, p.index_code, p.unit_code, p.path_keys))::integer as cluster_number,
  p.provenance
from paths p
join last_stages l
  on l.round_code = p.round_code and l.index_code = p.index_code and len(p.path_keys) = l.n_stages - 1
left join persons n
  on n.round_code = p.round_code and n.index_code = p.index_code and n.sample_unit_key = p.sample_unit_key
