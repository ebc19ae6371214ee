import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { version as duckdbVersion } from "@duckdb/node-api";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { filesIn } from "../../pipelines/discover.ts";
import { sha256OfFile } from "../../pipelines/files.ts";
import { packageRoot } from "../../pipelines/packageRoot.ts";
import { connect } from "../../pipelines/warehouse/connection.ts";
import { readRows } from "../../pipelines/warehouse/readRows.ts";
import { change, query, type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";
import { writeAsIfNewer } from "./newerEngine.ts";
import { lastRecord } from "./thuocdo.ts";

let project: ScratchProject;
const inVar = (...parts: string[]) => join(project.folder, "var", ...parts);
beforeAll(async () => {
  project = await scratchProject();
  expect(
    (await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022")).code,
  ).toBe(0);
  expect((await project.thuocdo("publish")).code).toBe(0);
});
beforeEach(() => rmSync(inVar("quarantine"), { recursive: true, force: true }));
afterAll(() => project.remove());

const only = (folder: string, ending: string) =>
  inVar(folder, readdirSync(inVar(folder)).find((name) => name.endsWith(ending)) as string);
const warnings = () => lastRecord(project.folder).warnings.join("\n");

async function hashes(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of await filesIn(folder, [""])) found.set(path, await sha256OfFile(join(folder, path)));
  return found;
}

test("what a stopped run left behind is removed by the next one, and its record says what", async () => {
  mkdirSync(inVar("tmp/20230101-000000-001"), { recursive: true });
  writeFileSync(inVar("tmp/20230101-000000-001/warehouse.duckdb"), "half");
  writeFileSync(inVar("current.json.partial"), "{");
  writeFileSync(inVar("builds/0123456789abcdef.json"), "{}");
  expect((await project.thuocdo("collect")).code).toBe(0);
  expect(readdirSync(inVar("tmp"))).toEqual([]);
  expect(warnings()).toBe(
    "Leftovers of a run that was stopped were removed: builds/0123456789abcdef.json, current.json.partial, tmp/20230101-000000-001.",
  );
});

test("files put into the folders by hand are ignored with a warning, and stay", async () => {
  const [snapshot] = readdirSync(inVar("snapshots"));
  const foreign = [
    "builds/mine.duckdb",
    "notes.txt",
    "releases/copy of 2023-r1",
    "runs/notes.md",
    `snapshots/${snapshot}/demo.answers2.parquet`,
  ];
  for (const path of foreign) writeFileSync(inVar(path), "by hand");
  const answer = await project.thuocdo("publish");
  expect(answer.out).toContain("Nothing has changed since release 2023-r1");
  for (const path of foreign) {
    expect(answer.err).toContain(`${path} in ${inVar()} was not made by a run; it is ignored.`);
    expect(readFileSync(inVar(path), "utf8")).toBe("by hand");
    rmSync(inVar(path));
  }
});

describe("a damaged build is put aside and made again from its snapshot", () => {
  const faults: readonly (readonly [string, (path: string) => void, string])[] = [
    ["cut in half", (path) => truncateSync(path, statSync(path).size / 2), "bytes instead of"],
    [
      "with one byte changed",
      (path) => {
        const bytes = readFileSync(path);
        bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
        writeFileSync(path, bytes);
      },
      "is not what was built",
    ],
    ["with a write-ahead log beside it", (path) => writeFileSync(`${path}.wal`, "x"), "was written to after"],
    ["without its note", (path) => rmSync(path.replace(/duckdb$/, "json")), "has no readable note"],
  ];
  test.each(faults)("%s", async (_name, damage, said) => {
    const path = only("builds", ".duckdb");
    damage(path);
    const answer = await project.thuocdo("build");
    expect(answer.code).toBe(0);
    expect(answer.err).toContain(said);
    expect(readdirSync(inVar("quarantine")).some((name) => name.endsWith(".duckdb"))).toBe(true);
    expect(await query(path, "select count(distinct unit_code) as n from marts.sipas_ranking")).toEqual([
      { n: 63 },
    ]);
    expect(readdirSync(inVar("builds"))).toHaveLength(2);
  });
});

describe("what another version of DuckDB wrote", () => {
  test("as a build is never opened: a notebook is refused with advice, and the next run makes it again from the same snapshot", async () => {
    const path = only("builds", ".duckdb");
    const snapshots = readdirSync(inVar("snapshots"));
    const notebook = join(packageRoot, "notebooks/2026-11-first-look.md");
    writeAsIfNewer(path);
    await expect(query(path, "select 1")).rejects.toThrow(/version number 9999, but we can only read/);
    const note = JSON.parse(readFileSync(path.replace(/duckdb$/, "json"), "utf8"));
    const newer = { ...note, duckdb_version: "v9.0.0", sha256: await sha256OfFile(path) };
    writeFileSync(path.replace(/duckdb$/, "json"), JSON.stringify(newer));
    const said = `was made by DuckDB v9.0.0, and this is ${duckdbVersion()}`;

    const refused = await project.thuocdo("notebook", notebook);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(said);
    expect(refused.err).toContain("Run `thuocdo build`");

    const answer = await project.thuocdo("build");
    expect(answer.code).toBe(0);
    expect(answer.err).toContain(said);
    expect(readdirSync(inVar("snapshots"))).toEqual(snapshots);
    expect(await query(path, "select count(distinct unit_code) as n from marts.sipas_ranking")).toEqual([
      { n: 63 },
    ]);
    expect(JSON.parse(readFileSync(path.replace(/duckdb$/, "json"), "utf8")).duckdb_version).toBe(
      duckdbVersion(),
    );
  });

  test("as a survey store ends the run with 4, says which version this is and what to do, and the release stays", async () => {
    const store = inVar("store/demo.duckdb");
    const whole = readFileSync(store);
    writeAsIfNewer(store);
    const answer = await project.thuocdo("publish");
    writeFileSync(store, whole);
    expect(answer.code).toBe(4);
    expect(answer.err).toContain("version number 9999");
    expect(answer.err).toContain(`written by another version of DuckDB, and this is ${duckdbVersion()}`);
    expect(existsSync(inVar("releases/2023-r1/index.html"))).toBe(true);
  });
});

test("an equal build is not made twice", async () => {
  const before = statSync(only("builds", ".duckdb")).mtimeMs;
  expect((await project.thuocdo("build")).code).toBe(0);
  expect(statSync(only("builds", ".duckdb")).mtimeMs).toBe(before);
  expect(lastRecord(project.folder).phases).toMatchObject([
    { name: "collect" },
    { name: "build", is_new: false },
  ]);
});

test("whoever reads a build goes on reading it while a new one is made", async () => {
  const path = only("builds", ".duckdb");
  const reader = await connect(path, { threads: 1, memoryLimit: "500MB", spillFolder: "" }, "read");
  const ask = () =>
    readRows(reader.connection, "select count(*) as n, sum(score_rank) as ranks from marts.sipas_ranking");
  const before = await ask();
  project.addModel("rounds/2022/cleaning.yaml", (text) => `# another wording of the same rules\n${text}`);
  const made = JSON.parse((await project.thuocdo("build", "--json")).out);
  expect(made.path).not.toBe(path);
  expect(await ask()).toEqual(before);
  reader.close();
  rmSync(join(project.folder, "models/rounds/2022"), { recursive: true });
  rmSync(made.path);
});

test("a truncated Parquet file is found by its hash, put aside, and collected again", async () => {
  const [snapshot = ""] = readdirSync(inVar("snapshots"));
  const before = await hashes(inVar("snapshots", snapshot));
  truncateSync(inVar("snapshots", snapshot, "demo.answers.parquet"), 1000);
  expect((await project.thuocdo("collect")).code).toBe(0);
  expect(warnings()).toContain("is no longer what was collected");
  expect(await hashes(inVar("snapshots", snapshot))).toEqual(before);
});

describe("a release that is no longer what was delivered", () => {
  test("is written again, byte for byte, under its own number", async () => {
    const before = await hashes(inVar("releases/2023-r1"));
    truncateSync(inVar("releases/2023-r1/national/index.html"), 100);
    rmSync(inVar("releases/2023-r1/index.html"));
    const answer = await project.thuocdo("publish", "--json");
    expect(JSON.parse(answer.out)).toMatchObject({ release: "2023-r1", is_new: false });
    expect(answer.err).toContain("is not what was delivered (");
    expect(await hashes(inVar("releases/2023-r1"))).toEqual(before);
  });

  test("and lost its manifest keeps its number for itself: the next release has another", async () => {
    const manifest = readFileSync(inVar("releases/2023-r1/manifest.json"), "utf8");
    writeFileSync(inVar("releases/2023-r1/manifest.json"), manifest.slice(0, 500));
    const answer = await project.thuocdo("publish", "--json");
    expect(JSON.parse(answer.out)).toMatchObject({ release: "2023-r2", is_new: true });
    writeFileSync(inVar("releases/2023-r1/manifest.json"), manifest);
    rmSync(inVar("releases/2023-r2"), { recursive: true });
  });

  test("and a pointer that leads nowhere is set right by the next run", async () => {
    writeFileSync(
      inVar("current.json"),
      '{"release":"2023-r2","folder":"releases/2023-r2","manifest_sha256":""}',
    );
    expect((await project.thuocdo("publish")).code).toBe(0);
    expect(JSON.parse(readFileSync(inVar("current.json"), "utf8"))).toMatchObject({ release: "2023-r1" });
  });
});

test("a survey store that was cut short ends the run with 4, leaves the release, and the demo makes it anew", async () => {
  const store = inVar("store/demo.duckdb");
  truncateSync(store, 20_000);
  const answer = await project.thuocdo("publish");
  expect(answer.code).toBe(4);
  expect(answer.err).toContain(`The survey store at ${store} cannot be opened`);
  expect(existsSync(inVar("releases/2023-r1/index.html"))).toBe(true);
  expect(lastRecord(project.folder)).toMatchObject({
    status: "failed",
    error_kind: "SourceError",
    exit_code: 4,
  });
  const again = await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022");
  expect(again.out).toContain("Demo store with invented respondents");
  expect((await project.thuocdo("publish")).out).toContain("Nothing has changed since release 2023-r1");
});

describe("F74: a value of an earlier round that was published already", () => {
  const publish = async (...args: string[]) => {
    const answer = await project.thuocdo("publish", "--json", ...args);
    return { ...answer, said: answer.out === "" ? null : JSON.parse(answer.out) };
  };

  test("stops the run when it moved, says which and by how much, and the release stays", async () => {
    const [respondent] = await query(
      inVar("store/demo.duckdb"),
      "select min(response_key) as response_key from answers where question_code like 'Q9%'",
    );
    await change(
      inVar("store/demo.duckdb"),
      `delete from answers where response_key = '${respondent?.["response_key"]}'`,
    );
    const { code, err } = await publish();
    expect(code).toBe(6);
    expect(err).toMatch(
      /\d+ values of round 2022 are not those of release 2023-r1:\n {2}marts\.\w+ \{"round_code":"2022"/,
    );
    expect(err).toMatch(/: \w+ was [\d.]+, is [\d.]+/);
    // one person fewer: what would tell that person's answers is withheld
    expect(err).toMatch(/\d+ of them are no longer given: withheld, or without a row/);
    expect(err).toContain("--revision-reason");
    expect(readdirSync(inVar("releases"))).toEqual(["2023-r1"]);
    expect(readdirSync(inVar("tmp"))).toEqual([]);
    expect(lastRecord(project.folder)).toMatchObject({ status: "failed", error_kind: "CheckError" });
  });

  test("may move for a reason, which the release keeps with their number", async () => {
    const reason = "One response of 2022 was withdrawn by its respondent.";
    expect((await publish("--revision-reason", reason)).said).toMatchObject({
      release: "2023-r2",
      is_new: true,
    });
    const manifest = JSON.parse(readFileSync(inVar("releases/2023-r2/manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ revision: 2, revision_reason: reason });
    expect(manifest.moved_values).toBeGreaterThan(10);
    expect(manifest.history_sha256).toBe(await sha256OfFile(inVar("history/2023-r2.parquet")));
  });

  test("is compared with the newest release from then on, and a lost file of values is said", async () => {
    expect((await publish()).said).toMatchObject({ release: "2023-r2", is_new: false });
    rmSync(inVar("history/2023-r2.parquet"));
    project.edit("thuocdo.yaml", (text) => text.replace("language: vi", "language: en"));
    const { said, err } = await publish();
    expect(said).toMatchObject({ release: "2023-r3", is_new: true });
    expect(err).toContain("The values of release 2023-r2 are not there or not whole");
  });
});
