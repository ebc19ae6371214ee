import { z } from "zod";
import { bilingual } from "../instruments/instrument.ts";
import { ruled } from "./round.ts";

const percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,6})?$/, 'it must be plain digits with a point, in quotes, e.g. "62.5"')
  .refine((text) => Number(text) <= 100, "it must be 100 or less");

/** How the answers of officials on named lists become shares of the surveyed leaves of one PAR INDEX. */
export const officialsSurvey = z.strictObject({
  /** The framework whose surveyed leaves it scores, e.g. 876/QĐ-BNV. */
  framework: z.string(),
  instrument: z.string(),
  fieldwork: z.strictObject({
    opens: z.iso.date(),
    closes: z.iso.date(),
    status: z.enum(["confirmed", "inferred", "assumed"]),
    why: bilingual,
    source: z.string().optional(),
  }),
  /** Which forms do not count, in the order in which a reason is looked for. */
  exclusions: ruled(
    z
      .array(
        z.enum([
          "test_response",
          "unknown_person",
          "not_submitted",
          "before_opening",
          "after_closing",
          "duplicate_submission",
          "no_valid_answer",
        ]),
      )
      .min(1),
  ),
  /** Which items each surveyed leaf is made of. */
  leaves: ruled(z.array(z.strictObject({ leaf: z.string(), items: z.array(z.string()).min(1) })).min(1)),
  /** Percent of an item's points that each level of its scale gives, from the lowest. */
  answer_shares: ruled(z.array(percent).min(2)),
  /** A leaf from its items: plain mean of their shares, or all their answers pooled. */
  combine: ruled(z.enum(["mean_of_items", "pooled_answers"])),
  /** What each group of respondents weighs: by the length of its list, or as stated; stated weights add to 1. */
  group_weights: ruled(z.union([z.literal("by_list"), z.record(z.string(), z.number().min(0).max(1))])),
  /** A class of nonresponse with fewer responses is merged with the next one of the form. */
  merge_classes_below: ruled(z.int().min(2)),
  /** Below this many valid responses a share is [c]. */
  minimum_n: ruled(z.int().min(1)),
  /** Provinces only: how SIPAS becomes the points of its leaf. Ministries have no SIPAS. */
  sipas: ruled(z.enum(["linear"])).optional(),
});

export type OfficialsSurvey = z.infer<typeof officialsSurvey>;

/** officials.yaml of a round. */
export const officials = z.strictObject({
  par_province: officialsSurvey.optional(),
  par_ministry: officialsSurvey.optional(),
});

export type Officials = z.infer<typeof officials>;

/** SIPAS of a fictional province with its error (fictional_sipas.csv): invented, as nobody can be asked there. */
export const fictionalSipasRow = z.strictObject({
  unit_code: z.string().regex(/^minh-hoa-/, "only a fictional unit has an invented SIPAS"),
  satisfied_percent: percent,
  standard_error: z.number().positive(), // in percentage points
  df: z.int().positive(),
  n: z.int().positive(),
});

export type FictionalSipas = z.infer<typeof fictionalSipasRow>;
