import { z } from "zod";
import type { Words } from "../messages/words.ts";
import { provenance } from "../provenance.ts";
import type { Reader } from "../reader.ts";
import { count, nullableNumber } from "../rows.ts";

const isoDate = z.iso.date();

/** The columns of a mart that holds units and the nation side by side. */
export const monitorDomain = {
  domain_level: z.enum(["ministry", "province", "nation"]),
  domain_code: z.string(),
  unit_code: z.string().nullable(), // null: a public aggregate
  domain_name: z.string(),
  domain_name_en: z.string(),
};

interface Named {
  readonly form_name: string;
  readonly form_name_en: string;
}

export const formName = (row: Named, words: Words): string => words.pick(row.form_name, row.form_name_en);

/** The form's name, or a dash for what is no form. */
export const maybeFormName = (
  { form_name, form_name_en }: { readonly form_name: string | null; readonly form_name_en: string | null },
  words: Words,
): string => (form_name === null ? "–" : words.pick(form_name, form_name_en ?? form_name));

interface InDomain {
  readonly domain_level: "ministry" | "province" | "nation";
  readonly unit_code: string | null;
  readonly domain_name: string;
  readonly domain_name_en: string;
}

export const domainOf = (row: InDomain, words: Words): string =>
  words.pick(row.domain_name, row.domain_name_en);

/** The reader's own rows: the nation's for the national page, the unit's for its own. */
export function ownRows<Row extends InDomain>(rows: readonly Row[], reader: Reader): Row[] {
  return rows.filter((row) =>
    reader.kind === "national"
      ? row.domain_level === "nation"
      : row.domain_level === reader.kind && row.unit_code === reader.unit_code,
  );
}

/** The rows of single units, for the national page to list. */
export function unitRows<Row extends InDomain>(rows: readonly Row[]): Row[] {
  return rows.filter(({ domain_level }) => domain_level !== "nation");
}

/** A row of marts.participation_units: one unit or the nation, one form, one group or all of them, as it stands. */
export const unitFormRow = {
  round_code: z.string(),
  instrument_code: z.string(),
  ...monitorDomain,
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
  form_name: z.string(),
  form_name_en: z.string(),
  ...monitorDomain,
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
export const byForm = (
  a: { readonly form_order: number | null },
  b: { readonly form_order: number | null },
): number => (a.form_order ?? 0) - (b.form_order ?? 0);
