import { z } from "zod";
import { bilingual } from "../instruments/instrument.ts";
import { decimalText, rule } from "./rule.ts";

const status = z.enum(["confirmed", "inferred", "assumed"]);
const count = z.int().nonnegative();

/** Codes are the decision's own numbers: `3`, `3.2`, `3.2.1`. */
export const nodeCode = z
  .string()
  .regex(/^[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,2}$/, "it is a number such as 3, 3.2 or 3.2.1, in quotes");

/** An annex is in Vietnamese only; without an English name the Vietnamese one stands. */
const nodeName = z.strictObject({ vi: z.string().min(1), en: z.string().min(1).optional() });

export const leafKinds = ["appraised", "survey", "sipas", "statistic"] as const;
export type LeafKind = (typeof leafKinds)[number];

/** How many criteria (tiêu chí) and sub-criteria (tiêu chí thành phần) lie below. */
const counts = z.strictObject({ criteria: count, subcriteria: count });

/**
 * A node of the tree: area (lĩnh vực), criterion (tiêu chí), sub-criterion (tiêu chí thành phần). It either has
 * `children`, or is a leaf with a `kind`, or has only `counts`: then its criteria are known to be, but not held.
 */
export interface FrameworkNode {
  code: string;
  name: z.infer<typeof nodeName>;
  /** The most points it gives; absent where no source was found. */
  max?: string | undefined;
  /** What stands behind the maximum; needed with it. */
  status?: z.infer<typeof status> | undefined;
  counts?: z.infer<typeof counts> | undefined;
  children?: FrameworkNode[] | undefined;
  kind?: LeafKind | undefined;
  /** Whether the unit scores itself first. Survey and SIPAS leaves never are. */
  self_scored?: boolean | undefined;
  rule?: z.infer<typeof rule> | undefined;
  /** The rule in the annex's own words. */
  rule_text?: string | undefined;
  /** What must be shown (tài liệu kiểm chứng). */
  evidence?: string | undefined;
  /** Who appraises (cơ quan, đơn vị chủ trì). */
  department?: string | undefined;
}

const node: z.ZodType<FrameworkNode> = z.strictObject({
  code: nodeCode,
  name: nodeName,
  max: decimalText.optional(),
  status: status.optional(),
  counts: counts.optional(),
  get children() {
    return z.array(node).min(1).optional();
  },
  kind: z.enum(leafKinds).optional(),
  self_scored: z.boolean().optional(),
  rule: rule.optional(),
  rule_text: z.string().min(1).optional(),
  evidence: z.string().min(1).optional(),
  department: z.string().min(1).optional(),
});

/** Points beside the tree: added or taken a piece, at most `cap`. Nothing counts unless the round allows it. */
const adjustment = z.strictObject({
  code: z.string().regex(/^[A-Z]\d{1,2}$/, "it is a letter and a number such as B1"),
  kind: z.enum(["bonus", "penalty"]),
  name: nodeName,
  each: decimalText,
  cap: decimalText,
  source: z.string().min(1),
});

export const waivedChecks = ["criteria_sum", "subcriteria_sum", "points_sum", "structure"] as const;

/**
 * A framework (bộ tiêu chí): the tree of one decision for one level, transcribed as far as a source confirms it,
 * or an illustrative one that obeys a decision's totals. 100 points in exact decimals.
 */
export const framework = z.strictObject({
  /** The decision, e.g. `876/QĐ-BNV`; an illustrative set is called `minh-hoa-…`. */
  framework: z.string().min(1),
  level: z.enum(["ministry", "province"]),
  name: bilingual,
  provenance: z.enum(["published", "illustrative"]),
  /** Of an illustrative set: the decision whose confirmed totals and counts it obeys. */
  follows: z.string().min(1).optional(),
  basis: z.strictObject({ status, why: bilingual, sources: z.array(z.string().min(1)).min(1) }),
  max_points: decimalText,
  /** Of the whole set, as the decision's sources give them. */
  counts: z.strictObject({ areas: count, criteria: count, subcriteria: count }).optional(),
  /** The part of the points that surveys give (survey and SIPAS leaves). */
  survey_points: z.strictObject({ points: decimalText, status, source: z.string().min(1) }).optional(),
  /** How the points split by kind of leaf. */
  blocks: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][a-z0-9_]*$/),
        name: bilingual,
        max_points: decimalText,
        kinds: z.array(z.enum(leafKinds)).min(1),
        status,
        source: z.string().min(1),
      }),
    )
    .default([]),
  adjustments: z.array(adjustment).default([]),
  /** A contradiction inside a source, recorded by name so that the set may be read. */
  waivers: z
    .array(
      z.strictObject({
        check: z.enum(waivedChecks),
        conflict: z.string().min(20),
        source: z.string().min(1),
      }),
    )
    .default([]),
  nodes: z.array(node),
});

export type Framework = z.infer<typeof framework>;
export type FrameworkLevel = Framework["level"];
export type Adjustment = Framework["adjustments"][number];
