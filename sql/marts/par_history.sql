/*
summary: Published PAR INDEX totals and ranks by year since 2011, with a break where the framework changed.
grain: [index_code, series_code, year]
columns:
  index_code: par_ministry or par_province
  round_code: the year as a code
  series_code: unit, or nation for the published mean
  unit_level: ministry or province
  unit_code: the unit; NULL for the nation
  unit_name: name of the series
  unit_name_en: English name
  year: index year
  total_points: published total; NULL where only a rank was published
  index_rank: published rank
  framework_code: decision that fixed the criteria of that year
  segment_no: rises by one where the framework changes; values are compared within a segment only
  source_url: where it was published
  provenance: published, or derived from a published change
*/
with
figures as (
  select
    if(unit_level = 'ministry', 'par_ministry', 'par_province') as index_code,
    unit_level,
    year,
    unit_code,
    coalesce(unit_code, 'nation') as series_code,
    value as total_points,
    published_rank as index_rank,
    source_url,
    provenance
  from spec.published_par
  where (component = 'total' and domain_level in ('ministry', 'province'))
    or (component = 'mean total' and domain_level = 'nation')
),

-- a published value stands before a derived one of the same year; a page may give the rank and another the value
best as (
  select
    index_code, unit_level, year, unit_code, series_code,
    first(total_points order by provenance <> 'published', source_url) filter (total_points is not null) as total_points,
    first(index_rank order by provenance <> 'published', source_url) filter (index_rank is not null) as index_rank,
    first(source_url order by total_points is null, provenance <> 'published', source_url) as source_url,
    first(provenance order by total_points is null, provenance <> 'published', source_url) as provenance
  from figures
  where total_points is not null or index_rank is not null
  group by all
),

frameworks as (
  select *, min(from_year) over (partition by unit_level, framework_code) as first_year
  from spec.frameworks
),

segments as (
  select *, dense_rank() over (partition by unit_level order by first_year) as segment_no
  from frameworks
)

select
  b.index_code,
  b.year::varchar as round_code,
  b.series_code,
  b.unit_level,
  b.unit_code,
  coalesce(u.unit_name, if(b.unit_level = 'ministry', 'Trung bình các bộ', 'Trung bình các tỉnh')) as unit_name,
  coalesce(u.unit_name_en, if(b.unit_level = 'ministry', 'Mean of ministries', 'Mean of provinces')) as unit_name_en,
  b.year,
  b.total_points::double as total_points,
  b.index_rank::integer as index_rank,
  s.framework_code,
  coalesce(s.segment_no, 0)::integer as segment_no,
  b.source_url,
  b.provenance
from best b
left join spec.units u using (unit_code)
left join segments s
  on s.unit_level = b.unit_level and b.year between s.from_year and s.to_year
order by b.index_code, b.series_code, b.year
