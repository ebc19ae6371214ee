import { chmod, readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DriftError, SourceError } from "../../../models/errors.ts";
import { runCommandLine } from "../../../pipelines/commandLine.ts";
import { openPostgres } from "../../../sources/database/openPostgres.ts";
import { readSecret } from "../../../sources/database/readSecret.ts";
import postgres from "../../../sources/postgres/index.ts";
import { rawTables } from "../../../sources/source.ts";
import store from "../../../sources/store/index.ts";
import { spec } from "../../models/specFiles.ts";
import { demoStore } from "../../pipelines/demo/demoStore.ts";
import { startProxy } from "../database/proxy.ts";
import { slowPipe } from "../database/slowPipe.ts";
import { type Extracted, extractAll, failureOf } from "../extractAll.ts";
import { query, scratchFolder, smallStore } from "../scratchStore.ts";
import { copyStore } from "./copyStore.ts";
import { freePort, type PostgresServer, startPostgres } from "./server.ts";

let server: PostgresServer;
let folder: string;
let passwordFile: string;

beforeAll(async () => {
  server = await startPostgres();
  folder = await scratchFolder();
  passwordFile = join(folder, "password");
  await writeFile(passwordFile, "reading only\n", { mode: 0o600 });
  await copyStore(await smallStore(join(folder, "small.duckdb")), server, "small");
});
afterAll(() => server?.stop());

const settings = (changes: object = {}) => ({
  host: "127.0.0.1",
  port: server.port,
  database: "small",
  user: "reader",
  password_file: passwordFile,
  ...changes,
});

describe("the demo's store in PostgreSQL", () => {
  let embedded: Extracted;
  let served: Extracted;
  beforeAll(async () => {
    const demo = await demoStore(spec, { roundCodes: ["2022"], respondents: 900, units: 4 });
    await copyStore(demo.path, server, "demo");
    embedded = await extractAll(store, { path: demo.path });
    served = await extractAll(postgres, settings({ database: "demo" }));
  });

  test("gives every table in the same bytes as the embedded store", () => {
    expect(Object.keys(served.hashes)).toEqual(Object.keys(rawTables));
    expect(served.hashes).toEqual(embedded.hashes);
  });

  test("is not empty", async () => {
    const [{ n }] = (await served.rows("answers", "count(*)::integer as n")) as [{ n: number }];
    expect(n).toBeGreaterThan(40_000);
  });

  test("leaves nothing beside the files of the snapshot", async () => {
    expect((await readdir(served.folder)).sort()).toEqual(
      Object.keys(rawTables)
        .map((table) => `${table}.parquet`)
        .sort(),
    );
  });

  test("warns of nothing when the account may only read", () => {
    expect(served.warnings).toEqual([]);
  });
});

test("the hand-written store with quotes, blanks and microseconds gives the same bytes too", async () => {
  const path = await smallStore(
    join(await scratchFolder(), "store.duckdb"),
    `insert into answers values ('2022', 'r1', 'Q11', E'\\\\N'), ('2022', 'r1', 'Q12', ''), ('2022', 'r1', 'Q13', E'a,"b"\\nc\\r\\nd')`,
  );
  await copyStore(path, server, "quotes");
  const embedded = await extractAll(store, { path });
  expect((await extractAll(postgres, settings({ database: "quotes" }))).hashes).toEqual(embedded.hashes);
});

test("`store init` prints the tables and the grants with which a new database can be read", async () => {
  const said: string[] = [];
  const terminal = { out: (text: string) => void said.push(text), err: () => {} };
  expect(await runCommandLine(["store", "init", "--kind", "postgres", "--reader", "reader"], terminal)).toBe(
    0,
  );
  await server.sql("postgres", "create database fresh");
  await server.sql("fresh", said.join("\n"));
  const { files, warnings } = await extractAll(postgres, settings({ database: "fresh" }));
  expect(warnings).toEqual([]);
  expect(Object.keys(files).sort()).toEqual([
    "answers",
    "deliveries",
    "instrument_questions",
    "participants",
    "poll_answers",
    "poll_questions",
    "polls",
    "questions",
    "rechecks",
    "responses",
    "sample_units",
    "scorecards",
  ]);
});

test("only the rounds asked for are read, and a round's name is never read as SQL", async () => {
  const rounds = async (...codes: string[]) =>
    (await extractAll(postgres, settings({ rounds: codes }))).rows("answers", "distinct round_code");
  expect(await rounds("2022")).toEqual([{ round_code: "2022" }]);
  expect(await rounds("2021') or ('1' = '1", "\\")).toEqual([]);
});

