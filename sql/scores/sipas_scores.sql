/*
summary: The overall SIPAS of each province under each recipe, ranked on unrounded values.
grain: [round_code, index_code, recipe_code, unit_code]
checks:
  no rows:
    only an estimate has a rank: >
      select * from this where (score_rank is null) <> (score_percent is null)
*/
with
overall as (
  select
    round_code, index_code, recipe_code, domain_code as unit_code, estimates.sipas.provenance,
    -- the 12th decimal drops floating noise before ranking; rounding for print comes last
    round(100 * share, 12) as score_percent,
    100 * share_se as score_percent_se,
    share_df as score_percent_df,
    100 * share_low as score_percent_low,
    100 * share_high as score_percent_high,
    share_n as score_percent_n,
    share_n_eff as score_percent_n_eff,
    share_deff as score_percent_deff,
    share_status as score_percent_status,
    100 * share_pooled_se as score_percent_pooled_se,
    share_pooled_df as score_percent_pooled_df,
    100 * share_pooled_low as score_percent_pooled_low,
    100 * share_pooled_high as score_percent_pooled_high,
    share_pooled_units as score_percent_pooled_units,
    share_pooled_fit_p as score_percent_pooled_fit_p,
    share_pooled_spread as score_percent_pooled_spread,
    share_pooled_status as score_percent_pooled_status,
    100 * replicate_share_se as score_percent_replicate_se,
    interval_rule,
    -- the errors that ranks are judged by, as the round states
    if(interval_rule = 'pooled', 100 * share_pooled_se, 100 * share_se) as rank_se,
    if(interval_rule = 'pooled', share_pooled_df, share_df::double) as rank_df
  from estimates.sipas
  left join estimates.sipas_replicates using (round_code, index_code, recipe_code, domain_level, domain_code, node_code)
  where domain_level = 'province' and estimates.sipas.node_level = 'overall'
),

ranked as (
  select
    *,
    rank() over (partition by round_code, index_code, recipe_code order by score_percent desc) as score_rank,
    count(*) over (partition by round_code, index_code, recipe_code) as n_ranked,
    count(*) over (partition by round_code, index_code, recipe_code, round(score_percent, 2))
      > count(*) over (partition by round_code, index_code, recipe_code, score_percent) as is_tied_in_print
  from overall
  where score_percent is not null
)

select
  o.*,
  r.score_rank::integer as score_rank,
  (count(r.unit_code) over (partition by o.round_code, o.index_code, o.recipe_code))::integer as n_ranked,
  coalesce(r.is_tied_in_print, false) as is_tied_in_print
from overall o
left join ranked r using (round_code, index_code, recipe_code, unit_code)
