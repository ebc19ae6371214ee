import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import limesurvey from "../../sources/limesurvey/index.ts";
import postgresSource from "../../sources/postgres/index.ts";
import { rawTables } from "../../sources/source.ts";
import { readStoreDdl } from "../../sources/store/readStoreDdl.ts";
import { hasMariadb, startMariadb } from "../sources/limesurvey/mariadb.ts";
import { grantReader } from "../sources/postgres/copyStore.ts";
import { startPostgres } from "../sources/postgres/server.ts";

/*
 * How long it takes to bring 1,000,000 responses × 40 columns of a LimeSurvey into a snapshot, against a floor: the server
 * writes the same table to a file of its own (COPY TO, INTO OUTFILE), and DuckDB loads it typed. Each side runs in a process
 * of its own; the reader's peak memory is its process's.
 */
const [, script = "", rows = "1000000", side, engine, at] = process.argv;
const nRows = Number(rows);
const nItems = 40;
const folder = side ? (process.env["BENCH_FOLDER"] ?? "") : mkdtempSync(join(tmpdir(), "thuocdo-bench-"));
const secret = (name: string, text: string) => {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
  return join(folder, name);
};
const login = {
  host: "127.0.0.1",
  user: "reader",
  password_file: secret("password", "reading only"),
  tls: "off",
  strict: false,
  connect_seconds: 10,
  statement_seconds: 900,
  idle_seconds: 120,
} as const;

/** A LimeSurvey with one table of responses: what a survey store holds, one column an item. */
function survey(series: string, digit: (item: number) => string): string[] {
  const items = Array.from({ length: nItems }, (_, item) => item + 1);
  return [
    "create table lime_surveys (sid int, gsid int, language varchar(20), additional_languages text, anonymized varchar(1), datestamp varchar(1))",
    "insert into lime_surveys values (1, 0, 'vi', '', 'Y', 'Y')",
    "create table lime_surveys_languagesettings (surveyls_survey_id int, surveyls_language varchar(20), surveyls_title varchar(200))",
    "create table lime_groups (gid int, sid int, group_order int)",
    "insert into lime_groups values (1, 1, 1)",
    "create table lime_questions (qid int, parent_qid int, sid int, gid int, type varchar(30), title varchar(20), other varchar(1), encrypted varchar(1), question_order int, scale_id int)",
    "create table lime_question_l10ns (qid int, question text, language varchar(20))",
    "create table lime_answers (aid int, qid int, code varchar(5), sortorder int, scale_id int)",
    "create table lime_answer_l10ns (aid int, answer text, language varchar(20))",
    ...items.map(
      (item) => `insert into lime_questions values (${item}, 0, 1, 1, '5', 'Q${item}', 'N', 'N', ${item}, 0)`,
    ),
    `create table lime_responses_1 (id int primary key, submitdate timestamp null, startdate timestamp null, datestamp timestamp null, ${items.map((item) => `"Q${item}" varchar(1)`).join(", ")})`,
    `insert into lime_responses_1 select i, timestamp '2022-12-05 10:00:00', timestamp '2022-12-05 09:00:00', timestamp '2022-12-05 10:00:00', ${items.map(digit).join(", ")} from ${series}`,
  ];
}

const seconds = async (work: () => Promise<unknown>) => {
  const begin = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begin) / 1e9;
};

/** The rest of the floor: a typed load of the server's file into a DuckDB file. */
async function load(file: string, isPostgres: boolean): Promise<number> {
  const types = [
    "id: 'INTEGER'",
    ...["submitdate", "startdate", "datestamp"].map((name) => `${name}: 'TIMESTAMP'`),
  ];
  for (let item = 1; item <= nItems; item += 1) types.push(`Q${item}: 'TINYINT'`);
  const form = isPostgres
    ? "delim = ',', quote = '\"', escape = '\"'"
    : "delim = '\t', quote = '', escape = ''";
  const instance = await DuckDBInstance.create(join(folder, `floor-${isPostgres}.duckdb`), {
    memory_limit: "400MB",
  });
  const connection = await instance.connect();
  const time = await seconds(() =>
    connection.run(
      `create table loaded as from read_csv('${file}', auto_detect = false, header = false, ${form}, columns = {${types.join(", ")}})`,
    ),
  );
  connection.closeSync();
  instance.closeSync();
  return time;
}

/** The same for the long table of answers of a survey store of our own form. */
async function loadLong(file: string): Promise<number> {
  const instance = await DuckDBInstance.create(join(folder, "floor-long.duckdb"), { memory_limit: "400MB" });
  const connection = await instance.connect();
  const types = Object.entries(rawTables.answers).map(([name, type]) => `${name}: '${type}'`);
  const time = await seconds(() =>
    connection.run(
      `create table loaded as from read_csv('${file}', auto_detect = false, header = false, delim = ',', quote = '"', columns = {${types.join(", ")}})`,
    ),
  );
  connection.closeSync();
  instance.closeSync();
  return time;
}