test("a name of a schema that is no plain name is refused before anything is asked", () => {
  const parsed = postgres.config.safeParse(settings({ schema: 'public"; drop table answers; --' }));
  expect(parsed.success).toBe(false);
});

test("all tables are seen as they were when reading began, whatever is written meanwhile", async () => {
  await copyStore(await smallStore(join(folder, "moving.duckdb")), server, "moving");
  const context = { resolvePath: (path: string) => path };
  const counts: Record<string, number> = {};
  for await (const extract of postgres.extract(
    postgres.config.parse(settings({ database: "moving" })),
    context,
  )) {
    if (extract.table === "instrument_questions") {
      await server.sql(
        "moving",
        "insert into answers values ('2022', 'late', 'Q1', '1')",
        "delete from responses",
      );
    }
    const path = join(folder, `moving-${extract.table}.parquet`);
    if ("writeParquet" in extract) await extract.writeParquet(path);
    const [row] = await query(":memory:", `select count(*)::integer as n from '${path}'`);
    counts[extract.table] = row!["n"] as number;
  }
  expect(counts).toMatchObject({ answers: 4, responses: 2 });
  const [left] = await server.sql("moving", "select count(*)::int as n from responses");
  expect(left).toEqual({ n: 0 });
});

describe("the account", () => {
  test("one that may write is warned of by what it may do", async () => {
    await server.sql(
      "small",
      "create role writer login password 'w' in role pg_read_all_data",
      "grant insert on answers to writer",
    );
    const { warnings } = await extractAll(
      postgres,
      settings({ user: "writer", ...(await withPassword("w")) }),
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/not read-only: it may write to table answers\./);
  });

  test("one that may write to many tables is warned of in one clause", async () => {
    await server.sql("small", "grant update on responses, polls to writer");
    const { warnings } = await extractAll(
      postgres,
      settings({ user: "writer", ...(await withPassword("w")) }),
    );
    expect(warnings).toEqual([expect.stringMatching(/it may write to 3 tables, such as answers\.$/)]);
  });

  test("one that may write is refused where the store says strict, with the grants to give", async () => {
    const error = await failureOf(
      postgres,
      settings({ user: "postgres", ...(await withPassword(server.password)), strict: true }),
    );
    expect(error).toBeInstanceOf(SourceError);
    expect(error.message).toMatch(/act as superuser/);
    expect(error.hint).toMatch(/grant select on all tables/);
    expect(error.retriable).toBe(false);
  });

  describe("that may do more than it seems", () => {
    beforeAll(async () => {
      await copyStore(await smallStore(join(folder, "rights.duckdb")), server, "rights");
      await server.sql(
        "rights",
        "create role editors",
        "grant insert on answers to editors",
        "create role boss superuser",
        "create schema other",
        "create table other.notes (note text)",
        "create function wipe() returns void language sql security definer as 'delete from answers'",
        "revoke execute on function wipe() from public",
      );
    });

    test.each<[string, string, RegExp]>([
      ["a role whose rights it does not inherit", "grant editors to %", /write to table answers/],
      ["a superuser's role", "grant boss to %", /it may become the superuser boss\.$/],
      [
        "a column in another schema",
        "grant update (note) on other.notes to %",
        /write to table other\.notes/,
      ],
      [
        "a table of its own, whose rights it gave up",
        "alter table rechecks owner to %; revoke all on rechecks from %; grant select on rechecks to %",
        /write to table rechecks/,
      ],
      [
        "tables to come",
        "alter default privileges in schema public grant insert on tables to %",
        /write to tables that postgres will make/,
      ],
      ["the database", "grant create on database rights to %", /create schemas/],
      ["a schema", "grant create on schema other to %", /create objects in schema other/],
      ["the server's files", "grant pg_write_server_files to %", /write files on the server/],
      [
        "a function that runs as its owner",
        "grant execute on function wipe() to %",
        /use its owner's rights by wipe\(\)/,
      ],
    ])("by %s: is warned of by that, and refused where the store says strict", async (what, grant, may) => {
      const user = what.replaceAll(/\W/g, "_");
      await server.sql(
        "rights",
        `create role ${user} login noinherit password 'w'`,
        `grant select on all tables in schema public to ${user}`,
        grant.replaceAll("%", user),
      );
      const login = settings({ database: "rights", user, ...(await withPassword("w")) });
      const { warnings } = await extractAll(postgres, login);
      expect(warnings).toEqual([expect.stringMatching(may)]);
      expect((await failureOf(postgres, { ...login, strict: true })).message).toMatch(may);
    });
  });

  test("one that may not read a table is told which grant is missing", async () => {
    await server.sql("small", "create role blind login password 'b'");
    const error = await failureOf(postgres, settings({ user: "blind", ...(await withPassword("b")) }));
    expect(error.message).toMatch(/does not let blind read public\.instruments/);
    expect(error.hint).toMatch(/grant usage on schema public to blind/);
  });
});

