import { groupBy } from "../models/groupBy.ts";
import { nation, unitMargin } from "../models/rounds/nationalMargins.ts";
import type { CalibrationDistance } from "../models/statistics/calibrationFactors.ts";
import type { CalibrationProblem, CategoryTarget } from "../models/weighting/calibrateCells.ts";
import { type CollapsedCategory, collapseCategories } from "../models/weighting/collapseCategories.ts";
import type { Row } from "./table.ts";

/** What {@link calibrationProblems} reads. */
export const calibrationInputs = {
  cells:
    "select round_code, index_code, unit_code, cell_key, n_responses, entering_weight_e9 from weights.cells order by all",
  margins: `
    select m.round_code, m.unit_code, m.margin_code, coalesce(o.option_order::varchar, m.category_code) as level, m.population,
      m.category_code
    from spec.margins m
    join spec.sipas_rules u using (round_code, index_code)
    left join spec.item_options o
      on o.instrument_code = u.instrument_code and o.item_code = m.margin_code and o.option_code = m.category_code
    order by m.round_code, m.unit_code, m.margin_code, o.option_order, m.category_code`,
  settings: "from spec.weighting order by all",
  codes:
    "select margin_code, round_code, is_collapsible from spec.calibration_margins order by margin_code, round_code",
};

/** Cells that are calibrated together. */
export interface ProblemGroup {
  readonly group: string;
  readonly cells: readonly Row[];
  /** With small categories merged, as the round's rule says. */
  readonly problem: CalibrationProblem;
  readonly collapsed: readonly CollapsedCategory[];
}

/**
 * The calibration problems of every round: one a unit where margins are given by unit; one for the whole round where margins of
 * the nation are given, with the units' totals (margin `unit`) as one margin more.
 */
export function calibrationProblems({
  cells = [],
  margins = [],
  settings = [],
  codes = [],
}: Readonly<Record<string, readonly Row[]>>): ProblemGroup[] {
  const marginCodes = [...new Set(codes.map((row) => String(row["margin_code"])))];
  return [...groupBy(cells, (row) => String(row["round_code"]))].flatMap(([round, ofRound]) => {
    const own = margins.filter((margin) => margin["round_code"] === round);
    const rules = settings.find((row) => row["round_code"] === round);
    const collapsible = codes.filter((row) => row["round_code"] === round && row["is_collapsible"] === true);
    const toGroup = (
      group: string,
      unit: string,
      ofGroup: readonly Row[],
      targets: readonly Row[],
    ): ProblemGroup => {
      const isNational = targets.some((target) => target["margin_code"] === unitMargin);
      const problem: CalibrationProblem = {
        unit,
        method: String(rules?.["calibration_method"] ?? "raking") as CalibrationDistance,
        bounds: boundsOf(rules),
        marginCodes: isNational ? [unitMargin, ...marginCodes] : marginCodes,
        cells: ofGroup.map((cell) => toCell(cell, isNational ? [String(cell["unit_code"])] : [])),
        targets: targets.map(toTarget),
        tolerance: Number(rules?.["tolerance"] ?? 0),
        maxIterations: Number(rules?.["max_iterations"] ?? 0),
      };
      const { problem: collapsed, log } = collapseCategories(problem, {
        below: Number(rules?.["collapse_below"] ?? 0),
        marginCodes: collapsible.map((row) => String(row["margin_code"])),
      });
      return { group, cells: ofGroup, problem: collapsed, collapsed: log };
    };
    if (own.some((margin) => margin["unit_code"] === nation))
      return [toGroup(`${round}/${nation}`, `the nation of round ${round}`, ofRound, own)];
    const targetsOf = groupBy(own, (margin) => String(margin["unit_code"]));
    return [...groupBy(ofRound, (cell) => String(cell["unit_code"]))].map(([unit, ofUnit]) =>
      toGroup(`${round}/${unit}`, `unit ${unit} of round ${round}`, ofUnit, targetsOf.get(unit) ?? []),
    );
  });
}

function boundsOf(rules: Row | undefined): CalibrationProblem["bounds"] {
  const [low, high] = [rules?.["lower_bound"] ?? null, rules?.["upper_bound"] ?? null];
  return low === null || high === null ? null : [Number(low), Number(high)];
}

function toCell(cell: Row, above: readonly string[]): CalibrationProblem["cells"][number] {
  return {
    levels: [...above, ...String(cell["cell_key"]).split("|")],
    weight: Number(cell["entering_weight_e9"]) / 1e9,
    responses: Number(cell["n_responses"]),
  };
}

function toTarget(margin: Row): CategoryTarget {
  return {
    marginCode: String(margin["margin_code"]),
    level: String(margin["level"]),
    name: String(margin["category_code"]),
    population: Number(margin["population"]),
  };
}
