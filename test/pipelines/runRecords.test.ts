import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { openProject } from "../../pipelines/project.ts";
import { newRunId, readRunRecords } from "../../pipelines/runRecords.ts";
import { lastRecord } from "../faults/thuocdo.ts";
import { type ScratchProject, scratchProject } from "./scratchProject.ts";

let project: ScratchProject;
beforeAll(async () => {
  project = await scratchProject();
  expect(
    (await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022")).code,
  ).toBe(0);
});
afterEach(() => vi.useRealTimers());
afterAll(() => project.remove());

describe("a run's id", () => {
  let folder: string;
  const idAt = (time: string) => newRunId(folder, new Date(time));
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "thuocdo-ids-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("goes up with the clock, and within one second by count", async () => {
    expect(await idAt("2023-04-10T01:00:00Z")).toBe("20230410-010000-001");
    expect(await idAt("2023-04-10T01:00:00Z")).toBe("20230410-010000-002");
    expect(await idAt("2023-04-10T01:00:01Z")).toBe("20230410-010001-001");
  });

  test("goes on upward when the clock is set back", async () => {
    expect(await idAt("2021-01-01T00:00:00Z")).toBe("20230410-010001-002");
    expect(await idAt("2023-04-10T01:00:00Z")).toBe("20230410-010001-003");
    expect(await idAt("2023-04-10T01:00:02Z")).toBe("20230410-010002-001");
  });

  test("is never given twice, though ten ask at once", async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => idAt("2024-01-01T00:00:00Z")));
    expect([...ids].sort().map((id) => id.slice(-3))).toEqual([
      "001",
      "002",
      "003",
      "004",
      "005",
      "006",
      "007",
      "008",
      "009",
      "010",
    ]);
  });
});

describe("a run record", () => {
  test("holds what went in, what came out, how long it took, on what, and how it ended", async () => {
    expect((await project.thuocdo("build")).code).toBe(0);
    const record = lastRecord(project.folder);
    expect(record).toMatchObject({
      command: "build",
      status: "done",
      exit_code: 0,
      pid: process.pid,
      code_version: "0.1.0",
      node_version: process.version,
      duckdb_version: "v1.5.5",
      warnings: [],
      inputs: {
        snapshot: expect.stringMatching(/^[0-9a-f]{64}$/),
        models: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      phases: [
        {
          name: "collect",
          rows: { "par-published.scorecards": 51, "demo.instrument_questions": expect.any(Number) },
        },
        { name: "build", is_new: true, warnings: 0 },
      ],
    });
    expect(record.code_sha256).toMatch(/^[0-9a-f]{64}$/);
    const inPhases = record.phases.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(record.seconds).toBeGreaterThanOrEqual(inPhases);
  });

  test("keeps true durations and rising ids while the clock jumps back a year in mid-run", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2030-06-01T00:00:00Z") });
    const running = project.thuocdo("collect");
    vi.setSystemTime(new Date("2029-06-01T00:00:00Z"));
    await running;
    const first = lastRecord(project.folder);
    await project.thuocdo("collect");
    const second = lastRecord(project.folder);
    expect(second.id > first.id).toBe(true);
    for (const { seconds } of [first, second]) {
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThan(60);
    }
  });

  test("is listed in the office's time though the machine stands in New York in summer", async () => {
    expect(process.env["TZ"]).toBe("America/New_York");
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-06-30T18:30:00Z") });
    await project.thuocdo("collect");
    const list = await project.thuocdo("runs", "list");
    expect(list.out.split("\n").at(-1)).toMatch(
      /^20310630-183000-001 {2}2031-07-01 01:30:00 \+07 {2}collect {2}done/,
    );
  });

  test("of a run that failed names the kind of error and its exit code", async () => {
    project.edit("thuocdo.yaml", (text) => text.replace("var/store/demo.duckdb", "var/store/absent.duckdb"));
    expect((await project.thuocdo("collect")).code).toBe(4);
    expect(lastRecord(project.folder)).toMatchObject({
      status: "failed",
      error_kind: "SourceError",
      exit_code: 4,
    });
    project.edit("thuocdo.yaml", (text) => text.replace("var/store/absent.duckdb", "var/store/demo.duckdb"));
    const records = await readRunRecords(openProject(project.folder));
    expect(records.map(({ id }) => id)).toEqual(records.map(({ id }) => id).sort());
  });
});

test("neither record nor log nor screen holds a secret of the configuration or anybody's address", async () => {
  const secret = "s3cret-Pa55";
  project.edit("thuocdo.yaml", (text) =>
    text.replace("var/store/demo.duckdb", `postgres://office:${secret}@store.example/survey?token=${secret}`),
  );
  const answer = await project.thuocdo("collect");
  expect(answer.code).toBe(4);
  const { id } = lastRecord(project.folder);
  const kept = ["json", "jsonl"].map((ending) =>
    readFileSync(join(project.folder, `var/runs/${id}.${ending}`), "utf8"),
  );
  for (const text of [answer.err, answer.out, ...kept]) expect(text).not.toContain(secret);
  expect(answer.err).toContain("postgres:/***@store.example");
});
