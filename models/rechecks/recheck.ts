import { z } from "zod";
import { bilingual } from "../instruments/instrument.ts";

const evidence = {
  status: z.enum(["confirmed", "inferred", "assumed"]),
  why: bilingual,
  source: z.string().optional(),
};

/**
 * recheck.yaml: how a second interview (phúc tra) is drawn and read, after the design of back checks. No share and no limit is
 * official: neither has a default.
 */
export const recheckSettings = z.strictObject({
  /** Items asked again. Kind 1 must not change (an error of the interviewer), 2 is hard to ask (training), 3 tells stability only. */
  variables: z
    .array(
      z.strictObject({
        item: z.string(),
        kind: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        /** Answers that differ by so many levels agree; without it they must be the same. */
        tolerance: z.int().min(0).optional(),
      }),
    )
    .min(1),
  /** The share of forms to ask again, of each unit and interviewer. */
  share: z.number().gt(0).max(1).optional(),
  /** Percent of differing answers of kind 1 above which an interviewer is listed. */
  list_above_percent: z.number().min(0).max(100).optional(),
  ...evidence,
});

export type RecheckSettings = z.infer<typeof recheckSettings>;

export const batchLevels = ["interviewer", "team", "commune", "unit"] as const;
export type BatchLevel = (typeof batchLevels)[number];

/**
 * What is done with the forms of a batch after a recheck (recheck_decisions.csv): keep them, take the rechecked answers, or leave
 * all out. It counts once somebody else has signed it off, having seen its effect: the hash of the difference.
 */
export const recheckDecisionRow = z.strictObject({
  level: z.enum(batchLevels),
  batch: z.string().min(1),
  decision: z.enum(["keep", "correct", "void"]),
  role: z.string().min(1),
  decided_on: z.iso.date(),
  reason: z.string().min(1),
  signed_off_by: z.string().nullable(),
  effect: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "is the hash that `thuocdo diff` prints")
    .nullable(),
});

export type RecheckDecision = z.infer<typeof recheckDecisionRow>;

/** interviewers.csv: the team of each interviewer, by the keys of the store. */
export const interviewerRow = z.strictObject({
  interviewer_key: z.string().min(1),
  team_code: z.string().min(1),
});
export type Interviewer = z.infer<typeof interviewerRow>;
