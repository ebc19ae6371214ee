/*
summary: "Key findings of each index and round by rule: what is said of who leads, who is last, how sure ranks are and what changed, each with its test."
grain: [round_code, index_code, ranking_code, finding_order]
columns:
  round_code: index year
  index_code: sipas, par_ministry or par_province
  ranking_code: units that are ranked together; sipas, published, or that of scorecards
  finding_order: order of reading
  finding_kind: leader, last, sure_ranks, change (of the nation) or changes (of provinces)
  verdict: established, not_established, or not_tested where an error is not known
  test_code: pairs_holm, pairs_simultaneous, rank_sets, change or changes_holm; NULL where nothing is tested
  unit_name: of whom it is said, all that share the first or the last rank; NULL where of all
  unit_name_en: its English name
  value_percent: percent of satisfied, or of the maximum; NULL for points as published
  value_points: points as published
  n_others: units that it is compared with, or of which is counted
  n_alike: of them, those that it cannot be told apart from, the most where several share the rank; NULL where nothing is tested
  n_up: units with a sure rank, or that rose
  n_down: units that fell
  earlier_round: round that a change is measured from
  change_percent: change of the nation, percentage points, unrounded
  change_percent_low: lower end of its 95 % interval
  change_percent_high: upper end of it
  test_p: p-value of no change; NULL where many tests are held together
  provenance: published, derived or illustrative
checks:
  one of:
    finding_kind: [leader, last, sure_ranks, change, changes]
    verdict: [established, not_established, not_tested]
  no rows:
    a change is established only where its interval leaves out nought: >
      from this where finding_kind = 'change' and (verdict = 'established') <> (change_percent_low > 0 or change_percent_high < 0)
    who leads or is last is told from others only where it is told from all of them: >
      from this where finding_kind in ('leader', 'last') and (verdict = 'established') <> (coalesce(n_alike, 1) = 0)
*/
with
ranked as (
  select
    r.round_code, r.index_code, 'sipas' as ranking_code, 'pairs_holm' as test_code, r.unit_code, r.unit_name, r.unit_name_en,
    r.score_rank as unit_rank, r.score_percent as value_percent, null::decimal(18, 2) as value_points, r.n_alike, null::boolean as is_sure, r.provenance
  from marts.sipas_ranking r
  where r.is_shown_recipe and r.score_rank is not null
  union all
  select
    round_code, index_code, ranking_code, 'pairs_simultaneous', unit_code, unit_name, unit_name_en,
    index_rank, percent, null, n_indistinct, simultaneous_low = simultaneous_high, provenance
  from marts.par_standings
  where rank_status = 'ranked'
  union all
  select
    round_code, index_code, 'published', null, unit_code, unit_name, unit_name_en,
    index_rank, null, total_points, null, null, provenance
  from marts.par_ministry_scores
  where index_rank is not null and total_points is not null
),

placed as (
  select
    *,
    min(unit_rank) over ranking as first_rank,
    max(unit_rank) over ranking as last_rank,
    count(*) over ranking as n_ranked
  from ranked
  window ranking as (partition by round_code, index_code, ranking_code)
),

-- units of one value share a rank, and what is said of it is said of all of them
shared as (
  select
    round_code, index_code, ranking_code, unit_rank = first_rank as is_first, test_code, n_ranked,
    string_agg(unit_name, ', ' order by unit_code) as unit_name,
    string_agg(unit_name_en, ', ' order by unit_code) as unit_name_en,
    min(value_percent) as value_percent,
    min(value_points) as value_points,
    if(count(*) = count(n_alike), max(n_alike), null) as n_alike,
    max(provenance) as provenance
  from placed
  where unit_rank in (first_rank, last_rank) and first_rank < last_rank
  group by all
),

ends as (
  select
    round_code, index_code, ranking_code, if(is_first, 1, 2) as finding_order, if(is_first, 'leader', 'last') as finding_kind,
    case when n_alike is null then 'not_tested' when n_alike = 0 then 'established' else 'not_established' end as verdict,
    if(n_alike is null, null, test_code) as test_code,
    unit_name, unit_name_en, value_percent, value_points, n_ranked - 1 as n_others, n_alike, provenance
  from shared
),

sure as (
  select
    round_code, index_code, ranking_code, 3 as finding_order, 'sure_ranks' as finding_kind,
    if(count(*) filter (is_sure) > 0, 'established', 'not_established') as verdict, 'rank_sets' as test_code,
    count(*) as n_others, count(*) filter (is_sure) as n_up, max(provenance) as provenance
  from ranked
  where is_sure is not null
  group by all
),

comparable as (
  from marts.sipas_changes
  where is_shown_recipe and is_comparable and node_level = 'overall' and change_percent is not null
),

change as (
  select
    round_code, index_code, 'sipas' as ranking_code, 4 as finding_order, 'change' as finding_kind,
    if(change_percent_low > 0 or change_percent_high < 0, 'established', 'not_established') as verdict, 'change' as test_code,
    earlier_round, change_percent, change_percent_low, change_percent_high, change_p as test_p, provenance
  from comparable
  where domain_level = 'nation' and change_percent_low is not null
  qualify row_number() over (partition by round_code, index_code order by earlier_round desc) = 1
),

changes as (
  select
    c.round_code, c.index_code, 'sipas' as ranking_code, 5 as finding_order, 'changes' as finding_kind,
    if(min(c.change_p_holm) < 0.05, 'established', 'not_established') as verdict, 'changes_holm' as test_code,
    c.earlier_round, count(*) as n_others,
    count(*) filter (c.change_p_holm < 0.05 and c.change_percent > 0) as n_up,
    count(*) filter (c.change_p_holm < 0.05 and c.change_percent < 0) as n_down,
    max(c.provenance) as provenance
  from comparable c
  join change using (round_code, index_code, earlier_round)
  where c.domain_level = 'province' and c.change_p_holm is not null
  group by all
),

findings as (
  from ends
  union all by name
  from sure
  union all by name
  from change
  union all by name
  from changes
)

select
  round_code,
  index_code,
  ranking_code,
  finding_order,
  finding_kind,
  verdict,
  test_code,
  unit_name,
  unit_name_en,
  value_percent,
  value_points,
  n_others::integer as n_others,
  n_alike::integer as n_alike,
  n_up::integer as n_up,
  n_down::integer as n_down,
  earlier_round,
  change_percent,
  change_percent_low,
  change_percent_high,
  test_p,
  provenance
from findings
order by round_code, index_code, ranking_code, finding_order
