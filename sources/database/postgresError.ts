import { DriftError, type KnownError, SourceError } from "../../models/errors.ts";
import { readNetworkError } from "./networkError.ts";
import { demandsTls, networkHints, noLonger, transientCodes, withoutTls } from "./networkHints.ts";

/** SQLSTATEs that may pass by themselves: shutting down, full, locked. */
const transient = /^(08...|57P0[1-5]|53...|40001|40P01|55P03|57014)$/;

const hints: Readonly<Record<string, string>> = {
  ...networkHints,
  "28P01":
    "User or password is wrong, or the password has expired: correct user in thuocdo.yaml, or the password where password_file or password_env points.",
  "28000": "The server refuses this account from here: see its pg_hba.conf.",
  "3D000": "Correct the database of the store in thuocdo.yaml.",
  "3F000": "Correct the schema of the store in thuocdo.yaml.",
  "42501": "Grant the account SELECT on the tables: docs/sources.md has the grants.",
  "57014":
    "The statement took longer than statement_seconds: raise it, or ask the administrator why it is slow.",
};

/** What PostgreSQL or the network said, as an error that names the store and never holds a secret. */
export function asPostgresError(error: unknown, where: string): KnownError {
  if (error instanceof SourceError || error instanceof DriftError) return error;
  const { code, said } = readNetworkError(error);
  const cut = /terminated unexpectedly|Connection terminated|timeout expired|said nothing/i.test(said);
  if (code === "42P01" || code === "42703") {
    return new DriftError(`${where} no longer has what is read: ${said}.`, {
      hint: noLonger,
    });
  }
  const hint = hintOf(said) ?? hints[code];
  return new SourceError(`${where} failed: ${said}.`, {
    ...(hint && { hint }),
    retriable: cut || transient.test(code) || transientCodes.has(code),
  });
}

/** What only the words tell: the driver gives no code, and a server one code for many reasons. */
function hintOf(said: string): string | undefined {
  if (/does not support SSL/.test(said)) return withoutTls;
  if (/pg_hba\.conf.*, (no encryption|SSL off)/.test(said)) return demandsTls;
  if (/^received (unexpected|invalid)|error establishing an SSL/i.test(said)) {
    return "What answers there does not speak PostgreSQL: correct host and port, or the kind (the engine) of the store, in thuocdo.yaml.";
  }
  return /timeout expired/.test(said) ? networkHints["ETIMEDOUT"] : undefined;
}
