import { z } from "zod";
import { bilingual } from "../instruments/instrument.ts";

const patch = z.record(z.string(), z.unknown());

/**
 * A recipe to try: what a round would do otherwise. Each section has the shape of the round's own file and names only what
 * changes; `files` puts another CSV in the place of one of the round's.
 */
export const recipe = z.strictObject({
  /** Why it is tried: stands as the reason of every setting that it changes. */
  why: bilingual,
  /** round.yaml, below indices.sipas */
  sipas: patch.optional(),
  cleaning: patch.optional(),
  weighting: patch.optional(),
  validation: patch.optional(),
  recheck: patch.optional(),
  /** A CSV of the round by its name, and the file that is read instead, beside the recipe. */
  files: z
    .record(z.string().regex(/^[a-z_]+\.csv$/, "is the name of a CSV of the round"), z.string())
    .optional(),
});

export type Recipe = z.infer<typeof recipe>;

/** The sections of a recipe with the file that each changes, and where in it. */
export const recipeSections = {
  sipas: { file: "round.yaml", within: ["indices", "sipas"] },
  cleaning: { file: "cleaning.yaml", within: [] },
  weighting: { file: "weighting.yaml", within: [] },
  validation: { file: "validation.yaml", within: [] },
  recheck: { file: "recheck.yaml", within: [] },
} as const satisfies Record<string, { file: string; within: readonly string[] }>;

export type RecipeSection = keyof typeof recipeSections;
