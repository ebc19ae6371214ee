import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SourceError } from "../../models/errors.ts";
import limesurvey from "../../sources/limesurvey/index.ts";
import postgresSource from "../../sources/postgres/index.ts";
import { startProxy } from "./database/proxy.ts";
import { type Extracted, extractAll, failureOf } from "./extractAll.ts";
import { hasMariadb, type MariadbServer, startMariadb } from "./limesurvey/mariadb.ts";
import { type Engine, smallSurvey } from "./limesurvey/smallSurvey.ts";
import { copyStore, grantReader } from "./postgres/copyStore.ts";
import { type PostgresServer, startPostgres } from "./postgres/server.ts";
import { scratchFolder, smallStore } from "./scratchStore.ts";

const withMariadb = hasMariadb();
const engines: readonly Engine[] = withMariadb ? ["postgres", "mysql"] : ["postgres"];
let postgres: PostgresServer;
let mariadb: MariadbServer | undefined;
let login: object;

beforeAll(async () => {
  const folder = await scratchFolder();
  const secret = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  login = { host: "127.0.0.1", user: "reader", password_file: await secret("password", "reading only") };
  login = { ...login, token_key_file: await secret("key", "a key that is long enough") };
  postgres = await startPostgres();
  if (withMariadb) mariadb = await startMariadb();
});
afterAll(async () => {
  await postgres?.stop();
  await mariadb?.stop();
});

test.skipIf(!withMariadb)("PostgreSQL and a real MariaDB are both read", () => {
  expect(engines).toHaveLength(2);
});

describe.each(engines)("a LimeSurvey on %s, read anew after a snapshot", (engine) => {
  let before: Extracted;
  const run = async (...statements: string[]) =>
    engine === "postgres"
      ? void (await postgres.sql("lime", ...statements))
      : void (await mariadb!.sql(
          "lime",
          "set session sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'",
          ...statements,
        ));
  const settings = (changes: object = {}) => ({
    engine,
    ...login,
    port: engine === "postgres" ? postgres.port : mariadb!.port,
    database: "lime",
    incremental: true,
    surveys: [{ sid: 12345, round: "2022", instrument: "form-2022", answers: { Q12: { w: "home" } } }],
    ...changes,
  });

  beforeAll(async () => {
    if (engine === "postgres") {
      await postgres.sql("postgres", "create database lime");
      await run(...smallSurvey("v7", engine));
      await grantReader(postgres, "lime");
    } else {
      await mariadb!.sql(null, "create database lime character set utf8mb4");
      await run(...smallSurvey("v7", engine));
      await mariadb!.sql(
        null,
        "create user if not exists reader@'127.0.0.1' identified by 'reading only'",
        "grant select on lime.* to reader@'127.0.0.1'",
      );
    }
    const series =
      engine === "postgres"
        ? "generate_series(100, 5000) as s(i)"
        : "(select seq as i from seq_100_to_5000) s";
    await run(
      `insert into lime_responses_12345 (id, submitdate, startdate, datestamp, "Q2", "Q7", "Q10", "Q11", "Q4_S41")
       select i, timestamp '2022-12-01 09:00:00', timestamp '2022-12-01 08:00:00', timestamp '2022-12-01 09:00:00', '1', 2.50, 'Ý kiến dài của người dân về thủ tục, lặp lại cho đủ dài: ý kiến, ý kiến, ý kiến, ý kiến, ý kiến', 'Y', '' from ${series}`,
    );
    before = await extractAll(limesurvey, settings());
  });

  test("when nothing changed, the same bytes arrive, over less than half the bytes of the line", async () => {
    const proxy = await startProxy(settings().port);
    const again = await extractAll(limesurvey, settings({ port: proxy.port }), before);
    const incremental = proxy.bytes();
    await extractAll(limesurvey, settings({ port: proxy.port }));
    const whole = proxy.bytes() - incremental;
    await proxy.stop();
    expect(again.sheets).toMatchObject({ "12345": { hash: before.sheets["12345"]!.hash } });
    expect(again.warnings).toEqual([]);
    expect(incremental).toBeLessThan(whole / 2);
  });

  test("late, edited, silently changed and deleted forms are found, and the result is that of reading everything", async () => {
    await run(
      `update lime_responses_12345 set "Q2" = '2', datestamp = timestamp '2022-12-20 10:00:00' where id = 200`,
      `update lime_responses_12345 set "Q10" = 'đổi lặng lẽ' where id = 300`,
      `update lime_responses_12345 set "Q7" = null where id = 301`,
      "delete from lime_responses_12345 where id in (400, 401, 402)",
      `insert into lime_responses_12345 (id, submitdate, startdate, datestamp, "Q2") values (6000, timestamp '2022-11-30 10:00:00', timestamp '2022-11-30 10:00:00', timestamp '2022-11-30 10:00:00', '1')`,
      `insert into lime_responses_12345 (id, submitdate, startdate, datestamp, "Q2") values (6001, timestamp '2022-12-21 10:00:00', timestamp '2022-12-21 10:00:00', timestamp '2022-12-21 10:00:00', '1')`,
    );
    const changed = await extractAll(limesurvey, settings(), before);
    const whole = await extractAll(limesurvey, settings({ incremental: false }), before);
    expect(changed.sheets["12345"]!.hash).toBe(whole.sheets["12345"]!.hash);
    expect(changed.hashes).toEqual(whole.hashes);
    expect(changed.warnings).toEqual([
      "Survey 12345: since the last snapshot 1 form came late, 2 forms changed without saying so, 3 forms deleted.",
    ]);
    expect(whole.warnings).toEqual([]);
  });

  test("a snapshot whose sheet has other columns, or other meanings, is of no use, and does no harm", async () => {
    const [survey] = settings().surveys;
    const renamed = settings({ surveys: [{ ...survey, questions: { A1: "A_gender" } }] });
    const whole = async (config: object) =>
      (await extractAll(limesurvey, { ...config, incremental: false })).sheets["12345"]!.hash;
    expect((await extractAll(limesurvey, renamed, before)).sheets["12345"]!.hash).toBe(await whole(renamed));
    const translated = settings({ surveys: [{ ...survey, answers: { A1: { "1": "9" } } }] });
    expect((await extractAll(limesurvey, translated, before)).sheets["12345"]!.hash).toBe(
      await whole(translated),
    );
  });

  test("a connection that dies in the middle leaves no file, and the next attempt is whole", async () => {
    const proxy = await startProxy(settings().port);
    proxy.failAfter(150_000, "cut");
    const error = await failureOf(limesurvey, settings({ port: proxy.port }), before);
    await proxy.stop();
    expect(error).toBeInstanceOf(SourceError);
    expect(error.retriable).toBe(true);
    const after = await extractAll(limesurvey, settings(), before);
    expect(after.sheets["12345"]!.hash).toBe(
      (await extractAll(limesurvey, settings({ incremental: false }))).sheets["12345"]!.hash,
    );
  });
});

