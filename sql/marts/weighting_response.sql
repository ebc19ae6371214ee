/*
summary: "How evenly the persons first drawn responded: the R-indicator, and by what the frame knows."
grain: [round_code, index_code, term_code]
columns:
  round_code: index year
  index_code: sipas
  term_code: all, or a term of the model
  term_order: its place
  n_drawn_eligible: persons first drawn and eligible
  n_drawn_respondents: of these, with a valid response of their own
  response_share: the quotient of the two
  r_indicator: 1 − 2 S(p); 1 when all respond alike
  r_indicator_adjusted: the same freed of what estimating p adds to S
  r_partial: spread of propensities between the categories of the term
  r_status: ok, or why there is none
  provenance: illustrative for invented respondents
*/
select
  round_code,
  index_code,
  term_code,
  term_order,
  n_drawn_eligible,
  n_drawn_respondents,
  response_share,
  r_indicator,
  r_indicator_adjusted,
  r_partial,
  r_status,
  provenance
from weights.representativeness
order by round_code, index_code, term_order
