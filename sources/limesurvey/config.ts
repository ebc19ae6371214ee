import { z } from "zod";
import { identifier, loginFields } from "../database/login.ts";

const code = z.string().min(1);

/** One survey of a LimeSurvey, and what its questions and participants are to us. */
const survey = z.strictObject({
  sid: z.int().positive(),
  round: code,
  instrument: code,
  /** The language whose wording is compared with the instrument; by default the survey's own. */
  language: z.string().optional(),
  /** LimeSurvey's question code (`title` or `title_subtitle`) → the instrument's, where they differ. */
  questions: z.record(code, code).default({}),
  /** The instrument's question code → LimeSurvey's answer code → the value in the instrument. */
  answers: z.record(code, z.record(code, code)).default({}),
  /** LimeSurvey's code of the question in which the interviewer is named; it leaves as a keyed hash. */
  interviewer: code.optional(),
  /** Which columns of the participants' table hold what: `attribute_1` and so on. */
  participants: z
    .strictObject({
      unit_name: identifier.optional(),
      sample_unit_key: identifier.optional(),
      respondent_group: identifier.optional(),
      /** Filled in (otherwise than by `N` or `0`) for somebody who only tries the form out. */
      is_test: identifier.optional(),
    })
    .default({}),
  /** Also how many seconds forms, pages and questions took, as answers. */
  timings: z.boolean().default(false),
  /** Also the responses that were put aside when the survey was deactivated. */
  archives: z.boolean().default(false),
});

export const limesurveyConfig = z.strictObject({
  ...loginFields,
  engine: z.enum(["postgres", "mysql"]),
  /** PostgreSQL's schema. */
  schema: identifier.default("public"),
  prefix: z
    .string()
    .regex(/^[A-Za-z0-9_]*$/, "is the start of table names")
    .default("lime_"),
  /** The zone of the server's clock: LimeSurvey keeps local times without a zone. */
  zone: z.string().refine(isZone, "is no time zone").default("Asia/Ho_Chi_Minh"),
  /** The key with which tokens are hashed, at least 16 characters: in a file or an environment variable. */
  token_key_file: z.string().min(1).optional(),
  token_key_env: identifier.optional(),
  surveys: z.array(survey).min(1),
});

export type LimesurveyConfig = z.infer<typeof limesurveyConfig>;
export type SurveyConfig = LimesurveyConfig["surveys"][number];

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
