/*
summary: "Who answered: respondents by gender, age, education and the other questions about the person."
grain: [round_code, index_code, domain_level, domain_code, item_code, option_code]
columns:
  round_code: index year
  index_code: sipas
  domain_level: province, region or nation
  domain_code: code of the domain
  unit_code: the province; NULL for public aggregates
  domain_name: name of the domain
  domain_name_en: English name
  item_code: question about the person
  item_order: order on the form
  item_name: wording
  item_name_en: English wording
  option_code: answer
  option_order: order of the answer
  option_name: wording of the answer
  option_name_en: English wording of the answer
  n_responses: valid responses with this answer; NULL when suppressed
  share_percent: unweighted percent of those who answered the question
  weighted_percent: the same under the recipe shown; NULL too where few persons hold most of the weight
  n_status: ok, or suppressed for a small count, for too few answers in the domain, where such a count could be worked out from it, or where it differs by few from an earlier release
  provenance: illustrative for invented respondents
*/
select
  s.round_code,
  s.index_code,
  s.domain_level,
  s.domain_code,
  d.unit_code,
  d.domain_name,
  d.domain_name_en,
  s.item_code,
  i.item_order,
  i.item_name,
  i.item_name_en,
  o.option_code,
  o.option_order,
  o.option_name,
  o.option_name_en,
  if(h.item_code is not null, null, s.n_responses) as n_responses,
  if(h.item_code is not null, null, 100.0::double * s.n_responses / nullif(s.n_answered, 0)) as share_percent,
  if(h.item_code is not null or e.hidden_reason = 'dominated', null,
    100.0::double * s.weight_e9::double / nullif(s.answered_e9::double, 0)) as weighted_percent,
  if(h.item_code is not null, 'suppressed', 'ok') as n_status,
  s.provenance
from scores.respondents s
left join (from scores.suppressed_respondents where hidden_reason is not null) h
  using (round_code, index_code, domain_level, domain_code, item_code, answer_level)
left join estimates.options e
  using (round_code, index_code, domain_level, domain_code, item_code, answer_level)
join spec.sipas_rules u using (round_code, index_code)
join spec.items i on i.instrument_code = u.instrument_code and i.item_code = s.item_code
join spec.item_options o
  on o.instrument_code = u.instrument_code and o.item_code = s.item_code and o.option_order = s.answer_level
join estimates.domain_names d using (round_code, index_code, domain_level, domain_code)
order by s.round_code, s.index_code, s.domain_level, s.domain_code, i.item_order, o.option_order
