import { groupBy } from "../../models/groupBy.ts";
import { type Calibrated, calibrateCells } from "../../models/weighting/calibrateCells.ts";
import { type TrimmingRule, trimCells, type WeightedRow } from "../../models/weighting/trimCells.ts";
import { calibrationInputs, calibrationProblems, type ProblemGroup } from "../calibrationProblems.ts";
import { defineRows, type Row } from "../table.ts";

/** Fitting loops until convergence: not a sum, so TypeScript. */
export default defineRows({
  head: {
    summary:
      "Per calibration cell, the factor that brings the weights to the population margins of the group of units calibrated together, and what a weight that enters is cut at where the round trims; 1 where there are no margins.",
    grain: ["round_code", "index_code", "unit_code", "cell_key"],
    checks: {
      "no rows": {
        "every factor is a positive number":
          "select * from this where not (calibration_factor > 0 and isfinite(calibration_factor))",
        "every limit is positive": "select * from this where weight_limit_e9 <= 0",
      },
    },
  },
  inputs: {
    ...calibrationInputs,
    // only where the round trims: all else follows from the cells
    weights: `
      select c.round_code, c.unit_code, c.cell_key, c.entering_weight_e9, sum(c.n_responses)::integer as n_responses
      from weights.cluster_cells c
      join spec.weighting s using (round_code, index_code)
      where s.trim_above_median is not null
      group by all order by all`,
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    cell_key: "VARCHAR",
    calibration_factor: "DOUBLE",
    first_factor: "DOUBLE", // before anything was cut
    weight_limit_e9: "BIGINT", // NULL where nothing is cut
    calibration_group: "VARCHAR", // units calibrated together; NULL where there are no margins
    calibrated_levels: "VARCHAR", // levels of the margins that were calibrated to, merged ones as 1+2
    n_iterations: "INTEGER",
    n_trimming_rounds: "INTEGER",
    worst_margin_error: "DOUBLE",
  },
  *rows(inputs) {
    const { weights = [], settings = [] } = inputs;
    const weightsOf = groupBy(weights, (row) => `${row["round_code"]}/${row["unit_code"]}`);
    for (const own of calibrationProblems(inputs)) {
      const { group, cells, problem } = own;
      const trimming = trimmingOf(settings, String(cells[0]?.["round_code"]));
      const found = trimming === null ? untrimmed(own) : trimCells(problem, rowsOf(own, weightsOf), trimming);
      const used = problem.marginCodes.flatMap((code, index) =>
        problem.targets.some((target) => target.marginCode === code) ? [index] : [],
      );
      for (const [index, { round_code, index_code, unit_code, cell_key }] of cells.entries()) {
        const limit = found.limits[index] as number;
        yield {
          ...{ round_code, index_code, unit_code, cell_key },
          calibration_factor: found.factors[index] as number,
          first_factor: found.firstFactors[index] as number,
          weight_limit_e9: limit === Infinity ? null : BigInt(Math.round(limit * 1e9)),
          calibration_group: used.length === 0 ? null : group,
          calibrated_levels:
            used.length === 0 ? null : used.map((margin) => problem.cells[index]?.levels[margin]).join("|"),
          n_iterations: found.iterations,
          n_trimming_rounds: found.rounds,
          worst_margin_error: found.worstError,
        } as Row;
      }
    }
  },
});

function trimmingOf(settings: readonly Row[], round: string): TrimmingRule | null {
  const own = settings.find((row) => row["round_code"] === round);
  if (own === undefined || own["trim_above_median"] === null) return null;
  return { aboveMedian: Number(own["trim_above_median"]), maxRounds: Number(own["max_trimming_rounds"]) };
}

function untrimmed({ problem }: ProblemGroup) {
  const found: Calibrated = calibrateCells(problem);
  const limits = new Float64Array(problem.cells.length).fill(Infinity);
  return { ...found, limits, firstFactors: found.factors, rounds: 0 };
}

function rowsOf({ cells }: ProblemGroup, weightsOf: ReadonlyMap<string, readonly Row[]>): WeightedRow[] {
  const place = new Map(cells.map((cell, index) => [`${cell["unit_code"]}/${cell["cell_key"]}`, index]));
  const units = new Set(cells.map((cell) => `${cell["round_code"]}/${cell["unit_code"]}`));
  return [...units].flatMap((unit) =>
    (weightsOf.get(unit) ?? []).map((row) => ({
      cell: place.get(`${row["unit_code"]}/${row["cell_key"]}`) as number,
      unit: String(row["unit_code"]),
      weight: Number(row["entering_weight_e9"]) / 1e9,
      responses: Number(row["n_responses"]),
    })),
  );
}