/** The reader of such a store: of all its tables, the answers. */
async function readLong(): Promise<void> {
  const config = postgresSource.config.parse({ ...login, port: Number(at), database: "own" });
  const times: string[] = [];
  const whole = await seconds(async () => {
    for await (const extract of postgresSource.extract(config, { resolvePath: (path) => path })) {
      if (!("writeParquet" in extract) || extract.table !== "answers") continue;
      const path = join(folder, "own-answers.parquet");
      await extract.writeParquet(path);
      times.push(`answers ${(statSync(path).size / 1e6).toFixed(1)} MB`);
    }
  });
  console.log(JSON.stringify({ whole, peak: process.resourceUsage().maxRSS / 1024, times }));
}

/** The reader, as `collect` drives it. */
async function read(): Promise<void> {
  const config = limesurvey.config.parse({
    ...login,
    engine,
    port: Number(at),
    database: "bench",
    token_key_file: secret("key", "a key that is long enough"),
    surveys: [{ sid: 1, round: "2022", instrument: "bench" }],
  });
  const times: string[] = [];
  const whole = await seconds(async () => {
    for await (const extract of limesurvey.extract(config, { resolvePath: (path) => path })) {
      if (!("writeParquet" in extract)) continue;
      const path = join(folder, `${engine}-${extract.table}.parquet`);
      const time = await seconds(() => extract.writeParquet(path));
      times.push(`${extract.table} ${time.toFixed(1)} s (${(statSync(path).size / 1e6).toFixed(1)} MB)`);
    }
  });
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ whole, peak, times }));
}

function inOwnProcess(...args: readonly string[]): string {
  const env = { ...process.env, BENCH_FOLDER: folder };
  return execFileSync(process.execPath, [script, rows, ...args], { encoding: "utf8", env });
}

async function measure(
  name: "postgres" | "mysql" | "own",
  port: number,
  write: (file: string) => Promise<unknown>,
) {
  const file = join(folder, `${name}-bulk.csv`);
  const export_ = await seconds(() => write(file));
  const loading = Number(inOwnProcess("floor", name, file));
  const { whole, peak, times } = JSON.parse(inOwnProcess("read", name, String(port)));
  const floor = export_ + loading;
  console.log(
    `${name}: bulk export ${export_.toFixed(1)} s and typed load ${loading.toFixed(1)} s; snapshot ${whole.toFixed(1)} s = ${(whole / floor).toFixed(2)} ×; ${times.join(", ")}; peak ${peak.toFixed(0)} MB`,
  );
}

async function measureAll(): Promise<void> {
  chmodSync(folder, 0o777);
  console.log(`${nRows} responses × ${nItems} columns`);
  const postgres = await startPostgres();
  try {
    await postgres.sql("postgres", "create database bench");
    const series = `generate_series(1, ${nRows}) i`;
    await postgres.sql("bench", ...survey(series, (item) => `((i * ${item}) % 5 + 1)::text`), "analyze");
    await grantReader(postgres, "bench");
    await measure("postgres", postgres.port, (file) =>
      postgres.sql("bench", `copy lime_responses_1 to '${file}' (format csv)`),
    );
    const nLong = Math.round(nRows / 5);
    await postgres.sql("postgres", "create database own");
    await postgres.sql(
      "own",
      await readStoreDdl(),
      `insert into answers select '2022', 'R' || i, 'Q' || q, ((i * q) % 5 + 1)::text from generate_series(1, ${nLong}) i, generate_series(1, ${nItems}) q`,
      "analyze",
    );
    await grantReader(postgres, "own");
    console.log(`a store of our own form: ${nLong} responses, an answer a row`);
    await measure("own", postgres.port, (file) =>
      postgres.sql("own", `copy answers to '${file}' (format csv)`),
    );
  } finally {
    await postgres.stop();
  }
  if (!hasMariadb()) return;
  const mariadb = await startMariadb();
  try {
    await mariadb.sql(null, "create database bench");
    const modes = "set session sql_mode = 'ANSI_QUOTES'";
    const series = `(select seq as i from seq_1_to_${nRows}) s`;
    await mariadb.sql("bench", modes, ...survey(series, (item) => `(i * ${item}) % 5 + 1`));
    await mariadb.sql(
      null,
      "create user reader@'127.0.0.1' identified by 'reading only'",
      "grant select on bench.* to reader@'127.0.0.1'",
    );
    await measure("mysql", mariadb.port, (file) =>
      mariadb.sql("bench", `select * into outfile '${file}' from lime_responses_1`),
    );
  } finally {
    await mariadb.stop();
  }
}

if (side === "read") await (engine === "own" ? readLong() : read());
else if (side === "floor")
  console.log(await (engine === "own" ? loadLong(at!) : load(at!, engine === "postgres")));
else {
  await measureAll();
  rmSync(folder, { recursive: true, force: true });
}
