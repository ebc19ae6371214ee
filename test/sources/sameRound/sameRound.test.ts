import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { extname, join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Instrument } from "../../../models/instruments/instrument.ts";
import { toSpecTables } from "../../../models/spec/specTables.ts";
import { openProject } from "../../../pipelines/project.ts";
import { readModels } from "../../../pipelines/readModels.ts";
import { readSnapshot } from "../../../pipelines/snapshot.ts";
import { buildTable } from "../../../pipelines/warehouse/buildTable.ts";
import { connect } from "../../../pipelines/warehouse/connection.ts";
import { loadSnapshot } from "../../../pipelines/warehouse/loadSnapshot.ts";
import { readRows } from "../../../pipelines/warehouse/readRows.ts";
import { runChecks } from "../../../pipelines/warehouse/runChecks.ts";
import { readTables } from "../../../pipelines/warehouse/tables.ts";
import { writeRows } from "../../../pipelines/warehouse/writeRows.ts";
import { type RawTable, rawTables } from "../../../sources/source.ts";
import { layers } from "../../../sql/table.ts";
import { type ScratchProject, scratchProject } from "../../pipelines/scratchProject.ts";
import { hasMariadb, type MariadbServer, startMariadb } from "../limesurvey/mariadb.ts";
import type { Engine, Layout } from "../limesurvey/smallSurvey.ts";
import { copyStore, grantReader } from "../postgres/copyStore.ts";
import { type PostgresServer, startPostgres } from "../postgres/server.ts";
import { query } from "../scratchStore.ts";
import { type CommonRound, commonRound, planted, tokenKey, withoutTables } from "./commonRound.ts";
import { limeRound, limeSettings } from "./limeRound.ts";
import { handIn, serveCentral } from "./otherRounds.ts";

const withMariadb = hasMariadb();
let project: ScratchProject;
let postgres: PostgresServer;
let mariadb: MariadbServer | undefined;
let central: Server | undefined;
let round: CommonRound;
let form: Instrument;
let expected: Record<string, string>;

beforeAll(async () => {
  project = await scratchProject();
  await project.thuocdo("demo", "--respondents", "200", "--units", "2", "--rounds", "2022");
  round = await commonRound(join(project.folder, "var/store/demo.duckdb"), project.folder);
  writeFileSync(join(project.folder, "password"), "reading only", { mode: 0o600 });
  writeFileSync(join(project.folder, "key"), tokenKey, { mode: 0o600 });
  const { spec } = await readModels(openProject(project.folder));
  form = spec.instruments.find(({ instrument }) => instrument === "sipas-2022")!;
  postgres = await startPostgres();
  if (withMariadb) mariadb = await startMariadb();
  expected = await cleanTables({ common: { kind: "store", path: round.path } });
});
afterAll(async () => {
  await postgres?.stop();
  await mariadb?.stop();
  central?.close();
  project?.remove();
});

/** Writes the stores of the project. */
function useStores(stores: Record<string, object>): void {
  const all = Object.entries(stores).map(([name, settings]) => [
    name,
    { ...settings, provenance: "illustrative" },
  ]);
  writeFileSync(join(project.folder, "thuocdo.yaml"), stringify({ stores: Object.fromEntries(all) }));
}

/** Collects from some stores, and gives every table of clean as text. */
async function cleanTables(stores: Record<string, object>): Promise<Record<string, string>> {
  useStores(stores);
  const said = await project.thuocdo("collect", "--json");
  if (said.code !== 0) throw new Error(said.err);
  const opened = openProject(project.folder);
  const { connection, close } = await connect(":memory:", {
    threads: 2,
    memoryLimit: "1GB",
    spillFolder: "",
  });
  try {
    for (const layer of layers) await connection.run(`create schema ${layer}`);
    await loadSnapshot(connection, await readSnapshot(opened, JSON.parse(said.out).snapshot));
    const spec = toSpecTables((await readModels(opened)).spec);
    for (const table of spec) await writeRows(connection, table.name, table.columns, table.rows);
    const given = [...Object.keys(rawTables).map((name) => `raw.${name}`), ...spec.map(({ name }) => name)];
    const texts: Record<string, string> = {};
    for (const table of await readTables(connection, new Set(given))) {
      if (!/^(staging|clean)\./.test(table.name)) continue;
      await buildTable(connection, table);
      await runChecks(connection, table);
      if (!table.name.startsWith("clean.")) continue;
      const rows = await readRows(connection, `select t::varchar as row from ${table.name} t order by all`);
      texts[table.name] = rows.map(({ row }) => row).join("\n");
    }
    return texts;
  } finally {
    close();
  }
}

/** The embedded store with what the store beside it lacks. */
async function rest(...given: RawTable[]): Promise<object> {
  return { kind: "store", path: await withoutTables(round, join(project.folder, "rest.duckdb"), given) };
}

const login = { host: "127.0.0.1", user: "reader", password_file: "password" };

