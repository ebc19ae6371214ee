import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DriftError, SourceError } from "../../../models/errors.ts";
import limesurvey from "../../../sources/limesurvey/index.ts";
import { startProxy } from "../database/proxy.ts";
import { type Extracted, extractAll, failureOf } from "../extractAll.ts";
import { grantReader } from "../postgres/copyStore.ts";
import { type PostgresServer, startPostgres } from "../postgres/server.ts";
import { query, scratchFolder } from "../scratchStore.ts";
import { hasMariadb, type MariadbServer, startMariadb } from "./mariadb.ts";
import { type Engine, type Layout, planted, smallSurvey } from "./smallSurvey.ts";

const withMariadb = hasMariadb();
const engines: readonly Engine[] = withMariadb ? ["postgres", "mysql"] : ["postgres"];
const layouts: readonly Layout[] = ["v3", "v6", "v7"];
let postgres: PostgresServer;
let mariadb: MariadbServer | undefined;
let secrets: { password_file: string; token_key_file: string };

beforeAll(async () => {
  const folder = await scratchFolder();
  secrets = { password_file: join(folder, "password"), token_key_file: join(folder, "key") };
  await writeFile(secrets.password_file, "reading only", { mode: 0o600 });
  await writeFile(secrets.token_key_file, "a key that is long enough", { mode: 0o600 });
  postgres = await startPostgres();
  if (withMariadb) mariadb = await startMariadb();
});
afterAll(async () => {
  await postgres?.stop();
  await mariadb?.stop();
});

/** Makes the small survey in a database of its own, changed by further statements; gives the settings that read it. */
async function survey(engine: Engine, layout: Layout, name: string, ...changes: string[]) {
  const database = `${name}_${layout}`;
  const statements = [...smallSurvey(layout, engine), ...changes];
  if (engine === "postgres") {
    await postgres.sql("postgres", `create database ${database}`);
    await postgres.sql(database, ...statements);
    await grantReader(postgres, database);
  } else {
    await mariadb!.sql(null, `create database ${database} character set utf8mb4`);
    const modes = "set session sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'";
    await mariadb!.sql(database, modes, ...statements);
    await mariadb!.sql(
      null,
      "create user if not exists reader@'127.0.0.1' identified by 'reading only'",
      `grant select on ${database}.* to reader@'127.0.0.1'`,
    );
  }
  return settings(engine, database);
}

function settings(engine: Engine, database: string, changes: object = {}, ofSurvey: object = {}) {
  return {
    engine,
    host: "127.0.0.1",
    port: engine === "postgres" ? postgres.port : mariadb!.port,
    database,
    user: "reader",
    ...secrets,
    surveys: [
      {
        sid: 12345,
        round: "2022",
        instrument: "sipas-2022",
        questions: { A1: "A_gender", Q1_SQ1: "Q9_01" },
        answers: { Q12: { w: "home" } },
        participants: { unit_name: "attribute_1", sample_unit_key: "attribute_2" },
        ...ofSurvey,
      },
    ],
    ...changes,
  };
}

/** The answers of response 1 as they must arrive from every layout and database. */
const answersOfFirst = {
  A_gender: "2",
  Q9_01: "5",
  Q1_SQ2: "4",
  Q2_a: "1",
  Q2_b: "0",
  Q2_other: "Loa phường",
  Q3: "k",
  Q3_comment: 'nói "ổn", rồi\nxuống dòng \\N',
  Q4_1: "r3",
  Q4_2: "r1",
  Q4_3: "r2",
  Q5: "12.5",
  Q6_d_0: "x",
  Q6_d_1: "q",
  Q7_r_c: "ô",
  Q8: "\\N",
  Q9: "1",
  Q10_p: "1",
  Q10_p_comment: "10 km",
  Q11: "2022-11-30 00:00:00",
  Q12: "-oth-",
  Q12_other: "Chợ",
  Q13_filecount: "0",
};

const cases = engines.flatMap((engine) => layouts.map((layout) => ({ engine, layout })));

