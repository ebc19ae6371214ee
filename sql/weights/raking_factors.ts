import { type RakingProblem, rakeCells } from "../../models/sipas/rakeCells.ts";
import { groupBy } from "../groupBy.ts";
import { defineRows, type Row } from "../table.ts";

/** Newton or fitting loops until convergence: not a sum, so TypeScript. */
export default defineRows({
  head: {
    summary:
      "Per raking cell, the factor that brings the base weights to the unit's population margins; 1 where a unit has no margins.",
    grain: ["round_code", "index_code", "unit_code", "cell_key"],
    checks: {
      "no rows": { "every factor is positive": "select * from this where not (raking_factor > 0)" },
    },
  },
  inputs: {
    cells:
      "select round_code, index_code, unit_code, cell_key, base_weight_e9 from weights.cells order by all",
    margins: `
      select m.round_code, m.unit_code, m.margin_code, o.option_order as level, m.population
      from spec.margins m
      join spec.sipas_rules u using (round_code, index_code)
      join spec.item_options o
        on o.instrument_code = u.instrument_code and o.item_code = m.margin_code and o.option_code = m.category_code
      order by all`,
    settings: "select round_code, margin_code, tolerance, max_iterations from spec.raking order by all",
    codes: "select distinct margin_code from spec.raking order by all",
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    cell_key: "VARCHAR",
    raking_factor: "DOUBLE",
    n_iterations: "INTEGER",
    worst_margin_error: "DOUBLE",
  },
  *rows({ cells = [], margins = [], settings = [], codes = [] }) {
    const marginCodes = codes.map((row) => String(row["margin_code"]));
    const targetsOf = groupBy(margins, (margin) => `${margin["round_code"]}/${margin["unit_code"]}`);
    for (const group of groupBy(cells, unitKey).values()) {
      const { round_code, index_code, unit_code } = group[0] as Row;
      const setting = settings.find((candidate) => candidate["round_code"] === round_code);
      const raked = rakeCells({
        unit: `unit ${unit_code} of round ${round_code}`,
        marginCodes,
        cells: group.map(toCell),
        targets: (targetsOf.get(`${round_code}/${unit_code}`) ?? []).map(toTarget),
        tolerance: Number(setting?.["tolerance"] ?? 0),
        maxIterations: Number(setting?.["max_iterations"] ?? 0),
      });
      for (const [index, { cell_key }] of group.entries()) {
        yield {
          round_code,
          index_code,
          unit_code,
          cell_key,
          raking_factor: raked.factors[index],
          n_iterations: raked.iterations,
          worst_margin_error: raked.worstError,
        } as Row;
      }
    }
  },
});

function unitKey(cell: Row): string {
  return `${cell["round_code"]}/${cell["index_code"]}/${cell["unit_code"]}`;
}

function toCell(cell: Row): RakingProblem["cells"][number] {
  return { levels: String(cell["cell_key"]).split("|"), weight: Number(cell["base_weight_e9"]) / 1e9 };
}

function toTarget(margin: Row): RakingProblem["targets"][number] {
  return {
    marginCode: String(margin["margin_code"]),
    level: String(margin["level"]),
    population: Number(margin["population"]),
  };
}