test("the round has valid forms, and forms with every reason not to count but a form that was opened too early", () => {
  expect(expected["clean.responses"]!.split("\n").length).toBeGreaterThan(100);
  const reasons = [
    "unknown_person",
    "test_response",
    "not_submitted",
    "after_closing",
    "edited_after_closing",
    "duplicate_submission",
  ];
  for (const reason of reasons) expect(expected["clean.exclusion_reasons"]).toContain(reason);
});

test("from PostgreSQL", async () => {
  await copyStore(round.path, postgres, "common");
  await postgres.sql(
    "common",
    "alter table participants add column full_name text",
    `update participants set full_name = '${planted.name} ${planted.address}'`,
  );
  expect(
    await cleanTables({ common: { kind: "postgres", ...login, port: postgres.port, database: "common" } }),
  ).toEqual(expected);
});

const layouts: readonly Layout[] = ["v3", "v6", "v7"];
const engines: readonly Engine[] = withMariadb ? ["postgres", "mysql"] : ["postgres"];
const limes = engines.flatMap((engine) => layouts.map((layout) => ({ engine, layout })));

test.skipIf(!withMariadb)("LimeSurvey is read on PostgreSQL and on a real MariaDB", () => {
  expect(limes).toHaveLength(6);
});

function limeStore(engine: Engine, layout: Layout): object {
  const port = engine === "postgres" ? postgres.port : mariadb!.port;
  const survey = limeSettings(form);
  return {
    kind: "limesurvey",
    engine,
    ...login,
    port,
    database: `lime_${layout}`,
    token_key_file: "key",
    surveys: [survey],
  };
}

test.each(limes)("from a LimeSurvey $layout on $engine", async ({ engine, layout }) => {
  const database = `lime_${layout}`;
  const statements = limeRound(round, form, layout, engine);
  if (engine === "postgres") {
    await postgres.sql("postgres", `create database ${database}`);
    await postgres.sql(database, ...statements);
    await grantReader(postgres, database);
  } else {
    await mariadb!.sql(null, `create database ${database} character set utf8mb4`);
    await mariadb!.sql(database, "set session sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'", ...statements);
    await mariadb!.sql(
      null,
      "create user if not exists reader@'127.0.0.1' identified by 'reading only'",
      `grant select on ${database}.* to reader@'127.0.0.1'`,
    );
  }
  const lime = limeStore(engine, layout);
  const beside = await rest("instrument_questions", "participants", "deliveries", "responses", "answers");
  expect(await cleanTables({ lime, beside })).toEqual(expected);
});

test("from an ODK Central", async () => {
  const { server, url, form: settings } = await serveCentral(round);
  central = server;
  const odk = {
    kind: "odk",
    url,
    email: "reader@example.org",
    password_file: "password",
    token_key_file: "key",
    page_size: 50,
    forms: [settings],
  };
  expect(await cleanTables({ odk, beside: await rest("responses", "answers") })).toEqual(expected);
});

test("from files", async () => {
  const files = { kind: "handin", decimal: ",", files: handIn(round, project.folder) };
  expect(await cleanTables({ files, beside: await rest("participants", "responses", "answers") })).toEqual(
    expected,
  );
});

test("persons, tokens, interviewers and secrets of every store are in no output: snapshots, warehouse, release, logs, records, answers", async () => {
  useStores({
    lime: limeStore("postgres", "v7"),
    beside: await rest("instrument_questions", "participants", "deliveries", "responses", "answers"),
  });
  const said = await project.thuocdo("publish", "--json");
  expect(said.err).toBe("");
  expect(said.code).toBe(0);
  const files = everyFile(join(project.folder, "var")).filter((path) => !path.includes("/var/store/"));
  const kinds = new Set(files.map((path) => extname(path)));
  for (const kind of [".parquet", ".duckdb", ".html", ".json", ".jsonl"]) expect(kinds).toContain(kind);
  const secrets = [...Object.values(planted), tokenKey, "reading only", "token1", "token20", "visitor 1"];
  for (const path of files) {
    const text = await textOf(path);
    expect([path, secrets.filter((secret) => text.includes(secret))]).toEqual([path, []]);
  }
  expect(secrets.filter((secret) => said.out.includes(secret))).toEqual([]);
}, 240_000);

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** What a file holds, also where it is packed. */
async function textOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  const texts = [bytes.toString("utf8")];
  if (/\.(xlsx|docx|zip)$/.test(path)) {
    for (const part of Object.values(unzipSync(bytes))) texts.push(Buffer.from(part).toString("utf8"));
  }
  if (path.endsWith(".parquet")) texts.push(await dump(":memory:", [`'${path}'`]));
  if (path.endsWith(".duckdb")) {
    const tables = await query(path, "select schema_name || '.' || table_name as name from duckdb_tables()");
    texts.push(
      await dump(
        path,
        tables.map(({ name }) => String(name)),
      ),
    );
  }
  return texts.join("\n");
}

/** Every row of some tables of a DuckDB file, as text. */
async function dump(file: string, tables: readonly string[]): Promise<string> {
  const selects = tables.map((table) => `select t::varchar as row from ${table} t`);
  return (await query(file, selects.join(" union all "))).map(({ row }) => row).join("\n");
}
