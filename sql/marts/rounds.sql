/*
summary: The rounds that this warehouse holds; the newest one names the edition.
grain: [round_code]
columns:
  round_code: index year
  round_name: name
  round_name_en: English name
  printed_date: the date printed on reports
  provenance: derived from the specification
*/
with
held as (
  select round_code from marts.sipas_ranking
  union
  select round_code from marts.par_ministry_scores
  union
  select round_code from marts.par_lost_points
)

select r.round_code, r.round_name, r.round_name_en, r.printed_date, 'derived' as provenance
from spec.rounds r
semi join held h using (round_code)
order by r.round_code
