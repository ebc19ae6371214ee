import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Connection, type ConnectionOptions, createConnection } from "mysql2";
import { SourceError } from "../../models/errors.ts";
import type { SourceContext } from "../source.ts";
import { isLocal, type Login } from "./login.ts";
import { asMysqlError } from "./mysqlError.ts";
import type { OpenDatabase } from "./openDatabase.ts";
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
  const guarded = async <T>(work: (lost: AbortSignal) => Promise<T>): Promise<T> => {
    if (broken) throw asMysqlError(broken, where);
    try {
      return await withWatch(connection, login.idle_seconds, work);
    } catch (error) {
      throw asMysqlError(error ?? broken, where);
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
    csv: { quote: "'", escape: "\\", nullText: "NULL" },
    copy: (expressions, from, path) =>
      guarded(async (lost) => {
        const write = async (sql: string) => {
          const result = connection.query({ sql, rowsAsArray: true, typeCast: asBytes });
          const lines = result.stream({ highWaterMark: 1000 }) as Readable;
          await pipeline(lines, (rows) => toBlocks(rows, where), createWriteStream(path), { signal: lost });
        };
        try {
          await write(asLines(expressions, from));
        } catch (error) {
          if (!mixedCharacterSets.has((error as { errno?: number }).errno ?? 0)) throw error;
          await write(asLines(expressions, from, toText));
        }
      }),
    writingRights: async () => writingRights(await rows("show grants")),
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
  const ca = login.tls_ca_file && (await readFile(context.resolvePath(login.tls_ca_file), "utf8"));
  return {
    ...(login.host.startsWith("/")
      ? { socketPath: login.host }
      : { host: login.host, port: login.port ?? 3306 }),
    database: login.database,
    user: login.user,
    ...(password !== undefined && { password }),
    ...(login.tls === "verify" && { ssl: { rejectUnauthorized: true, ...(ca && { ca }) } }),
    connectTimeout: login.connect_seconds * 1000,
    charset: "utf8mb4",
    typeCast: asText,
  };
}

/** Every value as the server's text: numbers lose no digit, dates no zone. */
const asText = (field: { string: (encoding?: BufferEncoding) => string | null }) => field.string("utf8");
const asBytes = (field: { buffer: () => Buffer | null }) => field.buffer();

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

/** Two signs that quote() writes in a way of its own, and that no text has: they are left out. */
const zero = "char(0 using utf8mb4)";
const end = "char(26 using utf8mb4)";

/** An expression as text in one character set: columns may differ in theirs. */
function toText(expression: string): string {
  return `convert(${expression} using utf8mb4)`;
}

/**
 * The server writes each row as one line, so that the driver handles one text a row and not one a column. Most rows hold
 * nothing that a CSV must quote: these are written as they stand, at half the cost.
 *
 * @param read an expression as it is read; converted where columns differ in their character sets
 */
function asLines(
  expressions: readonly string[],
  from: string,
  read: (expression: string) => string = (each) => each,
): string {
  const quoted = expressions.map(
    (each) => `quote(replace(replace(${toText(each)}, ${zero}, ''), ${end}, ''))`,
  );
  const line = `concat_ws(',', ${quoted.join(", ")})`;
  if (expressions.length === 1) return `select ${line} from ${from}`; // an empty text alone would be an empty line
  const texts = expressions.map(read);
  const plain = `concat_ws(',', ${texts.map((each) => `ifnull(${each}, 'NULL')`).join(", ")})`;
  const special = `concat_ws('', ${texts.join(", ")}) regexp '[\\x00\\x1a\\x27,\\\\\\r\\n]|NULL'`;
  return `select case when ${special} then ${line} else ${plain} end from ${from}`;
}

/** ER_CANT_AGGREGATE_2COLLATIONS, _3COLLATIONS, _NCOLLATIONS: the columns of a line differ in their character sets. */
const mixedCharacterSets = new Set([1267, 1270, 1271]);

const newline = Buffer.from("\n");

/** Lines in blocks. A line that the server did not make is one that its max_allowed_packet forbids. */
async function* toBlocks(rows: AsyncIterable<(Buffer | null)[]>, where: string): AsyncGenerator<Buffer> {
  let block: Buffer[] = [];
  for await (const [line] of rows) {
    if (!line) {
      throw new SourceError(`${where} has a row longer than its max_allowed_packet.`, {
        hint: "Raise max_allowed_packet on the server.",
      });
    }
    block.push(line, newline);
    if (block.length < 1000) continue;
    yield Buffer.concat(block);
    block = [];
  }
  yield Buffer.concat(block);
}

/** Grants that let an account read, and nothing else. */
function writingRights(grants: readonly Record<string, string | null>[]): string[] {
  const reading = new Set(["USAGE", "SELECT", "SHOW VIEW", "SHOW DATABASES"]);
  return grants.flatMap((row) => {
    const [, list = "", on = ""] = /^GRANT (.+?) ON (.+?) TO /i.exec(Object.values(row)[0] ?? "") ?? [];
    const rights = list
      .replaceAll(/\([^)]*\)/g, "")
      .split(",")
      .map((right) => right.trim().toUpperCase());
    return rights
      .filter((right) => right !== "" && !reading.has(right))
      .map((right) => `${right.toLowerCase()} on ${on}`);
  });
}

/**
 * While work is under way, a socket that is closed, or on which nothing moves for too long, ends it: the driver's own
 * stream of rows would wait for ever.
 */
async function withWatch<T>(
  connection: Connection,
  seconds: number,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<T> {
  const stream = streamOf(connection);
  const lost = new AbortController();
  const silent = () => stream.destroy(new Error(`the server said nothing for ${seconds} s`));
  const closed = () => lost.abort(stream.errored ?? new Error("connection lost"));
  stream.setTimeout(seconds * 1000);
  stream.once("timeout", silent);
  stream.once("close", closed);
  try {
    return await Promise.race([work(lost.signal), aborted(lost.signal)]);
  } finally {
    stream.setTimeout(0);
    stream.off("timeout", silent);
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
