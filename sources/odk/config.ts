import { z } from "zod";
import { identifier } from "../database/login.ts";

const code = z.string().min(1);

const form = z.strictObject({
  project: z.int().positive(),
  /** xmlFormId */
  form: code,
  round: code,
  instrument: code,
  /** The field's path (`group/question`) → the instrument's question code, where they differ. */
  questions: z.record(code, code).default({}),
  /** The instrument's question code → the form's answer → the value in the instrument. */
  answers: z.record(code, z.record(code, code)).default({}),
  /** The field that holds the participant's code; it leaves as a keyed hash unless `participant_is_key`. */
  participant: code.optional(),
  participant_is_key: z.boolean().default(false),
  /** Fields that hold when the form was begun and finished, by the device's clock: a form may be sent days later. */
  opened: code.optional(),
  submitted: code.optional(),
  /** A field that is filled in (otherwise than by `no` or `0`) when the form is only tried out. */
  is_test: code.optional(),
});

export const odkConfig = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: "an address such as https://central.example.org is needed" }),
  email: z.email("an e-mail address is needed"),
  password_file: z.string().min(1).optional(),
  password_env: identifier.optional(),
  /** The certificates of the authorities that may have signed the server's. */
  tls_ca_file: z.string().min(1).optional(),
  token_key_file: z.string().min(1).optional(),
  token_key_env: identifier.optional(),
  page_size: z.int().positive().default(1000),
  /** How long one page may take. */
  page_seconds: z.number().positive().default(60),
  forms: z.array(form).min(1),
});

export type OdkConfig = z.infer<typeof odkConfig>;
export type OdkForm = OdkConfig["forms"][number];