describe("secrets", () => {
  test("a wrong password is permanent, and stands in no error", async () => {
    const secret = "mật-khẩu-bí-mật-8731";
    const error = await failureOf(postgres, settings(await withPassword(secret)));
    expect(error).toBeInstanceOf(SourceError);
    expect(error.retriable).toBe(false);
    expect(error.hint).toMatch(/password is wrong/);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(secret);
  });

  test("a password in thuocdo.yaml itself is refused without being repeated", () => {
    const parsed = postgres.config.safeParse(settings({ password: "plain-secret" }));
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).not.toContain("plain-secret");
  });

  test("a password may stand in an environment variable", async () => {
    process.env["THUOCDO_TEST_PASSWORD"] = "reading only";
    const login = settings({ password_file: undefined, password_env: "THUOCDO_TEST_PASSWORD" });
    expect(Object.keys((await extractAll(postgres, login)).files)).toHaveLength(12);
    delete process.env["THUOCDO_TEST_PASSWORD"];
    expect((await failureOf(postgres, login)).message).toMatch(/THUOCDO_TEST_PASSWORD, which is empty/);
  });

  test("the mark that an editor puts before a password is no part of it", async () => {
    const file = join(folder, "marked-password");
    await writeFile(file, "\ufeffreading only\r\n", { mode: 0o600 });
    const context = { resolvePath: (path: string) => path };
    expect(await readSecret("The password", { file, env: undefined }, context)).toBe("reading only");
  });

  test("a password file that others may read is warned of", async () => {
    const open = join(folder, "open-password");
    await writeFile(open, "reading only");
    await chmod(open, 0o644);
    const { warnings } = await extractAll(postgres, settings({ password_file: open }));
    expect(warnings).toEqual([expect.stringMatching(/other users may read/)]);
  });

  test("a server that asks for a password when none is named says so", async () => {
    const error = await failureOf(postgres, settings({ password_file: undefined }));
    expect(error.hint ?? error.message).toMatch(/password_file or password_env/);
  });
});