describe("a survey store in PostgreSQL, read anew after a snapshot", () => {
  const settings = (changes: object = {}) => {
    const { token_key_file: _, ...own } = login as { token_key_file: string };
    return { ...own, port: postgres.port, database: "own", incremental: true, ...changes };
  };
  let before: Extracted;
  beforeAll(async () => {
    const path = await smallStore(
      join(await scratchFolder(), "own.duckdb"),
      `insert into responses select '2022', 'sipas-2022', 'm' || i, null, null, timestamp '2022-12-01 00:00:00', null, false, null, null, null from range(3000) t(i)`,
      `insert into answers select '2022', 'm' || (i // 10), 'Q' || (i % 10), case when i % 7 = 0 then null when i % 7 = 1 then '' else 'Đáp án số ' || i end from range(30000) t(i)`,
    );
    await copyStore(path, postgres, "own");
    before = await extractAll(postgresSource, settings());
  });

  test("when nothing changed, the same bytes arrive, over less than half the bytes of the line", async () => {
    const proxy = await startProxy(postgres.port);
    const again = await extractAll(postgresSource, settings({ port: proxy.port }), before);
    const incremental = proxy.bytes();
    await extractAll(postgresSource, settings({ port: proxy.port }));
    const whole = proxy.bytes() - incremental;
    await proxy.stop();
    expect(again.hashes).toEqual(before.hashes);
    expect(again.warnings).toEqual([]);
    expect(incremental).toBeLessThan(whole / 2);
  });

  test("late, edited, silently changed and deleted forms are found, and the result is that of reading everything", async () => {
    await postgres.sql(
      "own",
      "update answers set answer_value = 'mới' where response_key = 'm5' and question_code = 'Q1'",
      "update answers set answer_value = '' where response_key = 'm7' and question_code = 'Q0'",
      "update responses set edited_at = timestamp '2022-12-20 00:00:00' where response_key = 'm9'",
      "update answers set answer_value = 'sửa' where response_key = 'm9'",
      "delete from answers where response_key in ('m11', 'm12')",
      "delete from responses where response_key in ('m11', 'm12')",
      "insert into responses values ('2022', 'sipas-2022', 'late', null, null, timestamp '2022-11-30 00:00:00', null, false, null, null, null)",
      "insert into answers values ('2022', 'late', 'Q1', '1')",
      "insert into answers values ('2022', 'm20', 'Q1', 'hai lần')",
    );
    const changed = await extractAll(postgresSource, settings(), before);
    const whole = await extractAll(postgresSource, settings({ incremental: false }));
    expect(changed.hashes).toEqual(whole.hashes);
    expect(changed.warnings).toEqual([
      expect.stringMatching(
        /since the last snapshot 1 form came late, 3 forms changed without saying so, 2 forms deleted\.$/,
      ),
    ]);
  });
});
