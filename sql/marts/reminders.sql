/*
summary: "Whom to remind or whose address to mend, as tokens. For the unit itself and the ministry alone; no name, no answer."
grain: [round_code, instrument_code, participant_key]
columns:
  round_code: the round of the campaign
  instrument_code: the form
  form_name: name of the form
  form_name_en: English name
  unit_level: ministry or province
  unit_code: the unit of the person; none where the list names no known unit
  participant_key: the person's token, as the office's own list has it
  respondent_group: a group of campaign.yaml, or ungrouped
  group_name: name of the group; NULL for none
  group_name_en: English name
  reminder_code: not_invited (send), mend_address (failed mail), not_started (remind), not_submitted (begun, remind)
  mail_domain: what follows the @; NULL on paper or where nothing was sent
  failure_kind: of a failed mail; NULL otherwise
  n_mails: how often something was sent
  last_sent_date: when last; NULL never
  as_of_date: the day until which everything is told
  provenance: illustrative for invented persons
*/
select
  p.round_code,
  p.instrument_code,
  w.form_name,
  w.form_name_en,
  coalesce(p.unit_level, 'none') as unit_level,
  coalesce(p.unit_code, 'none') as unit_code,
  p.participant_key,
  p.respondent_group,
  g.group_name,
  g.group_name_en,
  case
    when p.mail_state in ('bounced', 'blocked') then 'mend_address'
    when p.begin_date is not null then 'not_submitted'
    when p.invite_date is null then 'not_invited'
    else 'not_started'
  end as reminder_code,
  p.mail_domain,
  p.failure_kind,
  p.n_mails,
  p.last_sent_date,
  w.as_of_date,
  p.provenance
from clean.campaign_persons p
join clean.campaign_windows w using (round_code, instrument_code)
left join spec.campaign_groups g using (round_code, respondent_group)
where p.submit_date is null and p.mail_state <> 'opted_out' and w.mode = 'online'
order by p.round_code, p.instrument_code, unit_code, p.participant_key