describe.each(cases)("a survey of LimeSurvey $layout on $engine", ({ engine, layout }) => {
  let read: Extracted;
  beforeAll(async () => {
    read = await extractAll(limesurvey, await survey(engine, layout, "same"));
  });

  test("gives the answers under the instrument's question codes", async () => {
    const rows = await read.answers("response_key, question_code, answer_value");
    const first = rows.filter((row) => row["response_key"] === "12345-1");
    expect(Object.fromEntries(first.map((row) => [row["question_code"], row["answer_value"]]))).toEqual(
      answersOfFirst,
    );
  });

  test("what was not shown is no answer, what was left empty is an empty one, a translated code its meaning", async () => {
    const rows = await read.answers("response_key || ' ' || question_code as key, answer_value as value");
    const values = Object.fromEntries(rows.map((row) => [row["key"], row["value"]]));
    expect(Object.keys(values).filter((key) => key.startsWith("12345-4"))).toEqual([
      "12345-4 A_gender",
      "12345-4 Q9_01",
    ]);
    expect(values["12345-6 Q1_SQ2"]).toBe("");
    expect(values["12345-3 Q12"]).toBe("home");
    expect(values["12345-3 Q5"]).toBe("100");
    expect(values["12345-7 Q5"]).toBe("0");
  });

  test("times are UTC; a partial, a quota's end and a form without dates are told apart", async () => {
    const rows = await read.rows(
      "responses",
      "response_key as key, opened_at::varchar as opened, submitted_at::varchar as submitted, edited_at::varchar as edited",
    );
    expect(rows).toEqual([
      { key: "12345-1", opened: "2022-12-05 02:30:00", submitted: "2022-12-05 03:00:00", edited: null },
      {
        key: "12345-3",
        opened: "2022-12-05 16:50:00",
        submitted: "2022-12-05 17:10:00",
        edited: "2022-12-07 01:00:00",
      },
      { key: "12345-4", opened: "2022-12-05 04:00:00", submitted: null, edited: null },
      { key: "12345-6", opened: "1979-12-31 17:00:00", submitted: "1980-01-01 00:00:00", edited: null },
      { key: "12345-7", opened: "2022-12-08 04:00:00", submitted: null, edited: null },
    ]);
  });

  test("a response is joined to its participant by the keyed hash of the token", async () => {
    const persons = await read.rows("participants", "unit_name, sample_unit_key, participant_key");
    const responses = await read.rows("responses", "response_key, participant_key");
    const ofUnit = (unit: string, unitKey: string) =>
      persons.find((row) => row["unit_name"] === unit && row["sample_unit_key"] === unitKey)?.[
        "participant_key"
      ];
    expect(persons).toHaveLength(4);
    expect(ofUnit("Hà Nội", "p1")).toMatch(/^[0-9a-f]{32}$/);
    expect(responses.slice(0, 3).map((row) => row["participant_key"])).toEqual([
      ofUnit("Hà Nội", "p1"),
      ofUnit("Hà Nội", "p1"),
      ofUnit("Đắk Lắk", "p2"),
    ]);
    expect(responses[3]?.["participant_key"]).toBeNull();
  });

  test("invitations: one invited and reminded, one bounced, one opted out, one without an address", async () => {
    const rows = await read.rows(
      "deliveries",
      "channel, sent_at::varchar as at, delivery_status as status, mail_domain as domain",
    );
    expect(rows).toHaveLength(5);
    expect(rows).toEqual(
      expect.arrayContaining([
        { channel: "email", at: "2022-12-01 01:00:00", status: "invited", domain: "example.org" },
        { channel: "email_reminder", at: "2022-12-03 02:15:00", status: "invited", domain: "example.org" },
        { channel: "email", at: "2022-12-01 01:00:00", status: "bounced", domain: "example.net" },
        { channel: "email", at: null, status: "opted_out", domain: "example.com" },
        { channel: "email", at: null, status: "blocked", domain: null },
      ]),
    );
  });

  test("what it asks is told with wording, kinds and codes", () => {
    const asked = Object.fromEntries(
      read.batches.instrument_questions!.map((row) => [row["question_code"], row]),
    );
    expect(asked["A_gender"]).toEqual({
      round_code: "2022",
      instrument_code: "sipas-2022",
      question_code: "A_gender",
      answer_kind: "choice",
      wording: "Giới tính",
      answer_codes: "1 2",
    });
    expect(asked["Q9_01"]).toMatchObject({ wording: "Chỗ ngồi", answer_codes: "1 2 3 4 5" });
    expect(asked["Q12"]).toMatchObject({ answer_codes: "home -oth-" });
    expect(asked["Q2_a"]).toMatchObject({ answer_kind: "yes_no", answer_codes: "1 0" });
  });

  test("tokens, names and addresses are nowhere in what is collected", async () => {
    const bytes = readdirSync(read.folder).map((file) =>
      readFileSync(join(read.folder, file)).toString("latin1"),
    );
    const rows: unknown[] = [read.batches, read.warnings];
    for (const file of [...Object.values(read.files), read.sheets["12345"]!.path])
      rows.push(await query(":memory:", `from '${file}'`));
    const all = `${bytes.join()}${inspect(rows, { depth: 9, maxArrayLength: null })}`;
    for (const secret of [...planted.tokens, ...planted.names, ...planted.addresses])
      expect(all).not.toContain(secret);
    expect(all).toContain("Loa phường");
  });

  test("times per form, page and question arrive as answers when they are asked for", async () => {
    const timed = await extractAll(limesurvey, settings(engine, `same_${layout}`, {}, { timings: true }));
    const rows = await timed.answers("response_key || ' ' || question_code as key, answer_value as value");
    expect(rows.filter(({ key }) => String(key).includes("seconds"))).toEqual([
      { key: "12345-1 seconds", value: "300.5" },
      { key: "12345-1 seconds_A1", value: "12.25" },
      { key: "12345-1 seconds_page_1", value: "300.5" },
      { key: "12345-4 seconds", value: "20" },
    ]);
  });

  test("nothing is warned of", () => {
    expect(read.warnings).toEqual([]);
  });
});

