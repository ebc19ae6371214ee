import { z } from "zod";
import { bilingual } from "../instruments/instrument.ts";
import { ruled } from "../rounds/round.ts";

/** A form whose campaign is watched: how it reaches people, and between which days. */
const campaignForm = z.strictObject({
  /** The code under which the store holds the form; it need not be in models/instruments. */
  instrument: z.string().min(1),
  name: bilingual,
  mode: z.enum(["online", "face_to_face"]),
  /** The first and the last day, in Vietnam. */
  opens: z.iso.date(),
  closes: z.iso.date(),
  status: z.enum(["confirmed", "inferred", "assumed"]),
  why: bilingual,
  source: z.string().optional(),
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is a time such as 22:00");

/** From where on a figure of face-to-face fieldwork is flagged. A flag asks for a look; it excludes nothing. */
const fieldQuality = z.strictObject({
  /** An interview of fewer minutes is called short. */
  short_minutes: ruled(z.number().positive()),
  /** Entered from the first hour on, until before the second, is called at night. */
  night: ruled(z.strictObject({ from: clock, until: clock })),
  /** So many answers of different persons in a form, all the same level, are a straight line. */
  straight_items: ruled(z.int().min(2)),
  /** More forms than this from one device on one day are many. */
  device_forms_a_day: ruled(z.int().min(1)),
  /** Whoever has fewer forms is not compared with others. */
  least_forms: ruled(z.int().min(1)),
  /** Flagged when a figure lies so many robust standard deviations (1.4826 × MAD) from the median of its peers. */
  robust_z: ruled(z.number().positive()),
  /** Where at least half of the peers are equal there is no such deviation: then flagged from this distance on. */
  equal_peers_distance: ruled(z.number().positive()),
  /** With fewer peers nobody is flagged. */
  least_peers: ruled(z.int().min(2)),
});

/** campaign.yaml: who is asked by which form until when, and what the monitor of participation needs to judge it. */
export const campaign = z.strictObject({
  forms: z.array(campaignForm).min(1),
  groups: z.array(z.strictObject({ code: z.string().min(1), name: bilingual })).default([]),
  forecast: z
    .strictObject({
      /** The last days whose pace is taken to go on; whole weeks, so that weekends weigh the same. */
      pace_days: ruled(z.int().min(1)),
      /** Variance of an estimate over that of a simple random sample, for the width that a shortfall costs. */
      design_effect: ruled(z.number().min(1)),
    })
    .optional(),
  mail: z
    .strictObject({
      /** A mail domain is called broken when at least this share of those who were sent something do not get it … */
      broken_share: ruled(z.number().min(0).max(1)),
      /** … and at least so many were. */
      least_persons: ruled(z.int().min(1)),
    })
    .optional(),
  field_quality: fieldQuality.optional(),
  questions: z
    .strictObject({
      /** Days within which a question has to be answered. There is no default: without it no share in time is given. */
      answer_within_days: ruled(z.int().min(0)).optional(),
    })
    .optional(),
});

export type Campaign = z.infer<typeof campaign>;

/** One target of targets.csv: so many valid persons, or a share of those registered; `*` stands for every one. */
export const targetRow = z.strictObject({
  unit_level: z.enum(["province", "ministry", "*"]),
  unit_code: z.string().min(1),
  instrument_code: z.string().min(1),
  respondent_group: z.string().min(1),
  target_n: z.int().nonnegative().nullable(),
  target_share: z.number().min(0).max(1).nullable(),
  status: z.enum(["confirmed", "inferred", "assumed"]),
  provenance: z.enum(["published", "derived", "illustrative"]),
  source: z.string().min(1),
});

export type Target = z.infer<typeof targetRow>;

/** One row of delivery_statuses.csv: what a status of a store means for participation. */
export const deliveryStatusRow = z.strictObject({
  delivery_status: z.string().min(1),
  state: z.enum(["none", "delivered", "bounced", "blocked", "opted_out"]),
  failure_kind: z.enum(["wrong_address", "mailbox_full", "rejected", "blocked", "unspecified"]).nullable(),
  rule_status: z.enum(["confirmed", "inferred", "assumed"]),
  why: z.string().min(1),
  why_en: z.string().min(1),
});

export type DeliveryStatus = z.infer<typeof deliveryStatusRow>;

/** Participation as a document printed it: the registered of a unit and the answers (lượt) to one form. */
export const publishedParticipationRow = z.strictObject({
  round_code: z.string().regex(/^\d{4}$/),
  unit_level: z.enum(["province", "ministry"]),
  unit_code: z.string().min(1),
  instrument_code: z.string().min(1),
  form_name: z.string().min(1),
  form_name_en: z.string().min(1),
  n_registered: z.int().nonnegative(),
  n_answers: z.int().nonnegative(),
  document: z.string().min(1),
  document_date: z.iso.date(),
  source_url: z.string().min(1),
});

export type PublishedParticipation = z.infer<typeof publishedParticipationRow>;
