import type { ReplicateDesign } from "./replicateDesign.ts";
import type { SurveyDesign } from "./surveyDesign.ts";

/** A declared sample, whichever way its variance is made. */
export type Design = SurveyDesign | ReplicateDesign;
