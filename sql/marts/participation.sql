/*
summary: "Participation day by day: persons who have taken each step until the end of the day, and answers (lượt), by unit and nation, form and respondent group."
grain: [round_code, instrument_code, domain_level, domain_code, respondent_group, day_date]
columns:
  round_code: the round of the campaign
  instrument_code: the form
  domain_level: ministry, province or nation
  domain_code: code of the unit; vn for the nation, which also holds answers that can be given to no unit
  unit_code: the unit; NULL for public aggregates
  respondent_group: a group of campaign.yaml, ungrouped, or all
  day_date: a day in Vietnam
  n_registered: persons on the list
  n_invited: persons to whom something was sent
  n_delivered: persons whom at least one mail or form reached
  n_bounced: persons whose last mail came back
  n_blocked: persons to whom nothing can be sent
  n_opted_out: persons who declined
  n_started: persons who began
  n_submitted: persons who submitted at least once
  n_valid: persons with a valid answer; each counts once
  n_answers: submissions (lượt), second ones and those without a token too; no test
  n_valid_answers: submissions that count; equal to n_valid
  n_valid_day: persons whose valid answer came on the day
  n_answers_day: submissions of the day
  provenance: illustrative for invented persons
checks:
  no rows:
    persons only follow from registered ones: >
      select * from this where n_valid > n_submitted or n_submitted > n_started or n_started > n_registered or n_invited > n_registered
    units and answers without a unit add to the nation: >
      select round_code, instrument_code, respondent_group, day_date
      from this
      group by all
      having coalesce(sum(n_registered) filter (domain_level <> 'nation'), 0) > sum(n_registered) filter (domain_level = 'nation')
*/
select
  round_code,
  instrument_code,
  domain_level,
  domain_code,
  case when domain_level <> 'nation' then domain_code end as unit_code,
  respondent_group,
  day_date,
  n_registered,
  n_invited,
  n_delivered,
  n_bounced,
  n_blocked,
  n_opted_out,
  n_started,
  n_submitted,
  n_valid,
  n_answers,
  n_valid_answers,
  n_valid_day,
  n_answers_day,
  provenance
from estimates.participation_days
order by round_code, instrument_code, domain_level, domain_code, respondent_group, day_date
