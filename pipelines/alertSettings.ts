import { z } from "zod";

/** `alerts` in thuocdo.yaml: whom to tell how a run ended. */
export const alertSettings = z.strictObject({
  /** A program and its arguments; it is given the status as JSON on its standard input. */
  command: z.array(z.string().min(1)).min(1).optional(),
  /** An address that is posted the status as JSON. One that holds a secret belongs in `webhook_env`. */
  webhook: z.url({ protocol: /^https?$/ }).optional(),
  /** The environment variable that holds the address. */
  webhook_env: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, "is the name of an environment variable")
    .optional(),
  on: z
    .array(z.enum(["done", "failed", "cancelled", "refused", "crashed", "skipped"]))
    .default(["failed", "crashed", "skipped"]),
});

export type AlertSettings = z.infer<typeof alertSettings>;
