import { alternatives, indexUnder, reference } from "../../models/rankings/alternatives.ts";
import { competitionRanks } from "../../models/statistics/competitionRanks.ts";
import { partsInputs, readRankedParts } from "../rankedParts.ts";
import { defineRows } from "../table.ts";

/** One change at a time; what cannot be applied to these units is said, not silently left out. */
export default defineRows({
  head: {
    summary:
      "The newest round of every PAR INDEX ranking computed in other ways than the round's: percent, rank and shift of each unit under each alternative, and whether it was applied.",
    grain: ["round_code", "index_code", "ranking_code", "alternative_code", "unit_code"],
    checks: {
      "one of": { alternative_status: ["applied", "same", "not_applied"] },
      between: { percent: [0, 100] },
      "no rows": {
        "the reference is the ranking as it stands": `
          select t.unit_code, t.alternative_rank, r.index_rank from this t
          join scores.par_ranks r using (round_code, index_code, unit_code)
          join spec.par_rules u using (round_code, index_code)
          where t.alternative_code = 'reference' and u.ties = 'competition' and t.alternative_rank <> r.index_rank`,
      },
    },
  },
  ...partsInputs,
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    ranking_code: "VARCHAR",
    alternative_code: "VARCHAR",
    alternative_order: "INTEGER",
    alternative_status: "VARCHAR",
    unit_code: "VARCHAR",
    percent: "DOUBLE",
    alternative_rank: "INTEGER",
    rank_shift: "INTEGER",
    provenance: "VARCHAR",
  },
  *rows(inputs, wide) {
    for (const { key, provenance, units } of readRankedParts(inputs, wide)) {
      const ranks = (values: readonly number[]) =>
        competitionRanks(values.map((value) => Math.round(value * 1e12) / 1e12));
      const standing = ranks(units.map((unit) => indexUnder(unit, reference)));
      for (const [order, { code, choice, status }] of alternatives(units).entries()) {
        const values = units.map((unit) => indexUnder(unit, choice));
        const own = ranks(values);
        for (const [j, unit] of units.entries())
          yield {
            ...key,
            alternative_code: code,
            alternative_order: order,
            alternative_status: status,
            unit_code: unit.code,
            percent: status === "not_applied" ? null : values[j]!,
            alternative_rank: status === "not_applied" ? null : own[j]!,
            rank_shift: status === "not_applied" ? null : own[j]! - standing[j]!,
            provenance,
          };
      }
    }
  },
});
