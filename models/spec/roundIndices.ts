import type { IndexCode } from "../rounds/round.ts";
import type { RoundSpec, Spec } from "./spec.ts";

/** The key columns of what a round fixes for one of its indices. */
export const indexKey = { round_code: "VARCHAR", index_code: "VARCHAR" } as const;

/** Every index of every round. */
export function roundIndices(spec: Spec): { round: RoundSpec; index: IndexCode }[] {
  const codes: readonly IndexCode[] = ["sipas", "par_ministry", "par_province"];
  return spec.rounds.flatMap((round) =>
    codes.filter((index) => round.round.indices[index] !== undefined).map((index) => ({ round, index })),
  );
}
