/*
summary: "Published figures of PAR INDEX that contradict each other, as the checks find them; none is mended."
grain: [contradiction_order]
columns:
  contradiction_order: order of finding
  contradiction_kind: what does not go together
  round_code: the year as a code
  unit_code: always NULL, printed figures are public
  year: index year
  level: ministry, province or region
  domain_name: unit or region as printed
  component: the figure
  printed_values: the values that do not go together
  finding: what was found
  source_url: where the figures were read
  provenance: derived, a finding about published figures
*/
select
  contradiction_order,
  contradiction_kind,
  year::varchar as round_code,
  null::varchar as unit_code,
  year,
  level,
  domain_name,
  component,
  printed_values,
  finding,
  source_url,
  'derived' as provenance
from spec.par_contradictions
order by contradiction_order
