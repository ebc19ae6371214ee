import { z } from "zod";
import { bilingual } from "../instruments/instrument.ts";

/** Exact points or percent as text: plain digits with a point, never below zero. */
export const decimalText = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9})?$/, 'it must be plain digits with a point, in quotes, e.g. "0.75"');

const inputCode = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, "an input is lower-case letters, digits and underscores");

/** One raw figure that a rule needs: what a unit declares (số liệu kê khai), apart from its points. */
export const ruleInput = z.strictObject({
  code: inputCode,
  name: bilingual,
  kind: z.enum(["number", "yes_no"]),
});

const inputs = z.array(ruleInput).min(1);

/**
 * How a leaf's inputs become points (cách chấm điểm). Between 0 and the leaf's maximum, or it is refused.
 *
 * - `yes_no`: yes gives the maximum, no gives nothing
 * - `share`: a share in percent; from `full_from` the maximum, below `zero_below` nothing, between them either
 *   `proportional` (share × maximum / 100) or `interpolated` (a straight line from 0 to the maximum)
 * - `count`: `each` points a piece, at most `cap` (without it, the maximum)
 * - `deduct`: the maximum less `each` a piece, losing at most `cap` (without it, the maximum)
 * - `formula`: the first branch whose condition holds; `max` is the leaf's maximum
 */
export const rule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("yes_no"), inputs: inputs.length(1) }),
  z.strictObject({
    kind: z.literal("share"),
    inputs,
    percent: inputCode.optional(),
    part: inputCode.optional(),
    whole: inputCode.optional(),
    full_from: decimalText,
    zero_below: decimalText,
    between: z.enum(["proportional", "interpolated"]),
  }),
  z.strictObject({
    kind: z.literal("count"),
    inputs: inputs.length(1),
    each: decimalText,
    cap: decimalText.optional(),
  }),
  z.strictObject({
    kind: z.literal("deduct"),
    inputs: inputs.length(1),
    each: decimalText,
    cap: decimalText.optional(),
  }),
  z.strictObject({
    kind: z.literal("formula"),
    inputs,
    branches: z
      .array(z.strictObject({ when: z.string().min(1).optional(), points: z.string().min(1) }))
      .min(1),
  }),
]);

export type Rule = z.infer<typeof rule>;
export type RuleInput = z.infer<typeof ruleInput>;
export type RuleOf<Kind extends Rule["kind"]> = Extract<Rule, { kind: Kind }>;
