import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { instrument } from "../../../models/instruments/instrument.ts";
import { checkInstrument } from "../../../models/spec/checkInstrument.ts";
import { type ScratchProject, scratchProject } from "../../pipelines/scratchProject.ts";
import { grantReader } from "../postgres/copyStore.ts";
import { type PostgresServer, startPostgres } from "../postgres/server.ts";
import { query } from "../scratchStore.ts";
import { planted, smallSurvey } from "./smallSurvey.ts";

const secrets = { password: "reading only", key: "khóa-băm-mã-phiếu-được-cài" };
let server: PostgresServer;
let project: ScratchProject;

beforeAll(async () => {
  server = await startPostgres();
  await server.sql("postgres", "create database lime");
  await server.sql("lime", ...smallSurvey("v6", "postgres"));
  await grantReader(server, "lime");
  project = await scratchProject();
  writeFileSync(join(project.folder, "password"), secrets.password, { mode: 0o600 });
  writeFileSync(join(project.folder, "key"), secrets.key, { mode: 0o600 });
  useStore({});
});
afterAll(async () => {
  await server?.stop();
  project?.remove();
});

function useStore(survey: object, store: object = {}): void {
  const lime = {
    kind: "limesurvey",
    provenance: "illustrative",
    engine: "postgres",
    host: "127.0.0.1",
    port: server.port,
    database: "lime",
    user: "reader",
    password_file: "password",
    token_key_file: "key",
    surveys: [
      {
        sid: 12345,
        round: "2022",
        instrument: "form-2022",
        participants: { unit_name: "attribute_1" },
        ...survey,
      },
    ],
    ...store,
  };
  writeFileSync(join(project.folder, "thuocdo.yaml"), stringify({ stores: { lime } }));
}

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

test("the draft of an instrument holds every question with its code, and keeps the rules of instruments", async () => {
  const { code, out } = await project.thuocdo("instrument", "draft", "--from", "lime:12345");
  expect(code).toBe(0);
  const draft = instrument.parse(parse(out));
  const issues = checkInstrument(
    {
      file: "",
      value: draft,
      issues: [],
      at: (path, message) => ({ file: "", path: path.join("."), message }),
    },
    "form-2022",
  );
  expect(issues).toEqual([]);
  expect(draft.items.find((item) => item.question === "Q1_SQ1")).toEqual({
    code: "q1_sq1",
    question: "Q1_SQ1",
    block: "satisfaction",
    kind: "level",
    levels: 5,
    factor: "to_be_assigned_factor",
    name: { vi: "Chỗ ngồi", en: "Chỗ ngồi" },
  });
  expect(draft.items.find((item) => item.question === "A1")?.options?.[1]).toEqual({
    value: "2",
    code: "answer_2",
    name: { vi: "Nữ", en: "Nữ" },
  });
});

test.each(["lime", "lime:", "lime:0", ":12345", "lime:12a"])(
  "'%s' names no survey to draft from: wrong use",
  async (from) => {
    expect((await project.thuocdo("instrument", "draft", "--from", from)).code).toBe(2);
  },
);

test("a draft from a store that is none is wrong use, and the stores that are some are named", async () => {
  const { code, err } = await project.thuocdo("instrument", "draft", "--from", "lema:12345");
  expect(code).toBe(2);
  expect(err).toMatch(/"lema" is no store of the kind limesurvey .*\n.*Such stores are: lime\./);
});

test("a drafted instrument fits the survey that it was drafted from", async () => {
  const { out } = await project.thuocdo("instrument", "draft", "--from", "lime:12345");
  project.addModel("instruments/sipas-2022.yaml", (text) => text);
  writeFileSync(join(project.folder, "models/instruments/form-2022.yaml"), out);
  const check = await project.thuocdo("sources", "check");
  expect(check.out).toBe("lime: reached, no drift");
  expect(check.code).toBe(0);
});

