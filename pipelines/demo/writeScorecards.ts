import type { FrameworkLevel } from "../../models/frameworks/framework.ts";
import { isWhole } from "../../models/frameworks/frameworkNodes.ts";
import type { ScoreRow } from "../../models/scorecards/scoreEntry.ts";
import type { Spec } from "../../models/spec/spec.ts";
import { drawScorecard } from "./drawScorecard.ts";
import { type StoreRow, type StoreWriter, toDecimal, toTimestamp } from "./storeWriter.ts";

/**
 * Scorecards of every fictional unit, for each round that asks officials about such units or has an index of their level, against
 * the illustrative framework. No real unit gets one.
 */
export function writeScorecards(store: StoreWriter, spec: Spec, seed: number): void {
  for (const { round, officials } of spec.rounds)
    for (const level of ["ministry", "province"] as const) {
      const framework = spec.frameworks.find(
        (own) => own.provenance === "illustrative" && own.level === level && isWhole(own),
      );
      const indexCode = indexOf(level);
      const isScored =
        round.indices[indexCode] !== undefined || officials?.[indexCode]?.framework === framework?.framework;
      if (framework === undefined || !isScored) continue;
      const roundCode = round.round;
      const laterRound = laterRoundOf(spec, roundCode);
      for (const unit of spec.fictionalUnits.filter((each) => each.unit_level === level))
        for (const row of drawScorecard({ framework, roundCode, laterRound, indexCode, unit, seed }))
          store.add("scorecards", toStoreRow(row));
    }
}

/** The round after one: an earlier round is drawn near it. */
export function laterRoundOf({ rounds }: Spec, roundCode: string): string | null {
  const later = rounds.map(({ round }) => round.round).filter((code) => code > roundCode);
  return later.sort()[0] ?? null;
}

function indexOf(level: FrameworkLevel): ScoreRow["index_code"] {
  return level === "ministry" ? "par_ministry" : "par_province";
}

/** In the order of the table's columns. */
function toStoreRow(row: ScoreRow): StoreRow {
  return [
    row.round_code,
    row.index_code,
    row.unit_name,
    row.node_code,
    row.stage_code,
    toDecimal(row.points),
    null, // the framework knows the maximum
    null,
    null,
    row.framework_code,
    row.framework_version,
    row.score_status,
    row.inputs,
    row.role_code,
    toTimestamp(Date.parse(row.scored_at)),
    row.reason,
    row.evidence,
    row.is_locked === "true",
  ];
}
