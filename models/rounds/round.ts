import { z } from "zod";
import { bilingual } from "../instruments/instrument.ts";

/**
 * A rule of the method and what stands behind it: `confirmed` by a source that states it, `inferred` from
 * published numbers, or `assumed` by us. Nothing assumed is ever shown without saying so.
 */
export function ruled<T extends z.ZodType>(value: T) {
  return z.strictObject({
    value,
    status: z.enum(["confirmed", "inferred", "assumed"]),
    why: bilingual,
    source: z.string().optional(),
  });
}

const weightRecipe = z.enum(["plain", "design"]);
export type RecipeCode = z.infer<typeof weightRecipe>;

/** How item shares become factor, part and overall values, and provinces become the nation. */
export const sipasRules = z.strictObject({
  /** The lowest of the five levels that counts as satisfied. */
  satisfied_from: ruled(z.int().min(2).max(5)),
  /** `valid_answers`: answers to the item; `all_responses`: every valid response, blanks included. */
  denominator: ruled(z.enum(["valid_answers", "all_responses"])),
  /** A factor from its items: plain mean of their shares, or all their answers pooled. */
  factor: ruled(z.enum(["mean_of_items", "pooled_answers"])),
  /** A part from what is below it. */
  part: ruled(z.enum(["mean_of_factors", "mean_of_items", "pooled_answers"])),
  /** Weight of the service part in the overall value; the policy part has the rest. */
  service_weight: ruled(z.number().min(0).max(1)),
  /** Nation and regions: all answers pooled, plain mean of provinces, or mean weighted by 2019 population. */
  nation: ruled(z.enum(["pooled", "mean_of_units", "population_weighted"])),
  /** Below this many valid responses a cell is [c]. */
  minimum_n: ruled(z.int().min(1)),
  /** A count of respondents below this, and above zero, is [c]; 1 shows every count. */
  minimum_count: ruled(z.int().min(1)),
  /** A weighted share is [c] where its n heaviest respondents hold more than k percent of the weight behind it; or no rule. */
  dominance: ruled(
    z.union([z.strictObject({ n: z.int().min(1), k: z.number().gt(0).max(100) }), z.literal("none")]),
  ),
  /** What else is hidden where a [c] could be worked out from what is shown: the smallest cell of the sum, or nothing. */
  secondary: ruled(z.enum(["smallest_cell", "none"])),
  /**
   * Where a count differs by less than `minimum_count` from what an earlier release of the round shows: withhold the new figure, or
   * only warn of it.
   */
  earlier_releases: ruled(z.enum(["protect", "warn"])),
  /** Which errors of provinces feed ranks: the province's own, or those by a design effect pooled over provinces. */
  interval: ruled(z.enum(["direct", "pooled"])),
});

export type SipasRules = z.infer<typeof sipasRules>;

/**
 * What tells how much people care for what is measured. `needs`: the block of the form where they name their needs. `regress` asks
 * for weights from a regression: it is read only to be refused, for what an index is made of explains it by construction.
 */
export const importance = z.union([
  z.strictObject({ needs: z.string() }),
  z.strictObject({ regress: z.string(), on: z.array(z.string()).min(1) }),
]);

/** SIPAS of one round: which form, which sample design, which rules. */
export const sipasIndex = z.strictObject({
  instrument: z.string(),
  /** Stages of selection below the province (the stratum), outermost first; the last is the person. */
  stages: ruled(z.array(z.string().regex(/^[a-z_]+$/)).min(2)),
  fieldwork: z.strictObject({
    opens: z.iso.date(),
    closes: z.iso.date(),
    status: z.enum(["confirmed", "inferred", "assumed"]),
    why: bilingual,
    source: z.string().optional(),
  }),
  /** Earlier rounds, and whether change since then can be told; a round that is not named cannot be compared. */
  comparable_with: z.array(ruled(z.boolean()).extend({ round: z.string().regex(/^\d{4}$/) })).default([]),
  recipes: z.array(weightRecipe).min(1),
  /** The recipe shown first. Neither recipe is official. */
  shown_recipe: weightRecipe,
  rules: sipasRules,
  importance: ruled(importance).optional(),
});

/** A switch of scoring: off, unless the round cites the source that lays it down. */
const scoringSwitch = ruled(z.boolean()).optional();

/** What scorecards of a round may hold besides points. A switch that is not named is off. */
export const scoringRules = z.strictObject({
  /** A leaf that does not apply to a unit leaves its maximum. */
  not_applicable: scoringSwitch,
  /** Points above the tree, each bonus within its own cap. */
  bonus: scoringSwitch,
  /** Points taken from the total, each penalty within its own cap. */
  penalty: scoringSwitch,
  /** Points held back: they count as nothing while the maximum stays. */
  withholding: scoringSwitch,
});

