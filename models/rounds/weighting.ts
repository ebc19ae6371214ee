import { z } from "zod";
import { bilingual } from "../instruments/instrument.ts";

/** What stands behind a step, and why it is as it is; a step that is not taken says why not. */
const evidence = {
  status: z.enum(["confirmed", "inferred", "assumed"]),
  why: bilingual,
  source: z.string().optional(),
};

/** Areas within which cases stand for each other: the sampled area of the last stage, the first-stage unit, the province. */
const within = z.enum(["cluster", "psu", "unit"]);

/** What is known of every area of the frame, and response is modelled on: the R-indicator too, whatever the method. */
const model = z.array(z.enum(["region", "unit_type", "persons"])).min(1);

/**
 * weighting.yaml: the steps of the recipe `design`, in the order in which they are taken. `plain` counts every valid response once.
 * The keys are the ids of the steps: a recipe to try changes them by name.
 */
export const weighting = z.strictObject({
  /** One over the product of the selection probabilities of every stage. */
  base: z.strictObject({ method: z.literal("inverse_probability"), ...evidence }),

  /** Places of the sample of which nobody found out whether they hold a person of the population. */
  eligibility: z.discriminatedUnion("method", [
    z.strictObject({ method: z.literal("none"), ...evidence }),
    z.strictObject({
      method: z.literal("spread"),
      /** `proportional`: spread over the known, eligible or not; `all_eligible`: taken as eligible all. */
      rule: z.enum(["proportional", "all_eligible"]),
      within,
      ...evidence,
    }),
  ]),

  /** Eligible places without a valid response. */
  nonresponse: z.discriminatedUnion("method", [
    z.strictObject({ method: z.literal("none"), model, ...evidence }),
    z.strictObject({
      method: z.literal("classes"),
      model,
      within,
      /** A class with fewer respondents, or that would weigh them more, is merged with its neighbour in the frame of the province. */
      minimum_respondents: z.int().min(1),
      largest_factor: z.number().min(1),
      ...evidence,
    }),
    z.strictObject({
      method: z.literal("propensity"),
      model,
      /** Classes of about equally many areas, from the least likely to respond to the likeliest. */
      classes: z.int().min(1),
      minimum_respondents: z.int().min(1),
      largest_factor: z.number().min(1),
      ...evidence,
    }),
  ]),

  calibration: z.strictObject({
    /** `raking`: multiplied by factors of categories; `linear`: the regression estimator (GREG); `logit`: kept within bounds. */
    method: z.enum(["raking", "linear", "logit"]),
    margins: z.array(z.string()).min(1), // item codes whose options are the categories
    /** Least and greatest factor. */
    bounds: z
      .tuple([z.number().nonnegative(), z.number()])
      .refine(([low, high]) => low < 1 && high > 1, "1 must lie between the two")
      .optional(),
    /** Categories with fewer respondents are merged with the next of the form, the last with the one before. */
    collapse: z
      .strictObject({ below: z.int().min(1), margins: z.array(z.string()).min(1), ...evidence })
      .optional(),
    tolerance: z.number().positive(),
    max_iterations: z.int().positive(),
    ...evidence,
  }),

  /** Weights that few people carry much with. */
  trimming: z.discriminatedUnion("method", [
    z.strictObject({ method: z.literal("none"), ...evidence }),
    z.strictObject({
      method: z.literal("cap"),
      /** Calibrated weights are cut at this multiple of the province's median and calibrated again, until both hold. */
      above_median: z.number().gt(1),
      max_rounds: z.int().positive(),
      ...evidence,
    }),
  ]),

  quantisation: z.strictObject({
    method: z.literal("units_of_1e-9"),
    /** A weight above this multiple of the province's median stops the build. */
    stop_above_median: z.number().gt(1),
    ...evidence,
  }),
});

export type Weighting = z.infer<typeof weighting>;
export type WeightingStep = keyof Weighting;

/** The ids of the steps, in the order in which they are taken. */
export const weightingSteps = Object.keys(weighting.shape) as WeightingStep[];
