/*
summary: "Persons whom no mail reaches, by unit, form, mail domain and kind of failure, as it stands on the day; persons, not mails."
grain: [round_code, instrument_code, domain_level, domain_code, mail_domain, failure_kind]
columns:
  round_code: the round of the campaign
  instrument_code: the form
  form_name: name of the form
  form_name_en: English name
  domain_level: ministry, province or nation
  domain_code: code of the unit; vn for the nation
  unit_code: the unit; NULL for public aggregates
  domain_name: name of the unit
  domain_name_en: English name
  mail_domain: what follows the @; none where it is not known
  failure_kind: "wrong_address, mailbox_full, rejected (by the receiving server), blocked (not sent: no or a malformed address), unspecified"
  as_of_date: the day until which everything is told
  n_failing: persons whose last mail failed in this way
  n_sent: persons of the domain to whom something was sent, failed or not
  failing_percent: failing persons, of every kind, of those with this mail domain
  first_failed_date: the first day of a failure that still lasts
  is_domain_broken: so many persons of the domain fail that the fault is the domain's, by the round's rule on mail
  provenance: illustrative for invented persons
*/
with
persons as (
  select p.*, w.as_of_date
  from clean.campaign_persons p
  join clean.campaign_windows w using (round_code, instrument_code)
  where p.mail_domain is not null and p.mail_state <> 'none'
),

domains as (
  from persons where unit_code is not null
  union all
  select * replace ('nation' as unit_level, 'vn' as unit_code) from persons
),

totals as (
  select
    round_code, instrument_code, unit_level, unit_code, mail_domain,
    count(*) as n_sent,
    count(*) filter (mail_state in ('bounced', 'blocked')) as n_failing
  from domains
  group by all
),

kinds as (
  select
    round_code, instrument_code, unit_level, unit_code, mail_domain,
    coalesce(failure_kind, 'unspecified') as failure_kind,
    max(as_of_date) as as_of_date,
    count(*) as n_failing,
    min(mail_state_date) as first_failed_date,
    if(bool_or(provenance = 'illustrative'), 'illustrative', max(provenance)) as provenance
  from domains
  where mail_state in ('bounced', 'blocked')
  group by all
)

select
  k.round_code,
  k.instrument_code,
  w.form_name,
  w.form_name_en,
  k.unit_level as domain_level,
  k.unit_code as domain_code,
  case when k.unit_level <> 'nation' then k.unit_code end as unit_code,
  d.domain_name,
  d.domain_name_en,
  k.mail_domain,
  k.failure_kind,
  k.as_of_date,
  k.n_failing,
  t.n_sent,
  100.0::double * t.n_failing / t.n_sent as failing_percent,
  k.first_failed_date,
  coalesce(t.n_sent >= r.least_persons and t.n_failing >= r.broken_share * t.n_sent and k.mail_domain <> 'none', false)
    as is_domain_broken,
  k.provenance
from kinds k
join totals t using (round_code, instrument_code, unit_level, unit_code, mail_domain)
left join spec.campaign_rules r using (round_code)
join clean.campaign_windows w using (round_code, instrument_code)
left join clean.campaign_domains d on d.round_code = k.round_code and d.domain_level = k.unit_level and d.domain_code = k.unit_code
order by k.round_code, k.instrument_code, k.unit_level, k.unit_code, k.mail_domain, k.failure_kind
