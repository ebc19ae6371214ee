import { z } from "zod";

/** A name that stands in SQL only after this: nothing else is ever quoted into a statement. */
export const identifier = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "is a plain name of a database object");

/** How a database is reached. Passwords stand in a file or an environment variable, never in thuocdo.yaml. */
export const loginFields = {
  host: z.string().min(1),
  port: z.int().min(1).max(65535).optional(),
  database: z.string().min(1),
  user: z.string().min(1),
  /** A file that holds the password alone. */
  password_file: z.string().min(1).optional(),
  /** The environment variable that holds the password. */
  password_env: identifier.optional(),
  /** `verify`: encrypted, and the server's certificate is checked. */
  tls: z.enum(["off", "verify"]).default("off"),
  tls_ca_file: z.string().min(1).optional(),
  /** Refuses an account that may do more than read, instead of warning. */
  strict: z.boolean().default(false),
  connect_seconds: z.number().positive().default(10),
  statement_seconds: z.number().positive().default(900),
  /** Reads of answers only what changed since the last snapshot, and proves the rest by its hash. */
  incremental: z.boolean().default(false),
  /** How far before the newest form of the last snapshot reading begins again. */
  overlap_hours: z.number().nonnegative().default(24),
  /** How long a connection may say nothing while it should be sending. */
  idle_seconds: z.number().positive().default(60),
};

const login = z.object(loginFields);

export type Login = z.infer<typeof login>;

/** Whether the host is this machine: no network lies between. */
export function isLocal({ host }: Pick<Login, "host">): boolean {
  return host.startsWith("/") || ["localhost", "127.0.0.1", "::1"].includes(host);
}
