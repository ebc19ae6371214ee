import { z } from "zod";

const byWhom = {
  /** Who decided, by office, never by name. */
  role: z.string().min(1),
  decided_on: z.iso.date(),
  reason: z.string().min(1),
};

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** One corrected answer (corrections.csv). Values are those of the form; empty is a blank answer. */
export const correctionRow = z.strictObject({
  response_key: z.string().min(1),
  item_code: code,
  old_value: z.string(),
  new_value: z.string(),
  ...byWhom,
});

/** One text given under "other", and the answer that it is (recodes.csv): wherever that text stands beside the old answer. */
export const recodeRow = z.strictObject({
  /** The item that holds the text. */
  text_item: code,
  answer_text: z.string().min(1),
  item_code: code,
  old_value: z.string(),
  new_value: z.string(),
  ...byWhom,
});

export type Correction = z.infer<typeof correctionRow>;
export type Recode = z.infer<typeof recodeRow>;
