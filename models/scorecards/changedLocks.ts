import { Big } from "big.js";
import type { ScoreProblem } from "./checkScorecard.ts";
import type { ScoreField, ScoreRow } from "./scoreEntry.ts";
import { stages } from "./stages.ts";

const held = [
  "score_status",
  "points",
  "inputs",
  "reason",
  "evidence",
] as const satisfies readonly ScoreField[];

/**
 * The rows of a new scorecard that touch a locked (chốt) stage: a locked stage may be handed in again only as it is, neither
 * changed nor with rows added. Rows are those of `after`.
 *
 * @example changedLocks(kept, handedIn) // [] where nothing locked was touched
 */
export function changedLocks(before: readonly ScoreRow[], after: readonly ScoreRow[]): ScoreProblem[] {
  const locked = new Set(before.filter((row) => row.is_locked === "true").map((row) => row.stage_code));
  const kept = new Map(before.map((row) => [`${row.node_code}\n${row.stage_code}`, row]));
  return after.flatMap((entry, row): ScoreProblem[] => {
    if (!locked.has(entry.stage_code)) return [];
    const stage = stages.find(({ code }) => code === entry.stage_code)?.name.vi;
    const old = kept.get(`${entry.node_code}\n${entry.stage_code}`);
    if (old === undefined)
      return [{ row, field: "node_code", message: `bước "${stage}" đã chốt; không được thêm tiêu chí` }];
    return held
      .filter((field) => !isSame(field, old[field], entry[field]))
      .map((field) => ({
        row,
        field,
        message: `bước "${stage}" đã chốt với "${old[field] ?? ""}"; không được sửa thành "${entry[field] ?? ""}"`,
      }));
  });
}

/** Points are compared as numbers: 1.5 and 1.50 are one score. */
function isSame(field: ScoreField, a: string | null, b: string | null): boolean {
  const isNumber = field === "points" && [a, b].every((text) => /^-?\d+(\.\d+)?$/.test(text ?? ""));
  return isNumber ? new Big(a as string).eq(b as string) : (a ?? "") === (b ?? "");
}

/**
 * The card after a hand-in: the stages handed in replace their former rows; other stages and locked rows stay.
 *
 * @example mergeScorecard(kept, handedIn).length
 */
export function mergeScorecard(before: readonly ScoreRow[], handedIn: readonly ScoreRow[]): ScoreRow[] {
  const replaced = new Set(handedIn.map((row) => row.stage_code));
  const given = new Set(handedIn.map((row) => `${row.node_code}\n${row.stage_code}`));
  const stays = (row: ScoreRow) =>
    !replaced.has(row.stage_code) ||
    (row.is_locked === "true" && !given.has(`${row.node_code}\n${row.stage_code}`));
  const order = new Map(stages.map(({ code }, i) => [code, i]));
  return [...before.filter(stays), ...handedIn].sort(
    (a, b) => (order.get(a.stage_code) ?? 0) - (order.get(b.stage_code) ?? 0),
  );
}
