import { findContradictions, printedFigures } from "../published/findContradictions.ts";
import type { Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";

const domain = {
  domain_level: "VARCHAR",
  unit_code: "VARCHAR",
  region_code: "VARCHAR",
  domain_name: "VARCHAR",
} as const;

/** spec.published_par, spec.published_sipas, spec.published_census, spec.frameworks, spec.par_contradictions. */
export function publishedTables({ published }: Spec): SpecTable[] {
  return [
    specTable(
      "spec.published_par",
      {
        year: "INTEGER",
        unit_level: "VARCHAR",
        ...domain,
        component: "VARCHAR",
        value: "DECIMAL(18,9)",
        max_points: "DECIMAL(18,9)",
        published_rank: "INTEGER",
        source_url: "VARCHAR",
        provenance: "VARCHAR",
        derivation: "VARCHAR",
      },
      published.par,
    ),
    specTable(
      "spec.published_sipas",
      {
        year: "INTEGER",
        ...domain,
        component: "VARCHAR",
        value: "DECIMAL(18,9)",
        unit_of_value: "VARCHAR",
        n_respondents: "BIGINT",
        published_rank: "INTEGER",
        source_url: "VARCHAR",
        provenance: "VARCHAR",
        is_uncertain: "BOOLEAN",
        note: "VARCHAR",
      },
      published.sipas,
    ),
    specTable(
      "spec.published_census", // the census of 2019, all ages: never a margin of adults
      { ...domain, margin: "VARCHAR", value: "DECIMAL(18,9)", source_url: "VARCHAR", provenance: "VARCHAR" },
      published.census,
    ),
    specTable(
      "spec.frameworks",
      {
        framework_code: "VARCHAR",
        unit_level: "VARCHAR",
        from_year: "INTEGER",
        to_year: "INTEGER",
        framework_status: "VARCHAR",
        note: "VARCHAR",
        source_url: "VARCHAR",
      },
      published.rows.frameworks,
    ),
    specTable(
      "spec.par_contradictions", // printed figures that do not go together: found and told, never mended
      {
        contradiction_order: "INTEGER",
        contradiction_kind: "VARCHAR",
        year: "INTEGER",
        level: "VARCHAR",
        domain_name: "VARCHAR",
        component: "VARCHAR",
        printed_values: "VARCHAR",
        finding: "VARCHAR",
        source_url: "VARCHAR",
      },
      findContradictions(printedFigures(published.rows)).map((each, i) => ({
        contradiction_order: i + 1,
        contradiction_kind: each.kind,
        year: each.year,
        level: each.level,
        domain_name: each.unit,
        component: each.component,
        printed_values: each.values.join(" | "),
        finding: each.finding,
        source_url: each.source,
      })),
    ),
  ];
}
