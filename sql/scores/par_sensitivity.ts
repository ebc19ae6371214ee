import { robustness } from "../../models/rankings/robustness.ts";
import { partsInputs, readRankedParts } from "../rankedParts.ts";
import { defineRows } from "../table.ts";

/** Simulated with a fixed seed: rows of inputs carry Sobol's indices, rows of units where each ends up. */
export default defineRows({
  head: {
    summary:
      "What the newest round of a PAR INDEX ranking hangs on when every open choice and the sampling error vary at once: Sobol's indices of the mean rank shift by input, and simulated ranks by unit.",
    grain: ["round_code", "index_code", "ranking_code", "subject_kind", "subject_code"],
    checks: { "one of": { subject_kind: ["input", "unit"] } },
  },
  ...partsInputs,
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    ranking_code: "VARCHAR",
    subject_kind: "VARCHAR",
    subject_code: "VARCHAR",
    subject_order: "INTEGER",
    first_share: "DOUBLE",
    first_share_se: "DOUBLE",
    total_share: "DOUBLE",
    total_share_se: "DOUBLE",
    rank_low: "DOUBLE",
    rank_median: "DOUBLE",
    rank_high: "DOUBLE",
    top_share: "DOUBLE",
    mean_shift: "DOUBLE",
    n_runs: "INTEGER",
    provenance: "VARCHAR",
  },
  *rows(inputs, wide) {
    for (const { key, provenance, units } of readRankedParts(inputs, wide)) {
      const made = robustness(units);
      if (made === null) continue;
      const shared = { ...key, mean_shift: made.meanShift, n_runs: made.runs, provenance };
      for (const [order, own] of made.sensitivities.entries())
        yield {
          ...shared,
          subject_kind: "input",
          subject_code: own.input,
          subject_order: order,
          first_share: own.first,
          first_share_se: own.firstSe,
          total_share: own.total,
          total_share_se: own.totalSe,
          rank_low: null,
          rank_median: null,
          rank_high: null,
          top_share: null,
        };
      for (const [order, own] of made.units.entries())
        yield {
          ...shared,
          subject_kind: "unit",
          subject_code: own.code,
          subject_order: order,
          first_share: null,
          first_share_se: null,
          total_share: null,
          total_share_se: null,
          rank_low: own.low,
          rank_median: own.median,
          rank_high: own.high,
          top_share: own.topShare,
        };
    }
  },
});