test.skipIf(!withMariadb)("PostgreSQL and a real MariaDB are both read", () => {
  expect(engines).toEqual(["postgres", "mysql"]);
});

test("the same survey gives the same bytes from every layout and database", async () => {
  const hashes: object[] = [];
  for (const { engine, layout } of cases) {
    const read = await extractAll(limesurvey, settings(engine, `same_${layout}`));
    hashes.push({
      ...read.hashes,
      answers: read.sheets["12345"]?.hash,
      questions: read.batches.instrument_questions,
    });
  }
  expect(hashes).toHaveLength(cases.length);
  for (const each of hashes) expect(each).toEqual(hashes[0]);
});

describe.each(engines)("on %s", (engine) => {
  test("another key makes other hashes, and a short key is refused", async () => {
    const config = settings(engine, "same_v6");
    const folder = await scratchFolder();
    const other = join(folder, "other");
    await writeFile(other, "another key, long enough", { mode: 0o600 });
    const keys = async (file: string) =>
      (await extractAll(limesurvey, { ...config, token_key_file: file })).rows(
        "participants",
        "participant_key",
      );
    expect(await keys(other)).not.toEqual(await keys(secrets.token_key_file));
    await writeFile(other, "short", { mode: 0o600 });
    const error = await failureOf(limesurvey, { ...config, token_key_file: other });
    expect(error.message).toMatch(/at least 16 characters/);
    expect(error.message).not.toContain("short");
  });

  test("an encrypted question is named, left out, and stands as encrypted for the comparison", async () => {
    const config = await survey(
      engine,
      "v7",
      "encrypted",
      "update lime_questions set encrypted = 'Y' where qid = 3",
    );
    const read = await extractAll(limesurvey, config);
    expect(read.warnings).toEqual([
      expect.stringMatching(/Q1_SQ1, Q1_SQ2 cannot be read, since LimeSurvey encrypts them/),
    ]);
    const asked = read.batches.instrument_questions!.find((row) => row["question_code"] === "Q9_01");
    expect(asked).toMatchObject({ answer_kind: "encrypted", answer_codes: null });
    expect(await read.answers("distinct question_code")).not.toContainEqual({
      question_code: "Q9_01",
    });
  });

  test("two questions whose column names run together are read as neither", async () => {
    const config = await survey(
      engine,
      "v6",
      "ambiguous",
      `insert into lime_questions values (1, 0, 12345, 1, 'F', 'Z1', 'N', 'N', 90, 0), (17, 1, 12345, 1, 'T', '23', 'N', 'N', 91, 0),
        (12, 0, 12345, 1, 'F', 'Z2', 'N', 'N', 92, 0), (18, 12, 12345, 1, 'T', '3', 'N', 'N', 93, 0)`,
      `alter table lime_survey_12345 add column "12345X1X123" varchar(5)`,
    );
    const read = await extractAll(limesurvey, config);
    expect(read.warnings).toEqual([expect.stringMatching(/Z1_23, Z2_3 cannot be told apart/)]);
  });

  test("a dropped column and one that nothing explains are both reported", async () => {
    const config = await survey(
      engine,
      "v6",
      "dropped",
      `alter table lime_survey_12345 drop column "12345X1X3SQ1"`,
      `alter table lime_survey_12345 add column "12345X1X99" varchar(5)`,
    );
    const { warnings, batches } = await extractAll(limesurvey, config);
    expect(warnings.join("\n")).toMatch(/Q1_SQ1 have no column/);
    expect(warnings.join("\n")).toMatch(/no question explains the columns 12345X1X99/);
    expect(batches.instrument_questions!.map((row) => row["question_code"])).not.toContain("Q9_01");
  });

  test("a deactivated survey is refused by name, and read from what was put aside when asked", async () => {
    const archive = "lime_old_survey_12345_20230105101112";
    const config = await survey(engine, "v6", "aside", `alter table lime_survey_12345 rename to ${archive}`);
    const error = await failureOf(limesurvey, config);
    expect(error).toBeInstanceOf(DriftError);
    expect(error.message).toContain(archive);
    const read = await extractAll(limesurvey, settings(engine, "aside_v6", {}, { archives: true }));
    const keys = await read.rows("responses", "response_key");
    expect(keys[0]).toEqual({ response_key: "12345-20230105101112-1" });
    expect(keys).toHaveLength(5);
  });

  test("a setting inherited from the group and the global settings is resolved", async () => {
    const change = "update lime_surveys_groupsettings set anonymized = 'Y' where gsid = 0";
    const { warnings } = await extractAll(limesurvey, await survey(engine, "v7", "inherited", change));
    expect(warnings).toEqual([expect.stringMatching(/Survey 12345 is anonymous/)]);
  });

  test("a ranking that is stored as one list gives the answers of one column a rank", async () => {
    const config = await survey(
      engine,
      "v7",
      "listed",
      `alter table lime_responses_12345 add column "Q6" text`,
      `update lime_responses_12345 set "Q6" = case id when 1 then '["r3","r1","r2"]' when 3 then '["r1"]' when 6 then '' when 7 then '' end`,
      ...["Q6_S61", "Q6_S62", "Q6_S63"].map(
        (name) => `alter table lime_responses_12345 drop column "${name}"`,
      ),
    );
    const read = await extractAll(limesurvey, config);
    const whole = await extractAll(limesurvey, settings(engine, "same_v7"));
    expect(read.warnings).toEqual([]);
    expect(await read.answers()).toEqual(await whole.answers());
  });

  test("an encrypted attribute of the participants that is needed stops; an encrypted address is not taken for a missing one", async () => {
    const config = await survey(
      engine,
      "v7",
      "attributes",
      "alter table lime_surveys add column tokenencryptionoptions text",
      "alter table lime_surveys add column attributedescriptions text",
      `update lime_surveys set tokenencryptionoptions = '{"enabled":"Y","columns":{"firstname":"Y","email":"Y"}}', attributedescriptions = '{"attribute_2":{"encrypted":"N"}}'`,
      "update lime_tokens_12345 set email = 'bWF0a2hhdQ'",
    );
    const read = await extractAll(limesurvey, config);
    const states = await read.rows("deliveries", "delivery_status as status, mail_domain as domain");
    expect(states).toContainEqual({ status: "invited", domain: null });
    const change = `update lime_surveys set attributedescriptions = '{"attribute_2":{"encrypted":"Y"}}'`;
    if (engine === "postgres") await postgres.sql("attributes_v7", change);
    else await mariadb!.sql("attributes_v7", change);
    const error = await failureOf(limesurvey, config);
    expect(error).toBeInstanceOf(DriftError);
    expect(error.message).toMatch(/attribute_2 of the participants .* is encrypted/);
  });

  test("1,200 questions (900 in MySQL, which has no more columns) and an answer of five megabytes are read; the answer is cut where the store says", async () => {
    const many = Array.from({ length: engine === "postgres" ? 1200 : 900 }, (_, n) => n + 1000);
    const [type, long] = engine === "postgres" ? ["varchar(5)", "alter column"] : ["text", "modify"];
    const config = await survey(
      engine,
      "v7",
      "wide",
      ...(engine === "mysql" ? ["set session innodb_strict_mode = off"] : []),
      `alter table lime_responses_12345 ${long} "Q10" ${engine === "postgres" ? "type text" : "mediumtext"}`,
      ...many.map(
        (qid) =>
          `insert into lime_questions values (${qid}, 0, 12345, 1, 'L', 'W${qid}', 'N', 'N', ${qid}, 0)`,
      ),
      ...inPieces(many, 100).map(
        (some) =>
          `alter table lime_responses_12345 ${some.map((qid) => `add column "Q${qid}" ${type}`).join(", ")}`,
      ),
      `update lime_responses_12345 set "Q1899" = 'x9', "Q10" = repeat('á', 2500000) where id = 1`,
    );
    const read = await extractAll(limesurvey, config);
    expect(read.warnings).toEqual([
      "Survey 12345: answers to Q8 are longer than 100000 characters, and were cut there.",
    ]);
    const rows = await read.answers("response_key, question_code, length(answer_value)::integer as size");
    expect(rows).toContainEqual({ response_key: "12345-1", question_code: "Q8", size: 100_000 });
    expect(rows).toContainEqual({ response_key: "12345-1", question_code: "W1899", size: 2 });
    expect(read.batches.instrument_questions!.length).toBeGreaterThan(900);
  });

  test.each<[string, object, object, RegExp, RegExp]>([
    ["a prefix that no table has", { prefix: "ls_" }, {}, /no table that begins with ls_/, /prefix .*grant/],
    [
      "a language that is not asked",
      {},
      { language: "fr" },
      /not asked in "fr", but in vi, en/,
      /`language`/,
    ],
    ["a folder for a key", { token_key_file: import.meta.dirname }, {}, /\(EISDIR\)/, /alone in its file/],
  ])("%s is said, with what to do", async (_, ofStore, ofSurvey, sentence, hint) => {
    const error = await failureOf(limesurvey, settings(engine, "same_v6", ofStore, ofSurvey));
    expect(error.message).toMatch(sentence);
    expect(error.hint).toMatch(hint);
  });

  test("questions that only thuocdo.yaml knows are warned of", async () => {
    const names = {
      questions: { A1: "A_gender", Q77: "Q9_02" },
      answers: { A_sex: { x: "1" } },
      interviewer: "Q78",
    };
    const { warnings } = await extractAll(limesurvey, settings(engine, "same_v6", {}, names));
    expect(warnings).toEqual(["Survey 12345 has no question Q77, Q78, A_sex, which thuocdo.yaml names."]);
  });

  test("a survey that does not exist is named", async () => {
    const error = await failureOf(limesurvey, settings(engine, "same_v6", {}, { sid: 99 }));
    expect(error.message).toMatch(/has no survey 99/);
  });

  test("an account that may write is warned of, and refused where the store says strict", async () => {
    if (engine === "postgres") await postgres.sql("same_v6", "grant insert on lime_surveys to reader");
    else await mariadb!.sql(null, "grant insert on same_v6.* to reader@'127.0.0.1'");
    const { warnings } = await extractAll(limesurvey, settings(engine, "same_v6"));
    expect(warnings).toEqual([
      expect.stringMatching(/not read-only: it may (write to table lime_surveys|insert on)/),
    ]);
    const error = await failureOf(limesurvey, settings(engine, "same_v6", { strict: true }));
    expect(error).toBeInstanceOf(SourceError);
    expect(error.hint).toMatch(/grant select/);
  });

  test("a wrong password is permanent, and stands in no error", async () => {
    const file = join(await scratchFolder(), "password");
    await writeFile(file, "mật khẩu sai 4711", { mode: 0o600 });
    const error = await failureOf(limesurvey, settings(engine, "same_v6", { password_file: file }));
    expect(error.retriable).toBe(false);
    expect(error.hint).toMatch(/password is wrong/);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("4711");
  });

  test.each(["cut", "hang"] as const)(
    "a connection that fails in the middle (%s) leaves no file of that table",
    async (how) => {
      const database = `long_${how}`;
      const many =
        engine === "postgres"
          ? `insert into lime_survey_12345 (id, "12345X1X10") select i, repeat('x', 200) from generate_series(100, 20000) i`
          : `insert into lime_survey_12345 (id, "12345X1X10") select seq, repeat('x', 200) from seq_100_to_20000`;
      await survey(engine, "v6", database, many);
      const proxy = await startProxy(engine === "postgres" ? postgres.port : mariadb!.port);
      const target = await scratchFolder();
      const config = limesurvey.config.parse(
        settings(engine, `${database}_v6`, { port: proxy.port, idle_seconds: 1 }),
      );
      const reading = async () => {
        for await (const extract of limesurvey.extract(config, { resolvePath: (path) => path })) {
          if (extract.table === "answer_sheets") proxy.failAfter(1_000_000, how);
          if ("writeParquet" in extract) await extract.writeParquet(join(target, extract.table));
        }
      };
      const error = await reading().catch((thrown) => thrown);
      await proxy.stop();
      expect(error).toBeInstanceOf(SourceError);
      expect(error.retriable).toBe(true);
      expect(readdirSync(target).sort()).toEqual(["deliveries", "participants", "responses"]);
    },
  );
});