test("tokens, names, addresses and secrets are in no output of collect: snapshot, log, record, terminal", async () => {
  const said = await project.thuocdo("collect", "--json");
  expect(said.code).toBe(0);
  const files = everyFile(join(project.folder, "var"));
  expect(files.filter((file) => file.endsWith(".parquet"))).toHaveLength(5);
  const texts = files.map((file) => readFileSync(file).toString("utf8"));
  for (const file of files.filter((name) => name.endsWith(".parquet"))) {
    texts.push(JSON.stringify(await query(":memory:", `select t::varchar as row from '${file}' t`)));
  }
  const all = [...texts, said.out, said.err].join("\n");
  expect(all).toContain("Loa phường");
  for (const secret of [
    ...planted.tokens,
    ...planted.names,
    ...planted.addresses,
    ...Object.values(secrets),
  ]) {
    expect(all).not.toContain(secret);
  }
});

test("what changed since the last snapshot is told, and the snapshot is the one that reading everything gives", async () => {
  const collected = async (incremental: boolean) => {
    useStore({}, { incremental });
    const { code, out, err } = await project.thuocdo("collect", "--json");
    expect(code).toBe(0);
    return { snapshot: JSON.parse(out).snapshot as string, err };
  };
  const before = await collected(false);
  expect(await collected(true)).toEqual(before);
  await server.sql("lime", `update lime_survey_12345 set "12345X1X10" = 'lặng lẽ' where id = 1`);
  const changed = await collected(true);
  expect(changed.err).toMatch(
    /Store lime: Survey 12345: since the last snapshot 1 form changed without saying so\./,
  );
  expect(changed.snapshot).not.toBe(before.snapshot);
  rmSync(join(project.folder, "var/snapshots"), { recursive: true });
  expect((await collected(false)).snapshot).toBe(changed.snapshot);
  useStore({});
});

test("deliveries leave a snapshot after the days that the project keeps them, and the rest of it stays whole", async () => {
  const { out } = await project.thuocdo("collect", "--json");
  const { snapshot, folder } = JSON.parse(out) as { snapshot: string; folder: string };
  expect(readdirSync(folder)).toContain("lime.deliveries.parquet");
  const old = new Date(Date.now() - 31 * 86_400_000);
  utimesSync(join(folder, "manifest.json"), old, old);
  project.edit("thuocdo.yaml", (text) => `deliveries_keep_days: 30\n${text}`);
  await server.sql("lime", `update lime_survey_12345 set "12345X1X10" = 'khác' where id = 1`);
  expect((await project.thuocdo("collect")).code).toBe(0);
  expect(readdirSync(folder)).not.toContain("lime.deliveries.parquet");
  const { code, err } = await project.thuocdo("sources", "compare", snapshot, snapshot);
  expect([code, err]).toEqual([0, ""]);
  useStore({});
});

test("an encrypted question that is read stops with exit code 5; one that nothing reads does not", async () => {
  await server.sql("lime", "update lime_questions set encrypted = 'Y' where title = 'Q8'");
  expect((await project.thuocdo("sources", "check")).code).toBe(0);
  await server.sql("lime", "update lime_questions set encrypted = 'Y' where title = 'Q1'");
  const { code, err } = await project.thuocdo("collect");
  await server.sql("lime", "update lime_questions set encrypted = 'N'");
  expect(code).toBe(5);
  expect(err).toMatch(/Question Q1_SQ1 of the form form-2022 is asked as encrypted/);
});

test("a wrong password ends with exit code 4, and is in no log", async () => {
  writeFileSync(join(project.folder, "wrong"), "sai-mật-khẩu-5533-zqx", { mode: 0o600 });
  useStore({}, { password_file: "wrong" });
  const { code, err, out } = await project.thuocdo("collect");
  expect(code).toBe(4);
  const all = everyFile(join(project.folder, "var/runs")).map((file) => readFileSync(file, "utf8"));
  const said = [...all, err, out].join("\n");
  // neither end of it; digits alone stand in many a duration
  for (const part of ["sai-", "mật-khẩu", "-5533", "zqx"]) expect(said).not.toContain(part);
});