describe("what goes wrong", () => {
  test("no server at the port: refused for now", async () => {
    const error = await failureOf(postgres, settings({ port: await freePort() }));
    expect(error).toMatchObject({ retriable: true, message: expect.stringContaining("ECONNREFUSED") });
  });

  test("a name that no machine has is not asked for again; a name server that does not answer is", async () => {
    const error = await failureOf(postgres, settings({ host: "nowhere.invalid" }));
    expect(error.retriable).toBe(/EAI_AGAIN/.test(error.message));
  });

  test.each<[string, object, RegExp, RegExp]>([
    ["a host without an address", { host: "nowhere.invalid" }, /EN?[OA][TI]/, /host of the store|looked up/],
    ["a schema that is not there", { schema: "khao_sat" }, /has no schema khao_sat/, /docs\/survey-store/],
    ["a server without encryption", { tls: "verify" }, /does not support SSL/, /tls: off/],
    ["a user that is not there", { user: "nobody" }, /authentication failed/, /User or password is wrong/],
    [
      "an authority's certificate that is not there",
      { tls: "verify", tls_ca_file: "/nowhere/ca.pem" },
      /\/nowhere\/ca\.pem, which cannot be read \(ENOENT\)/,
      /tls_ca_file/,
    ],
    [
      "a file that holds no certificate",
      { tls: "verify", tls_ca_file: import.meta.filename },
      /holds no certificate/,
      /PEM/,
    ],
  ])("%s is said, with what to do", async (_, changes, sentence, hint) => {
    const error = await failureOf(postgres, settings(changes));
    expect(error.message).toMatch(sentence);
    expect(error.message).not.toMatch(/\.\.$/);
    expect(error.hint).toMatch(hint);
  });

  test.each([0x64, 0x5d])("a greeting of MySQL (of %d bytes) is told from PostgreSQL", async (length) => {
    const greeting = Buffer.concat([
      Buffer.from([length, 0, 0, 0, 10]),
      Buffer.from("11.4.2-MariaDB".padEnd(length)),
    ]);
    const other = createServer((socket) => socket.on("error", () => {}).write(greeting));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const error = await failureOf(postgres, settings({ port, idle_seconds: 2 }));
    other.close();
    expect(error.hint).toMatch(/does not speak PostgreSQL/);
  });

  test("a database that does not exist is permanent", async () => {
    expect(await failureOf(postgres, settings({ database: "nowhere" }))).toMatchObject({ retriable: false });
  });

  test.each([
    ["a dropped column", "alter table answers drop column answer_value", /answers .* no column answer_value/],
    ["a dropped table", "drop table rechecks", /no table public\.rechecks/],
    [
      "a column of another type",
      "alter table responses alter is_test type text",
      /responses\.is_test .* is text, not BOOLEAN/,
    ],
  ])("%s stops before anything is read, and is named", async (_, change, sentence) => {
    const database = change.replaceAll(/\W/g, "_");
    await copyStore(await smallStore(join(await scratchFolder(), "s.duckdb")), server, database);
    await server.sql(database, change);
    const error = await failureOf(postgres, settings({ database }));
    expect(error).toBeInstanceOf(DriftError);
    expect(error.message).toMatch(sentence);
  });

  test("a connection that hangs before it is made is given up after connect_seconds", async () => {
    const proxy = await startProxy(server.port);
    proxy.failAfter(0, "hang");
    const begin = Date.now();
    const error = await failureOf(postgres, settings({ port: proxy.port, connect_seconds: 0.3 }));
    await proxy.stop();
    expect(error).toMatchObject({ retriable: true });
    expect(Date.now() - begin).toBeLessThan(5000);
  });

  describe("in the middle of a table", () => {
    beforeAll(async () => {
      const many = `insert into answers select '2022', 'r' || i, 'Q' || (i % 70), repeat('x', 100) from range(60000) t(i)`;
      await copyStore(await smallStore(join(folder, "many.duckdb"), many), server, "many");
    });

    test.each(["cut", "hang"] as const)(
      "a connection that fails (%s) leaves no file of that table",
      async (how) => {
        const proxy = await startProxy(server.port);
        const given: string[] = [];
        const target = await scratchFolder();
        const config = postgres.config.parse(
          settings({ database: "many", port: proxy.port, idle_seconds: 0.5 }),
        );
        const reading = async () => {
          for await (const extract of postgres.extract(config, { resolvePath: (path) => path })) {
            if (extract.table === "answers") proxy.failAfter(2_000_000, how);
            if ("writeParquet" in extract) await extract.writeParquet(join(target, extract.table));
            given.push(extract.table);
          }
        };
        const error = await reading().catch((thrown) => thrown);
        await proxy.stop();
        expect(error).toBeInstanceOf(SourceError);
        expect(error.retriable).toBe(true);
        expect(given).not.toContain("answers");
        expect(await readdir(target)).toEqual(given.toSorted());
      },
    );

    test("a statement that takes longer than statement_seconds is ended by the server", async () => {
      const client = await server.connect("many");
      await client.query("begin");
      await client.query("lock table answers in access exclusive mode");
      const error = await failureOf(postgres, settings({ database: "many", statement_seconds: 0.4 }));
      await client.end();
      expect(error.hint).toMatch(/statement_seconds/);
    });
  });

  test("a disk that is slower than idle_seconds does not cut a server that is in good order", async () => {
    const context = { resolvePath: (path: string) => path };
    const db = await openPostgres(postgres.config.parse(settings({ idle_seconds: 0.3 })), context);
    const { path, bytes } = await slowPipe(1200);
    await db.copy(["repeat('x', 999)"], "generate_series(1, 20000)", path);
    await db.close();
    expect(await bytes).toBe(20_000_000);
  });

  test("a server that is killed while it is read is an error of the store that may pass", async () => {
    const doomed = await startPostgres();
    await copyStore(await smallStore(join(folder, "doomed.duckdb")), doomed, "small");
    const config = postgres.config.parse(settings({ port: doomed.port }));
    const reading = async () => {
      for await (const extract of postgres.extract(config, { resolvePath: (path) => path })) {
        await doomed.kill();
        if ("writeParquet" in extract) await extract.writeParquet(join(folder, "doomed.parquet"));
      }
    };
    const error = await reading().catch((thrown) => thrown);
    await doomed.stop();
    expect(error).toBeInstanceOf(SourceError);
    expect(error.retriable).toBe(true);
    expect(await readdir(folder)).not.toContain("doomed.parquet");
  });
});

async function withPassword(text: string): Promise<{ password_file: string }> {
  const file = join(await scratchFolder(), "password");
  await writeFile(file, text, { mode: 0o600 });
  return { password_file: file };
}
