import { groupBy } from "../models/groupBy.ts";
import { nation, unitMargin } from "../models/rounds/nationalMargins.ts";
import type { RakingProblem } from "../models/sipas/rakeCells.ts";
import type { Row } from "./table.ts";

/** What {@link rakingProblems} reads. */
export const rakingInputs = {
  cells: "select round_code, index_code, unit_code, cell_key, base_weight_e9 from weights.cells order by all",
  margins: `
    select m.round_code, m.unit_code, m.margin_code, coalesce(o.option_order::varchar, m.category_code) as level, m.population
    from spec.margins m
    join spec.sipas_rules u using (round_code, index_code)
    left join spec.item_options o
      on o.instrument_code = u.instrument_code and o.item_code = m.margin_code and o.option_code = m.category_code
    order by all`,
  settings: "select round_code, margin_code, tolerance, max_iterations from spec.raking order by all",
  codes: "select distinct margin_code from spec.raking order by all",
};

/** Cells that are raked together. */
export interface RakingGroup {
  readonly group: string;
  readonly cells: readonly Row[];
  readonly problem: RakingProblem;
}

/**
 * The raking problems of every round: one a unit where margins are given by unit; one for the whole round where margins of the
 * nation are given, with the units' totals (margin `unit`) as one margin more.
 */
export function rakingProblems({
  cells = [],
  margins = [],
  settings = [],
  codes = [],
}: Readonly<Record<string, readonly Row[]>>): RakingGroup[] {
  const marginCodes = codes.map((row) => String(row["margin_code"]));
  return [...groupBy(cells, (row) => String(row["round_code"]))].flatMap(([round, ofRound]) => {
    const own = margins.filter((margin) => margin["round_code"] === round);
    const setting = settings.find((row) => row["round_code"] === round);
    const limits = {
      tolerance: Number(setting?.["tolerance"] ?? 0),
      maxIterations: Number(setting?.["max_iterations"] ?? 0),
    };
    if (own.some((margin) => margin["unit_code"] === nation)) {
      const problem = {
        unit: `the nation of round ${round}`,
        marginCodes: [unitMargin, ...marginCodes],
        cells: ofRound.map((cell) => toCell(cell, [String(cell["unit_code"])])),
        targets: own.map(toTarget),
        ...limits,
      };
      return [{ group: `${round}/${nation}`, cells: ofRound, problem }];
    }
    const targetsOf = groupBy(own, (margin) => String(margin["unit_code"]));
    return [...groupBy(ofRound, (cell) => String(cell["unit_code"]))].map(([unit, ofUnit]) => {
      const problem = {
        unit: `unit ${unit} of round ${round}`,
        marginCodes,
        cells: ofUnit.map((cell) => toCell(cell, [])),
        targets: (targetsOf.get(unit) ?? []).map(toTarget),
        ...limits,
      };
      return { group: `${round}/${unit}`, cells: ofUnit, problem };
    });
  });
}

function toCell(cell: Row, above: readonly string[]): RakingProblem["cells"][number] {
  return {
    levels: [...above, ...String(cell["cell_key"]).split("|")],
    weight: Number(cell["base_weight_e9"]) / 1e9,
  };
}

function toTarget(margin: Row): RakingProblem["targets"][number] {
  return {
    marginCode: String(margin["margin_code"]),
    level: String(margin["level"]),
    population: Number(margin["population"]),
  };
}