export type ScoringRules = z.infer<typeof scoringRules>;

/** PAR INDEX of one level in one round, as far as it is published: blocks of points that add to 100. */
export const parIndex = z.strictObject({
  framework: z.string(), // the decision, e.g. 876/QĐ-BNV
  /** What says that this framework with these blocks served the round. */
  basis: z.strictObject({
    status: z.enum(["confirmed", "inferred", "assumed"]),
    why: bilingual,
    source: z.string().optional(),
  }),
  blocks: z
    .array(
      z.strictObject({ code: z.string(), name: bilingual, max_points: z.string().regex(/^\d+(\.\d+)?$/) }),
    )
    .min(1),
  /** Groups by index in percent, best first; `from` inclusive unless `above`. */
  groups: ruled(
    z.array(
      z.strictObject({
        code: z.string(),
        name: bilingual,
        from: z.string().optional(), // index ≥ from
        above: z.string().optional(), // index > above
        below: z.string().optional(), // index < below
        is_confirmed: z.boolean().default(true), // false: no source was found that names this group
      }),
    ),
  ),
  /** Ties in the unrounded total share a rank: `competition` 1,2,2,4 or `dense` 1,2,2,3. */
  ties: ruled(z.enum(["competition", "dense"])),
  scoring: scoringRules.optional(),
  /** Units scored without a published figure or rank: shown as [x] with this reason. */
  unpublished: z
    .array(z.strictObject({ unit: z.string(), reason: bilingual, source: z.string() }))
    .default([]),
});

/** A round (năm chỉ số): one index year and everything that is fixed for it. */
export const round = z.strictObject({
  round: z.string().regex(/^\d{4}$/),
  name: bilingual,
  /** Units that exist on this day take part. */
  reference_date: z.iso.date(),
  /** The date printed on reports: no clock is read. */
  printed_date: z.iso.date(),
  indices: z.strictObject({
    sipas: sipasIndex.optional(),
    par_ministry: parIndex.optional(),
    par_province: parIndex.optional(),
  }),
});

export type Round = z.infer<typeof round>;
export type SipasIndex = z.infer<typeof sipasIndex>;
export type ParIndex = z.infer<typeof parIndex>;
export type IndexCode = keyof Round["indices"];

/** Reasons that every store can give; a rule of validation.yaml can be one too. */
export const exclusionReasons = [
  "unknown_person",
  "test_response",
  "not_submitted",
  "before_opening",
  "after_closing",
  "edited_after_closing",
  "duplicate_submission",
  "no_valid_answer",
] as const;

/** cleaning.yaml: which responses do not count, in the order in which a reason is looked for. */
export const cleaning = z.strictObject({
  exclusions: z
    .array(
      z.strictObject({
        reason: z.string(),
        name: bilingual,
        status: z.enum(["confirmed", "inferred", "assumed"]),
        why: bilingual,
        source: z.string().optional(),
        /** For a rule of validation.yaml: who decided that it excludes, having seen which effect. */
        decision: z
          .strictObject({
            role: z.string().min(1),
            decided_on: z.iso.date(),
            effect: z.string().regex(/^[0-9a-f]{64}$/, "is the hash that `thuocdo diff` prints"),
          })
          .optional(),
      }),
    )
    .min(1),
  /** Of several submissions by one person, the one that counts. */
  duplicate_keeps: ruled(z.enum(["first_submitted", "last_submitted"])),
});

export type Cleaning = z.infer<typeof cleaning>;

/** One population total a sample is calibrated to (margins.csv). Only an invented one may be of no day and checked by nobody. */
export const marginRow = z
  .strictObject({
    unit_code: z.string(),
    margin_code: z.string(),
    category_code: z.string(),
    population: z.int().nonnegative(),
    provenance: z.enum(["published", "derived", "illustrative"]),
    source: z.string().min(1),
    /** The day that the population is of. */
    reference_date: z.iso.date().nullable(),
    /** Who compared it with its source: an office or a role, never a person's name. */
    verified_by: z.string().nullable(),
  })
  .superRefine(({ provenance, ...row }, context) => {
    if (provenance === "illustrative") return;
    for (const column of ["reference_date", "verified_by"] as const)
      if (row[column] === null)
        context.addIssue({
          code: "custom",
          path: [column],
          message: `is empty; a ${provenance} total names its day and who verified it`,
        });
  });

export type Margin = z.infer<typeof marginRow>;
