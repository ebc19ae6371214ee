import { type RakingProblem, rakeCells } from "../../models/sipas/rakeCells.ts";
import { rakingInputs, rakingProblems } from "../rakingProblems.ts";
import { defineRows, type Row } from "../table.ts";

/** Fitting loops until convergence: not a sum, so TypeScript. */
export default defineRows({
  head: {
    summary:
      "Per raking cell, the factor that brings the base weights to the population margins of the group of units raked together; 1 where there are no margins.",
    grain: ["round_code", "index_code", "unit_code", "cell_key"],
    checks: {
      "no rows": { "every factor is positive": "select * from this where not (raking_factor > 0)" },
    },
  },
  inputs: rakingInputs,
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    cell_key: "VARCHAR",
    raking_factor: "DOUBLE",
    raking_group: "VARCHAR", // units raked together; NULL where there are no margins
    raked_levels: "VARCHAR", // levels of the margins that were raked to
    n_iterations: "INTEGER",
    worst_margin_error: "DOUBLE",
  },
  *rows(inputs) {
    for (const { group, cells, problem } of rakingProblems(inputs)) {
      const raked = rakeCells(problem);
      const used = problem.marginCodes.flatMap((code, index) => (isTargeted(problem, code) ? [index] : []));
      for (const [index, { round_code, index_code, unit_code, cell_key }] of cells.entries()) {
        yield {
          ...{ round_code, index_code, unit_code, cell_key },
          raking_factor: raked.factors[index] as number,
          raking_group: used.length === 0 ? null : group,
          raked_levels:
            used.length === 0 ? null : used.map((margin) => problem.cells[index]?.levels[margin]).join("|"),
          n_iterations: raked.iterations,
          worst_margin_error: raked.worstError,
        } as Row;
      }
    }
  },
});

function isTargeted({ targets }: RakingProblem, code: string): boolean {
  return targets.some((target) => target.marginCode === code);
}