describe.runIf(withMariadb)("an account of MariaDB", () => {
  beforeAll(() => survey("mysql", "v6", "rights"));

  test.each<[string, string[], RegExp | null]>([
    ["everything in another database", ["grant all on elsewhere.* to %"], /do everything on .elsewhere.\.\*/],
    ["files of the server", ["grant file on *.* to %"], /file on \*\.\*/],
    ["the server", ["grant super on *.* to %"], /super on \*\.\*/],
    [
      "passing its rights on",
      ["grant select on rights_v6.* to % with grant option"],
      /pass on its rights on/,
    ],
    [
      "a role that may write",
      ["create role writers", "grant insert on rights_v6.* to writers", "grant writers to %"],
      /insert on .rights_v6.\.\* as .writers./,
    ],
    [
      "a role that may only read",
      ["create role readers", "grant select on rights_v6.* to readers", "grant readers to %"],
      null,
    ],
  ])("that may do more than read, by %s", async (what, grants, may) => {
    const user = what.replaceAll(" ", "_");
    const account = `${user}@'127.0.0.1'`;
    const login = settings("mysql", "rights_v6", { user });
    await mariadb!.sql(
      null,
      `create user ${account} identified by 'reading only'`,
      `grant select on rights_v6.* to ${account}`,
      ...grants.map((grant) => grant.replace("%", account)),
    );
    const { warnings } = await extractAll(limesurvey, login);
    expect(warnings).toEqual(may ? [expect.stringMatching(may)] : []);
    if (may) expect((await failureOf(limesurvey, { ...login, strict: true })).message).toMatch(may);
  });
});

function inPieces<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) =>
    list.slice(n * size, (n + 1) * size),
  );
}
