import { z } from "zod";
import { roleCodes, stageCodes } from "./stages.ts";

/**
 * What stands at a leaf: `scored` with points (zero is a score), `missing` (nothing handed in), `not_applicable` (it does
 * not concern the unit), `withheld` (points held back). Four different things from the first file to the last page.
 */
export const scoreStatuses = ["scored", "missing", "not_applicable", "withheld"] as const;
export type ScoreStatus = (typeof scoreStatuses)[number];

/** One leaf at one stage of a scorecard: points apart from the figures they were made of, who, when, why, on what evidence. */
export const scoreRow = z.strictObject({
  round_code: z.string().regex(/^\d{4}$/),
  index_code: z.enum(["par_ministry", "par_province"]),
  unit_name: z.string().min(1),
  framework_code: z.string().min(1),
  framework_version: z.string().min(1),
  node_code: z.string().min(1),
  stage_code: z.enum(stageCodes),
  score_status: z.enum(scoreStatuses),
  /** Exact decimal text; empty unless scored. */
  points: z.string().nullable(),
  /** Declared figures as JSON text, by input. */
  inputs: z.string().nullable(),
  role_code: z.enum(roleCodes),
  scored_at: z.iso.datetime(),
  reason: z.string().nullable(),
  evidence: z.string().nullable(),
  is_locked: z.enum(["true", "false"]),
});

export type ScoreRow = z.infer<typeof scoreRow>;
export type ScoreField = keyof ScoreRow;
/** The columns of a scorecard's file, in order. */
export const scoreFields = Object.keys(scoreRow.shape) as readonly ScoreField[];

/**
 * The declared figures of a row; null where the text is no set of texts.
 *
 * @example maybeReadInputs('{"done":"9"}') // { done: "9" }
 */
export function maybeReadInputs(text: string | null): Readonly<Record<string, string>> | null {
  if (text === null || text === "") return {};
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Declared figures as they are stored: by name, so that equal figures are equal text; none is null. */
export function toInputsText(inputs: Readonly<Record<string, string>>): string | null {
  const entries = Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries));
}
