import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { nextDay } from "../../pipelines/schedule/calendar.ts";
import { wallClock } from "../../pipelines/schedule/zonedTime.ts";
import { type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";
import { lastRecord, run, runRecords, start, until } from "./thuocdo.ts";

const zone = "Asia/Ho_Chi_Minh";
let project: ScratchProject;
let settings: string;
beforeAll(async () => {
  project = await scratchProject();
  expect(
    (await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022")).code,
  ).toBe(0);
  settings = readFileSync(join(project.folder, "thuocdo.yaml"), "utf8");
});
beforeEach(() => rmSync(join(project.folder, "var/runs"), { recursive: true, force: true }));
afterAll(() => project.remove());

/** A campaign whose survey is open today, with a collect at the second given. */
function openToday(collectAt: Date): void {
  const [today = "", time] = wallClock(collectAt, zone).split(" ");
  const later = nextDay(nextDay(today));
  project.addModel("rounds/2022/round.yaml", (text) =>
    text.replace("opens: 2022-12-01", `opens: ${today}`).replace("closes: 2022-12-31", `closes: ${today}`),
  );
  writeFileSync(
    join(project.folder, "thuocdo.yaml"),
    `${settings}schedule:\n  times: { collect: "${time}" }\n  rounds:\n    "2022":\n      { opening: ${today}, closing: ${today}, recheck: ${today}, build: ${later}, publish: ${later} }\n`,
  );
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

test("the work is done at its second, in a process of its own, and SIGTERM ends the service within seconds", async () => {
  openToday(inSeconds(4));
  const { child, ended } = start(project.folder, ["schedule"]);
  const runs = join(project.folder, "var/runs");
  await until(
    "the collect of today is done",
    () => existsSync(runs) && lastRecord(project.folder)?.status === "done",
  );
  const record = lastRecord(project.folder);
  expect(record.command).toBe("collect");
  expect(record.pid).not.toBe(child.pid);
  const late = Date.parse(record.started_at) - Date.parse(record.scheduled_for as string);
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(3000);
  const told = performance.now();
  child.kill("SIGTERM");
  const { code, out } = await ended;
  expect(performance.now() - told).toBeLessThan(3000);
  expect(code).toBe(143);
  expect(out).toContain("Open: round 2022.");
  expect(out).toMatch(/Now: \S+ \S+ Asia\/Ho_Chi_Minh: collect \(round 2022\)\./);
  expect(runRecords(project.folder)).toHaveLength(1);
});

test("a time that was missed while the machine was off is answered once at start", async () => {
  openToday(inSeconds(-90));
  expect((await run(project.folder, ["schedule", "--once"])).code).toBe(0);
  expect(runRecords(project.folder).map(({ command, status }) => [command, status])).toEqual([
    ["collect", "done"],
  ]);
  const again = await run(project.folder, ["schedule", "--once"]);
  expect(again.code).toBe(0);
  expect(runRecords(project.folder)).toHaveLength(1);
});

test("SIGTERM while the work goes on stops the work too, in good order", async () => {
  openToday(inSeconds(-90));
  const { child, ended } = start(project.folder, ["schedule"]);
  await until("the child works", () => existsSync(join(project.folder, "var/lock")));
  child.kill("SIGTERM");
  expect((await ended).code).toBe(143);
  expect(lastRecord(project.folder).status).toBe("cancelled");
  expect(existsSync(join(project.folder, "var/lock"))).toBe(false);
});

test("the exit code of the work is that of `schedule --once`", async () => {
  openToday(inSeconds(-90));
  project.edit("thuocdo.yaml", (text) => text.replace("var/store/demo.duckdb", "var/store/absent.duckdb"));
  const { code, err } = await run(project.folder, ["schedule", "--once"]);
  expect(err).toContain("There is no survey store at");
  expect(code).toBe(4);
});

test("a dry run shows the next times and does nothing", async () => {
  openToday(inSeconds(3600));
  const { code, out } = await run(project.folder, ["schedule", "--dry-run"]);
  expect(code).toBe(0);
  expect(out.trim().split("\n").at(-1)).toMatch(/08:00:00 Asia\/Ho_Chi_Minh: publish \(round 2022\)$/);
  expect(out.trim().split("\n").length).toBeLessThanOrEqual(10);
  expect(existsSync(join(project.folder, "var/runs"))).toBe(false);
});

test("a calendar that contradicts the round's fieldwork is refused with both", async () => {
  openToday(inSeconds(3600));
  project.edit("thuocdo.yaml", (text) => text.replace(/opening: [\d-]+/, "opening: 2022-12-02"));
  const { code, err } = await run(project.folder, ["schedule", "--dry-run"]);
  expect(code).toBe(3);
  expect(err).toContain(
    "schedule.rounds.2022.opening: is not the fieldwork of models/rounds/2022/round.yaml",
  );
});
