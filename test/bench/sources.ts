import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromLandedCsv, withLanding } from "../../sources/database/landedTable.ts";
import type { OpenDatabase } from "../../sources/database/openDatabase.ts";
import { openMysql } from "../../sources/database/openMysql.ts";
import { openPostgres } from "../../sources/database/openPostgres.ts";
import limesurvey from "../../sources/limesurvey/index.ts";
import { hasMariadb, startMariadb } from "../sources/limesurvey/mariadb.ts";
import { grantReader } from "../sources/postgres/copyStore.ts";
import { startPostgres } from "../sources/postgres/server.ts";

const nRows = Number(process.argv[2] ?? 1_000_000);
const nItems = 40;
const folder = mkdtempSync(join(tmpdir(), "thuocdo-bench-"));
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

/** The server's own bulk way out, and a typed load: what no reader can be faster than. */
async function bulk(db: OpenDatabase): Promise<void> {
  const file = join(folder, "bulk.csv");
  const columns: Record<string, string> = {
    id: "BIGINT",
    submitdate: "TIMESTAMP",
    startdate: "TIMESTAMP",
    datestamp: "TIMESTAMP",
  };
  for (let item = 1; item <= nItems; item += 1) columns[`Q${item}`] = "VARCHAR";
  await db.copy("select * from lime_responses_1", file);
  await withLanding(file, (connection) =>
    connection.run(`create table loaded as ${fromLandedCsv(file, columns)}`),
  );
  await db.close();
  rmSync(file);
}

async function measure(
  engine: "postgres" | "mysql",
  port: number,
  open: () => Promise<OpenDatabase>,
): Promise<void> {
  const floor = await seconds(async () => bulk(await open()));
  const config = limesurvey.config.parse({
    ...login,
    engine,
    port,
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
  console.log(
    `${engine}: bulk export and typed load ${floor.toFixed(1)} s; snapshot in long form ${whole.toFixed(1)} s = ${(whole / floor).toFixed(2)} ×; ${times.join(", ")}; peak ${peak.toFixed(0)} MB`,
  );
}

const context = { resolvePath: (path: string) => path };
console.log(`${nRows} responses × ${nItems} columns`);
const postgres = await startPostgres();
try {
  await postgres.sql("postgres", "create database bench");
  await postgres.sql(
    "bench",
    ...survey(`generate_series(1, ${nRows}) i`, (item) => `((i * ${item}) % 5 + 1)::text`),
  );
  await grantReader(postgres, "bench");
  const at = { ...login, port: postgres.port, database: "bench", schema: "public" };
  await measure("postgres", postgres.port, () => openPostgres(at, context));
} finally {
  await postgres.stop();
}
if (hasMariadb()) {
  const mariadb = await startMariadb();
  try {
    await mariadb.sql(null, "create database bench");
    const modes = "set session sql_mode = 'ANSI_QUOTES'";
    await mariadb.sql(
      "bench",
      modes,
      ...survey(`(select seq as i from seq_1_to_${nRows}) s`, (item) => `(i * ${item}) % 5 + 1`),
    );
    await mariadb.sql(
      null,
      "create user reader@'127.0.0.1' identified by 'reading only'",
      "grant select on bench.* to reader@'127.0.0.1'",
    );
    const at = { ...login, port: mariadb.port, database: "bench" };
    await measure("mysql", mariadb.port, () => openMysql(at, context));
  } finally {
    await mariadb.stop();
  }
}
rmSync(folder, { recursive: true, force: true });
