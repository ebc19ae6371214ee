import { z } from "zod";

export const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

const code = z.string().regex(/^[a-z][a-z0-9_]*$/, "a code is lower-case letters, digits and underscores");

const option = z.strictObject({
  value: z.string().min(1), // what a survey store holds
  code,
  name: bilingual,
  is_dont_know: z.literal(true).optional(), // says that the respondent cannot tell; never on a satisfaction item
});

/**
 * One item of a questionnaire. `question` is the stable question code by which every source knows it.
 *
 * - `choice`: exactly one of `options`
 * - `level`: an ordered scale 1 … `levels`, 1 the worst
 * - `yes_no`: 1 or 0
 * - `text`: an open answer, which never leaves the warehouse unredacted
 * - `missing_in_copy`: the number exists on the form, its wording is not held; nothing is read for it
 */
export const item = z.strictObject({
  code,
  question: z.string().min(1),
  block: code,
  kind: z.enum(["choice", "level", "yes_no", "text", "missing_in_copy"]),
  levels: z.int().min(2).max(10).optional(),
  options: z.array(option).min(2).optional(),
  factor: code.optional(), // satisfaction items only
  name: bilingual,
  note: z.string().optional(), // a slip of the copy stands where it is
});

/**
 * A questionnaire (mẫu phiếu): its items and their scales. A form for a sample of citizens groups its satisfaction items into
 * factors and parts; a form for named lists (officials) names its respondent groups instead, and has no sample frame.
 */
export const instrument = z.strictObject({
  instrument: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  index: z.enum(["sipas", "par_province", "par_ministry"]),
  name: bilingual,
  source: z.string().min(1),
  /** Nobody's real form: what it asks is made up, and so is every answer to it. */
  illustrative: z.literal(true).optional(),
  notes: z.array(z.string()).default([]),
  parts: z.array(z.strictObject({ code, name: bilingual })).default([]),
  factors: z.array(z.strictObject({ code, part: code, name: bilingual })).default([]),
  /** Whose names are on the list, by group; a form with groups has a list and no sample. */
  groups: z
    .array(z.strictObject({ code, name: bilingual }))
    .min(1)
    .optional(),
  items: z.array(item).min(1),
});

export type Instrument = z.infer<typeof instrument>;

/** Are the persons asked taken from a named list, rather than drawn from a sample frame? */
export function isForNamedLists({ groups }: Pick<Instrument, "groups">): boolean {
  return groups !== undefined;
}

export type Item = z.infer<typeof item>;
