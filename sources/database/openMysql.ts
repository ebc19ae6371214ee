import { isIP, connect as openSocket, type Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { type Connection, type ConnectionOptions, createConnection } from "mysql2";
import type { SourceContext } from "../source.ts";
import { cutSilent } from "./cutSilent.ts";
import { isLocal, type Login } from "./login.ts";
import { writeCsv } from "./mysqlCsv.ts";
import { asMysqlError } from "./mysqlError.ts";
import { mysqlRights } from "./mysqlRights.ts";
import type { OpenDatabase } from "./openDatabase.ts";
import { readCertificate } from "./readCertificate.ts";
import { readSecret } from "./readSecret.ts";

/** Connects, and begins a read-only transaction with one consistent view. Throws SourceError. */
export async function openMysql(login: Login, context: SourceContext): Promise<OpenDatabase> {
  const where = `The MySQL database ${login.database} at ${login.host}:${login.port ?? 3306}`;
  const connection = createConnection(await optionsOf(login, where, context));
  let broken: Error | null = null;
  connection.on("error", (error: Error) => {
    broken ??= error;
  });
  const letGo = () => streamOf(connection).destroy(new Error("the run was stopped"));
  context.signal?.addEventListener("abort", letGo);
  const guarded = async <T>(
    work: (lost: AbortSignal) => Promise<T>,
    isWaitingForUs = () => false,
  ): Promise<T> => {
    if (broken) throw asMysqlError(broken, where);
    try {
      return await withWatch(connection, login.idle_seconds, work, isWaitingForUs);
    } catch (error) {
      throw asMysqlError(error ?? broken, where, maybeDistrust(connection));
    }
  };
  const rows: OpenDatabase["rows"] = (sql) => guarded(() => query(connection, sql));
  try {
    await guarded(() => connected(connection));
    await begin(login, rows);
  } catch (error) {
    context.signal?.removeEventListener("abort", letGo);
    connection.destroy();
    throw error;
  }
  return {
    where,
    rows,
    text: toText,
    copy: (expressions, from, path) => {
      const select = `select ${expressions.join(", ")} from ${from}`;
      let isSent = false;
      const sent = () => {
        isSent = true;
      };
      return guarded(
        (lost) => writeCsv(connection, select, path, { lost, sent }),
        () => isSent || streamOf(connection).isPaused(),
      );
    },
    writingRights: () => mysqlRights(rows),
    close: async () => {
      context.signal?.removeEventListener("abort", letGo);
      connection.destroy();
    },
  };
}

async function optionsOf(login: Login, where: string, context: SourceContext): Promise<ConnectionOptions> {
  const reference = { file: login.password_file, env: login.password_env };
  const password = await readSecret(`The password of ${login.user}`, reference, context);
  if (login.tls === "off" && !isLocal(login)) {
    context.warn?.(`${where} is reached without encryption: set tls: verify.`);
  }
  const ca = await readCertificate(login.tls_ca_file, context);
  return {
    ...(login.host.startsWith("/")
      ? { socketPath: login.host }
      : { host: login.host, port: login.port ?? 3306 }),
    database: login.database,
    user: login.user,
    ...(password !== undefined && { password }),
    ...(login.tls === "verify" && {
      ssl: { rejectUnauthorized: true, verifyIdentity: true, ...(ca && { ca }) },
      ...(isIP(login.host) && { stream: () => socketTo(login) }),
    }),
    connectTimeout: login.connect_seconds * 1000,
    charset: "utf8mb4",
    typeCast: asText,
  };
}

/**
 * A socket to an address that knows the address: the driver gives TLS only names, and without either a certificate is
 * checked against `localhost`.
 */
function socketTo({ host, port }: Login): Socket {
  const socket = openSocket({ host, port: port ?? 3306, noDelay: true, keepAlive: true });
  return Object.assign(socket, { _host: host });
}

/** The code of what is wrong with the server's certificate. */
function maybeDistrust(connection: Connection): string | undefined {
  const { authorizationError } = streamOf(connection) as Partial<TLSSocket>;
  return authorizationError ? String(authorizationError) : undefined;
}

/** Every value as the server's text: numbers lose no digit, dates no zone. */
const asText = (field: { string: (encoding?: BufferEncoding) => string | null }) => field.string("utf8");

async function begin({ statement_seconds }: Login, rows: OpenDatabase["rows"]): Promise<void> {
  const [version] = await rows("select version() as version");
  const isMaria = /mariadb/i.test(version?.["version"] ?? "");
  await rows(
    isMaria
      ? `set session max_statement_time = ${statement_seconds}`
      : `set session max_execution_time = ${Math.round(statement_seconds * 1000)}`,
  );
  await rows("set session sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT'");
  await rows("set session time_zone = '+00:00'");
  await rows("set session net_write_timeout = 600");
  await rows("set session transaction isolation level repeatable read");
  await rows("start transaction with consistent snapshot, read only");
}

function connected(connection: Connection): Promise<void> {
  return new Promise((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve())));
}

function query(connection: Connection, sql: string): Promise<Record<string, string | null>[]> {
  return new Promise((resolve, reject) =>
    connection.query(sql, (error, rows) =>
      error ? reject(error) : resolve(Array.isArray(rows) ? (rows as Record<string, string | null>[]) : []),
    ),
  );
}

/** An expression as text in one character set: columns may differ in theirs. */
function toText(expression: string): string {
  return `convert(${expression} using utf8mb4)`;
}

/**
 * While work is under way, a socket that is closed, or on which nothing moves for too long, ends it: the driver's own
 * stream of rows would wait for ever.
 */
async function withWatch<T>(
  connection: Connection,
  seconds: number,
  work: (lost: AbortSignal) => Promise<T>,
  isWaitingForUs: () => boolean,
): Promise<T> {
  const stream = streamOf(connection);
  const lost = new AbortController();
  const closed = () => lost.abort(stream.errored ?? new Error("connection lost"));
  const endWatch = cutSilent(stream, seconds, isWaitingForUs);
  stream.once("close", closed);
  try {
    return await Promise.race([work(lost.signal), aborted(lost.signal)]);
  } finally {
    endWatch();
    stream.off("close", closed);
  }
}

function streamOf(connection: Connection): Socket {
  return (connection as unknown as { stream: Socket }).stream;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason), { once: true }),
  );
}
