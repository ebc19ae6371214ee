import { DriftError, type KnownError, SourceError } from "../../models/errors.ts";
import { readNetworkError, type Said } from "./networkError.ts";
import { demandsTls, networkHints, noLonger, transientCodes, withoutTls } from "./networkHints.ts";

const transient =
  /^(PROTOCOL_CONNECTION_LOST|ER_CON_COUNT_ERROR|ER_SERVER_SHUTDOWN|ER_LOCK_WAIT_TIMEOUT|ER_LOCK_DEADLOCK|ER_QUERY_TIMEOUT|ER_STATEMENT_TIMEOUT|ER_NORMAL_SHUTDOWN|ER_CONNECTION_KILLED)$/;

const hints: Readonly<Record<string, string>> = {
  ...networkHints,
  ER_ACCESS_DENIED_ERROR:
    "User or password is wrong, or the account may not come from this machine, or not without encryption (tls: verify): correct user in thuocdo.yaml, or the password where password_file or password_env points.",
  HANDSHAKE_NO_SSL_SUPPORT: withoutTls,
  ER_SECURE_TRANSPORT_REQUIRED: demandsTls,
  ER_BAD_DB_ERROR: "Correct the database of the store in thuocdo.yaml.",
  ER_DBACCESS_DENIED_ERROR:
    "Correct the database of the store in thuocdo.yaml, or grant the account SELECT on it: docs/sources.md has the grants.",
  ER_TABLEACCESS_DENIED_ERROR: "Grant the account SELECT on the tables: docs/sources.md has the grants.",
};

/**
 * What MySQL or the network said, as an error that names the store and never holds a secret. `distrust` is the code of what
 * the socket found wrong with the server's certificate.
 */
export function asMysqlError(error: unknown, where: string, distrust?: string): KnownError {
  if (error instanceof SourceError || error instanceof DriftError) return error;
  const { message = "", errno } = error as { message?: string; errno?: number };
  const { code, said } = withDistrust(readNetworkError(error), distrust);
  const hasNone = /using password: NO/.test(message);
  if (code === "ER_NO_SUCH_TABLE" || code === "ER_BAD_FIELD_ERROR") {
    return new DriftError(`${where} no longer has what is read: ${said}.`, { hint: noLonger });
  }
  const timedOut = errno === 1969 || errno === 3024;
  const hint = timedOut
    ? "The statement took longer than statement_seconds: raise it, or ask the administrator why it is slow."
    : hasNone
      ? "No password is named: name password_file or password_env at the store in thuocdo.yaml."
      : hints[code];
  const cut = timedOut || /closed state|said nothing|connection lost|socket disconnected/i.test(message);
  return new SourceError(`${where} failed: ${said.replace(/ \(using password: \w+\)/, "")}.`, {
    ...(hint && { hint }),
    retriable: cut || transient.test(code) || transientCodes.has(code),
  });
}

/** The driver calls by one code whatever it finds wrong with TLS. */
function withDistrust(found: Said, distrust: string | undefined): Said {
  return found.code === "HANDSHAKE_SSL_ERROR" && distrust ? { ...found, code: distrust } : found;
}
