import { z } from "zod";
import { bilingual } from "../instruments/instrument.ts";

/** validation.yaml: what an answered form must keep to. A rule finds and counts; it leaves nobody out by itself. */
export const validation = z.strictObject({
  rules: z.array(
    z.strictObject({
      rule: z.string().regex(/^[a-z][a-z0-9_]*$/, "is a code of small letters, digits and _"),
      text: bilingual,
      /** What a rule looks at: one answer, one form, several forms, or a form and what else is held of the person. */
      scope: z.enum(["field", "record", "cross_record", "cross_form"]),
      severity: z.enum(["error", "flag"]),
      /** A formula of facts of a form (see `factsOf`) that is true where the rule is broken. */
      fails: z.string(),
      /** Percent of a unit's forms above which the run warns, and above which it stops; without one it does neither. */
      warn_above_percent: z.number().min(0).max(100).optional(),
      stop_above_percent: z.number().min(0).max(100).optional(),
      status: z.enum(["confirmed", "inferred", "assumed"]),
      why: bilingual,
      source: z.string().optional(),
    }),
  ),
});

export type Validation = z.infer<typeof validation>;
export type ValidationRule = Validation["rules"][number];
