import { createWriteStream, type WriteStream } from "node:fs";
import type { Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { SourceError } from "../../models/errors.ts";
import type { SourceContext } from "../source.ts";
import { cutSilent } from "./cutSilent.ts";
import { isLocal, type Login } from "./login.ts";
import type { OpenDatabase } from "./openDatabase.ts";
import { asPostgresError } from "./postgresError.ts";
import { postgresRights } from "./postgresRights.ts";
import { readCertificate } from "./readCertificate.ts";
import { readSecret } from "./readSecret.ts";

/** Connects and begins the transaction. Throws SourceError: absent, refused, or silent for too long. */
export async function openPostgres(
  login: Login & { readonly schema: string },
  context: SourceContext,
): Promise<OpenDatabase> {
  const where = `The PostgreSQL database ${login.database} at ${login.host}:${login.port ?? 5432}`;
  const client = await newClient(login, where, context);
  let broken: Error | null = null;
  client.on("error", (error) => {
    broken ??= error;
  });
  const letGo = () => streamOf(client).destroy(new Error("the run was stopped"));
  context.signal?.addEventListener("abort", letGo);
  const close = async () => {
    context.signal?.removeEventListener("abort", letGo);
    await drop(client);
  };
  const guarded = async <T>(work: () => Promise<T>, isWaitingForUs = () => false): Promise<T> => {
    if (broken) throw asPostgresError(broken, where);
    const endWatch = cutSilent(streamOf(client), login.idle_seconds, isWaitingForUs);
    try {
      return await work();
    } catch (error) {
      throw asPostgresError(broken ?? error, where);
    } finally {
      endWatch();
    }
  };
  const rows: OpenDatabase["rows"] = (sql, values = []) =>
    guarded(async () => (await client.query(sql, [...values])).rows);
  try {
    await guarded(() => client.connect());
    for (const statement of opening(login)) await rows(statement);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    where,
    rows,
    text: (expression) => `(${expression})::text`,
    copy: (expressions, from, path) => {
      const select = `select ${expressions.join(", ")} from ${from}`;
      const copied = () => client.query(copyTo(`copy (${select}) to stdout (format csv, null '\\N')`));
      let file: WriteStream | undefined;
      return guarded(
        () => {
          file = createWriteStream(path, { highWaterMark: 8_388_608 });
          return pipeline(copied(), file);
        },
        () => file !== undefined && (file.writableNeedDrain || file.writableEnded),
      );
    },
    writingRights: () => postgresRights(rows),
    close,
  };
}

async function newClient(login: Login, where: string, context: SourceContext): Promise<pg.Client> {
  const reference = { file: login.password_file, env: login.password_env };
  const password = await readSecret(`The password of ${login.user}`, reference, context);
  if (login.tls === "off" && !isLocal(login)) {
    context.warn?.(`${where} is reached without encryption: set tls: verify.`);
  }
  const ca = await readCertificate(login.tls_ca_file, context);
  return new pg.Client({
    host: login.host,
    port: login.port ?? 5432,
    database: login.database,
    user: login.user,
    password: password ?? (() => noPassword(login)),
    ssl: login.tls === "verify" && {
      rejectUnauthorized: true,
      ...(ca && { ca }),
    },
    connectionTimeoutMillis: login.connect_seconds * 1000,
    keepAlive: true,
    application_name: "thuocdo",
    types: { getTypeParser: () => (value: unknown) => value } as unknown as pg.CustomTypesConfig,
  });
}

function noPassword({ user }: Login): never {
  throw new SourceError(`The server asks for a password of ${user}, and none is named.`, {
    hint: "Name password_file or password_env at the store in thuocdo.yaml.",
  });
}

function opening({ statement_seconds, schema }: Login & { readonly schema: string }): string[] {
  const milliseconds = Math.round(statement_seconds * 1000);
  return [
    `set statement_timeout = ${milliseconds}`,
    `set idle_in_transaction_session_timeout = ${Math.max(milliseconds, 600_000)}`,
    "set standard_conforming_strings = on",
    "set client_encoding = 'UTF8'",
    "set datestyle = 'ISO, YMD'",
    "set timezone = 'UTC'",
    // where the server can: it ends a query within seconds when nobody waits for it any more
    "select set_config(name, '2000', false) from pg_settings where name = 'client_connection_check_interval'",
    `set search_path to "${schema}"`,
    "set extra_float_digits = 1",
    "begin transaction isolation level repeatable read read only",
  ];
}

function streamOf(client: pg.Client): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}

/** Ends the connection; one that is already dead, or does not answer, is dropped. */
async function drop(client: pg.Client): Promise<void> {
  const stream = streamOf(client);
  const timer = setTimeout(() => stream.destroy(), 1000);
  await client.end().catch(() => {});
  clearTimeout(timer);
  stream.destroy();
}
