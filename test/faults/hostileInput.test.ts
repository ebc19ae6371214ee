import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { filesIn } from "../../pipelines/discover.ts";
import { sha256 } from "../../pipelines/files.ts";
import { change, query, type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";
import { lastRecord, run } from "./thuocdo.ts";

let project: ScratchProject;
let store: string;
let wholeStore: Buffer;
const inVar = (...parts: string[]) => join(project.folder, "var", ...parts);
beforeAll(async () => {
  project = await scratchProject();
  const made = await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022");
  expect(made.code).toBe(0);
  store = inVar("store/demo.duckdb");
  wholeStore = readFileSync(store);
  writeFileSync(join(project.folder, "notes.md"), "# Notes\n");
});
beforeEach(() => writeFileSync(store, wholeStore));
afterAll(() => project.remove());

const attack = "x'; drop table answers; --";
const quoted = `'${attack.replaceAll("'", "''")}'`;

describe("SQL in what comes from outside", () => {
  test.each([
    ["a year", ["demo", "--rounds", "2022'; drop table answers; --"]],
    ["a day", ["monitor", "--as-of", "2023-11-24'; drop table answers; --"]],
    ["the id of a run", ["runs", "show", "0'; drop table answers; --"]],
  ] as const)("as %s given to a command is refused, and the store stays as it was", async (_, args) => {
    expect((await project.thuocdo(...args)).code).toBe(2);
    expect(readFileSync(store).equals(wholeStore)).toBe(true);
  });

  test("as a question code is carried as text: the snapshot holds it letter for letter, with all other answers", async () => {
    const [before] = await query(store, "select count(*) as n from answers");
    await change(
      store,
      `insert into answers select round_code, response_key, ${quoted}, '1' from answers order by all limit 1`,
    );
    const { snapshot } = JSON.parse((await project.thuocdo("collect", "--json")).out);
    const answers = `read_parquet('${inVar("snapshots", snapshot, "demo.answers.parquet")}')`;
    expect(
      await query(
        store,
        `select count(*) as n, count(*) filter (question_code = ${quoted}) as hostile from ${answers}`,
      ),
    ).toEqual([{ n: Number(before?.["n"]) + 1, hostile: 1 }]);
  });

  test("as a unit's name stops at the check of names, which shows it", async () => {
    await change(
      store,
      `update sample_units set unit_name = ${quoted} where stage_code = 'district' and sample_unit_key = (select min(sample_unit_key) from sample_units where stage_code = 'district')`,
    );
    const answer = await project.thuocdo("build");
    expect(answer.code).toBe(6);
    expect(answer.err).toContain(`unit_name = ${attack}`);
  });

  test("as the name of a further column is never asked for, and changes nothing that is read", async () => {
    const { snapshot: before } = JSON.parse((await project.thuocdo("collect", "--json")).out);
    await change(store, `alter table answers add column "x""; drop table answers; --" text`);
    const { snapshot: after } = JSON.parse((await project.thuocdo("collect", "--json")).out);
    expect(after).toBe(before);
  });
});

/** Names that lead out of a folder. */
const escapes = ["../../outside", "/etc/passwd", "..\\outside", "C:\\outside", "a\0b"];

/** These, and names that a file system reads in its own way. */
const paths = [...escapes, "CON/x", "a".repeat(5000)];

describe("a path in what comes from outside", () => {
  test.each(paths)("as the id of a run or build is none: %j", async (path) => {
    expect((await project.thuocdo("runs", "show", path)).err).toContain("There is no run");
    const notebook = await project.thuocdo("notebook", join(project.folder, "notes.md"), "--build", path);
    expect(notebook.code).toBe(1);
    expect(notebook.err).toContain("There is no build");
  });

  test.each(paths)("as a unit's code is refused by the specification, with its file: %j", async (path) => {
    project.addModel("units/fictional.csv", (text) => text.replace(/\nminh-hoa-[^,]+/, () => `\n"${path}"`));
    const answer = await project.thuocdo("collect");
    rmSync(join(project.folder, "models/units"), { recursive: true });
    expect(answer.code).toBe(3);
    expect(answer.err).toContain("models/units/fictional.csv");
  });

  test.each(paths)("as the form of a round is refused: %j", async (path) => {
    project.addModel("rounds/2022/round.yaml", (text) =>
      text.replace("instrument: sipas-2022", () => `instrument: ${JSON.stringify(path)}`),
    );
    const answer = await project.thuocdo("collect");
    rmSync(join(project.folder, "models/rounds/2022"), { recursive: true });
    expect(answer.code).toBe(3);
    expect(answer.err).toContain("models/rounds/2022/round.yaml");
  });

  test.each(paths)("as the release or snapshot of a backup makes it none: %j", async (path) => {
    for (const named of [{ release: path }, { snapshot: path }]) await expectNoBackup(named);
  });

  test.each(escapes)("as a file of a backup's release makes it none: %j", async (path) => {
    await expectNoBackup({ path });
  });

  test.each(escapes)(
    "as a file of a backup's snapshot is damage, and nothing is restored: %j",
    async (file) => {
      const manifest = JSON.stringify({ files: [{ file, sha256: sha256("") }] });
      const backup = backupThatNames({ snapshot: sha256(manifest) });
      mkdirSync(join(backup, "snapshots", sha256(manifest)), { recursive: true });
      writeFileSync(join(backup, "snapshots", sha256(manifest), "manifest.json"), manifest);
      await expectDamage(backup);
    },
  );

  test("as a snapshot that a backup lacks is damage too, whatever its name", async () => {
    await expectDamage(backupThatNames({ snapshot: sha256("") }));
  });

  test("as where the pointer leads is followed by nobody: no release is marked as the current one", async () => {
    const elsewhere = { release: "2022-r1", folder: "releases/../../outside", manifest_sha256: sha256("") };
    writeFileSync(inVar("current.json"), JSON.stringify(elsewhere));
    expect((await project.thuocdo("releases")).out).toBe("No release yet. Run `thuocdo publish`.");
    rmSync(inVar("current.json"));
  });
});

async function expectNoBackup(names: Parameters<typeof backupThatNames>[0]): Promise<void> {
  const backup = backupThatNames(names);
  const answer = await project.thuocdo("restore", backup);
  rmSync(backup, { recursive: true });
  expect(answer.code).toBe(1);
  expect(answer.err).toContain("holds no backup");
  expect(existsSync(inVar("releases"))).toBe(false);
}

async function expectDamage(backup: string): Promise<void> {
  const answer = await project.thuocdo("restore", backup);
  rmSync(backup, { recursive: true });
  expect(answer.code).toBe(4);
  expect(answer.err).toContain("manifest.json is missing or not what was collected");
  expect(existsSync(inVar("releases"))).toBe(false);
}

/** A backup of one release whose manifest names what an attacker wrote there. */
function backupThatNames(names: { release?: string; snapshot?: string; path?: string }): string {
  const backup = mkdtempSync(join(tmpdir(), "thuocdo-evil-"));
  const folder = join(backup, "releases/2022-r1");
  mkdirSync(folder, { recursive: true });
  const named = { release: "2022-r1", snapshot: sha256("none"), path: "index.html", ...names };
  const manifest = {
    format: 1,
    release: named.release,
    edition: "2022",
    revision: 1,
    snapshot: named.snapshot,
    build: "0".repeat(16),
    code_version: "0.1.0",
    language: "vi",
    content: sha256(""),
    files: [{ path: named.path, bytes: 0, sha256: sha256("") }],
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  return backup;
}

/** A PostgreSQL server that asks for the password and refuses it, and a web hook that does not answer well. */
function refuseEverybody(socket: Socket, received: string[]): void {
  let isAsked = false;
  socket.on("error", () => {});
  socket.on("data", (bytes) => {
    received.push(bytes.toString("latin1"));
    if (bytes.toString("latin1").startsWith("POST")) {
      socket.end("HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    } else if (!isAsked) {
      isAsked = true;
      socket.write(Buffer.from("R\0\0\0\x08\0\0\0\x03", "latin1"));
    } else {
      const fields = "SFATAL\0C28P01\0Mpassword authentication failed\0\0";
      socket.end(Buffer.from(`E\0\0\0${String.fromCharCode(fields.length + 4)}${fields}`, "latin1"));
    }
  });
}

describe("secrets", () => {
  const secrets = { STORE_PASSWORD: "planted-hunter2-password", OFFICE_HOOK: "planted-hook-key" };
  const remote = (password: string) =>
    `  remote:\n    kind: postgres\n    host: 127.0.0.1\n    database: survey\n    user: reader\n    provenance: illustrative\n    ${password}\n`;

  test("of a store and of the alerts are in no file of var and in nothing that is said, when the run fails and when it ends well", async () => {
    const received: string[] = [];
    const server = createServer((socket) => refuseEverybody(socket, received)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const env = {
      ...process.env,
      ...secrets,
      OFFICE_HOOK: `http://127.0.0.1:${port}/hook?key=${secrets.OFFICE_HOOK}`,
    };
    const config = readFileSync(join(project.folder, "thuocdo.yaml"), "utf8");
    const alerts = "alerts:\n  webhook_env: OFFICE_HOOK\n  on: [failed, done]\n";
    const said: string[] = [];
    const statuses: string[] = [];
    for (const further of [remote(`password_env: STORE_PASSWORD\n    port: ${port}`), ""]) {
      project.edit(
        "thuocdo.yaml",
        () => `${config.replace("stores:\n", () => `stores:\n${further}`)}${alerts}`,
      );
      for (const command of ["doctor", "collect"]) {
        const { out, err } = await run(project.folder, [command], { env });
        said.push(out, err);
      }
      statuses.push(lastRecord(project.folder).status);
    }
    project.edit("thuocdo.yaml", () => config);
    server.close();
    expect(statuses).toEqual(["failed", "done"]);
    const files = await filesIn(inVar(), [""]);
    expect(files.length).toBeGreaterThan(10);
    for (const secret of Object.values(secrets)) {
      expect(received.join("\n")).toContain(secret); // it was in use
      expect(said.join("\n")).not.toContain(secret);
      expect(files.filter((path) => readFileSync(inVar(path)).includes(secret))).toEqual([]);
    }
  });

  test("written into thuocdo.yaml itself are refused without being repeated", async () => {
    const config = readFileSync(join(project.folder, "thuocdo.yaml"), "utf8");
    const further = remote(`password: ${secrets.STORE_PASSWORD}`);
    project.edit("thuocdo.yaml", () => config.replace("stores:\n", () => `stores:\n${further}`));
    const answer = await project.thuocdo("collect");
    project.edit("thuocdo.yaml", () => config);
    expect(answer.code).toBe(3);
    expect(answer.err).toContain("password");
    expect(answer.err + answer.out).not.toContain(secrets.STORE_PASSWORD);
    for (const path of await filesIn(inVar(), [""]))
      expect(readFileSync(inVar(path)).includes(secrets.STORE_PASSWORD)).toBe(false);
  });
});
