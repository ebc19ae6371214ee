import { z } from "zod";
import { provenance } from "../provenance.ts";
import { count, nullableNumber } from "../rows.ts";

const isoDate = z.iso.date();

/** A row of marts.participation_units: one unit or the nation, one form, one group or all of them, as it stands. */
export const unitFormRow = {
  round_code: z.string(),
  instrument_code: z.string(),
  domain_level: z.enum(["ministry", "province", "nation"]),
  domain_code: z.string(),
  unit_code: z.string().nullable(), // null: a public aggregate
  domain_name: z.string(),
  domain_name_en: z.string(),
  respondent_group: z.string(), // "all" for every group together
  group_name: z.string().nullable(), // null: all, or no group
  group_name_en: z.string().nullable(),
  form_name: z.string(),
  form_name_en: z.string(),
  form_order: count.nullable(), // null: figures of a document
  mode: z.enum(["online", "face_to_face"]).nullable(), // null: figures of a document
  opens: isoDate.nullable(), // null: figures of a document, as below
  closes: isoDate.nullable(),
  as_of_date: isoDate.nullable(),
  days_left: count.nullable(),
  n_registered: count.nullable(), // null: no list in the store
  n_invited: count.nullable(),
  n_delivered: count.nullable(),
  n_bounced: count.nullable(),
  n_blocked: count.nullable(),
  n_opted_out: count.nullable(),
  n_started: count.nullable(),
  n_submitted: count.nullable(),
  n_valid: count.nullable(),
  n_answers: count.nullable(),
  response_percent: nullableNumber, // null: nobody registered, or persons unknown
  answers_percent: nullableNumber, // null: persons are known
  target_n: count.nullable(), // null: no target
  target_percent: nullableNumber,
  is_below_target: z.boolean().nullable(),
  forecast_n: nullableNumber, // null: see its status
  forecast_n_low: nullableNumber,
  forecast_n_high: nullableNumber,
  forecast_status: z.string(),
  shortfall_n: nullableNumber,
  width_ratio: nullableNumber,
  expected_margin_points: nullableNumber,
  target_margin_points: nullableNumber,
  priority_order: count.nullable(),
  document: z.string().nullable(), // null: counted from a store
  document_date: isoDate.nullable(),
  provenance,
};
const unitForm = z.object(unitFormRow);
export type UnitForm = z.output<typeof unitForm>;

/** A row of marts.mail_failures: persons of one mail domain whom no mail reaches, for one reason. */
export const mailFailureRow = {
  round_code: z.string(),
  instrument_code: z.string(),
  domain_level: z.enum(["ministry", "province", "nation"]),
  domain_code: z.string(),
  unit_code: z.string().nullable(), // null: a public aggregate
  mail_domain: z.string(),
  failure_kind: z.enum(["wrong_address", "mailbox_full", "rejected", "blocked", "unspecified"]),
  as_of_date: isoDate,
  n_failing: count,
  n_sent: count,
  failing_percent: nullableNumber,
  first_failed_date: isoDate.nullable(),
  is_domain_broken: z.boolean(),
  provenance,
};
const mailFailure = z.object(mailFailureRow);
export type MailFailure = z.output<typeof mailFailure>;

/** Valid persons of those registered; where only submissions are known, submissions. */
export function participationPercent(row: UnitForm): number | null {
  return row.response_percent ?? row.answers_percent;
}

/** Forms in the order of the campaign; those of a document as it prints them. */
export const byForm = (a: UnitForm, b: UnitForm): number => (a.form_order ?? 0) - (b.form_order ?? 0);
