import { type SpecTable, specTable } from "./specTable.ts";

/**
 * A figure of citizens that a release of before shows: of how many, and the unweighted share (for other questions that of the
 * recipe shown). What it withheld has no row.
 */
export interface ReleasedFigure {
  readonly release_code: string;
  readonly round_code: string;
  readonly table_code: "satisfaction" | "perceptions" | "respondents";
  readonly domain_level: string;
  readonly domain_code: string;
  /** The node, or the question. */
  readonly cell_code: string;
  /** The answer to the question; 0 for a node. */
  readonly answer_level: number;
  readonly n: number;
  readonly share_percent: number | null;
}

/** spec.released_figures: what readers hold already of each round, the one table of `spec` that comes from releases. */
export function releasedFigures(figures: readonly ReleasedFigure[]): SpecTable {
  return specTable(
    "spec.released_figures",
    {
      release_code: "VARCHAR",
      round_code: "VARCHAR",
      table_code: "VARCHAR",
      domain_level: "VARCHAR",
      domain_code: "VARCHAR",
      cell_code: "VARCHAR",
      answer_level: "INTEGER",
      n: "INTEGER",
      share_percent: "DOUBLE",
    },
    figures.map((figure) => ({ ...figure })),
  );
}
