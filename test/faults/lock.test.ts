import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LockedError } from "../../models/errors.ts";
import { withLock } from "../../pipelines/lock.ts";
import { type Owner, readLock } from "../../pipelines/lockFile.ts";
import { packageRoot } from "../../pipelines/packageRoot.ts";
import { processStart } from "../../pipelines/processIdentity.ts";
import { type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";
import { lastRecord, run, start, until } from "./thuocdo.ts";

let project: ScratchProject;
let lock: string;
beforeAll(async () => {
  project = await scratchProject();
  lock = join(project.folder, "var/lock");
  expect((await project.thuocdo("demo", "--respondents", "600", "--units", "3")).code).toBe(0);
});
beforeEach(() => rmSync(lock, { force: true }));
afterAll(() => project.remove());

function leaveLock(owner: Partial<Owner>, secondsAgo = 0): void {
  const whole: Owner = {
    token: "another",
    run: "20230101-000000-001",
    command: "publish",
    pid: process.pid,
    process_start: processStart(process.pid),
    host: hostname(),
    since: "2023-01-01T00:00:00.000Z",
    ...owner,
  };
  writeFileSync(lock, JSON.stringify(whole));
  const beat = Date.now() / 1000 - secondsAgo;
  utimesSync(lock, beat, beat);
}

describe("two runs at once", () => {
  test("the second is told who holds the project since when, ends with 7, and its attempt is recorded", async () => {
    const first = start(project.folder, ["publish"]);
    await until("the first run holds the lock", () => existsSync(lock));
    const second = await run(project.folder, ["collect"]);
    expect(second.code).toBe(7);
    expect(second.err).toMatch(
      new RegExp(
        `The project is in use by \`thuocdo publish\` \\(run \\d{8}-\\d{6}-\\d{3}, process ${first.child.pid} on \\S+\\) since \\d{4}-`,
      ),
    );
    expect(lastRecord(project.folder)).toMatchObject({ command: "collect", status: "refused", exit_code: 7 });
    const readers = await Promise.all([
      run(project.folder, ["releases"]),
      run(project.folder, ["runs", "list"]),
    ]);
    expect(readers.map(({ code }) => code)).toEqual([0, 0]);
    expect(readers[1]?.out).toMatch(/publish {2}running/);
    first.child.kill("SIGKILL");
    await first.ended;
  });
});

describe("a lock that was left behind", () => {
  test("by a process that is gone is taken over, and the record says from whom", async () => {
    const gone = spawn("true");
    await new Promise((resolve) => gone.on("exit", resolve));
    leaveLock({ pid: gone.pid as number, process_start: null });
    const answer = await project.thuocdo("collect");
    expect(answer.code).toBe(0);
    expect(lastRecord(project.folder).warnings.join(" ")).toContain(
      `The lock was taken over from \`thuocdo publish\` (run 20230101-000000-001, process ${gone.pid} on ${hostname()})`,
    );
    expect(existsSync(lock)).toBe(false);
  });

  test("by a process whose number another process has now is taken over", async ({ skip }) => {
    if (processStart(process.pid) === null) skip("this system does not tell when a process started");
    leaveLock({ process_start: "an-earlier-boot/17" });
    expect((await project.thuocdo("collect")).code).toBe(0);
  });

  test("by another machine stays while its heart beats, and is taken over after five silent minutes", async () => {
    leaveLock({ host: "another-machine" }, 240);
    expect((await project.thuocdo("collect")).code).toBe(7);
    leaveLock({ host: "another-machine" }, 301);
    expect((await project.thuocdo("collect")).code).toBe(0);
    expect(lastRecord(project.folder).warnings.join(" ")).toContain("no sign of life for 301 s");
  });

  test("with a text that nobody can read is taken over once it is silent, not before", async () => {
    writeFileSync(lock, "{ torn");
    expect((await project.thuocdo("collect")).code).toBe(7);
    utimesSync(lock, 1_600_000_000, 1_600_000_000);
    expect((await project.thuocdo("collect")).code).toBe(0);
  });
});

test("of twelve processes that find the same stale lock, never two hold it at once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-race-"));
  const path = join(folder, "lock");
  const log = join(folder, "log");
  writeFileSync(log, "");
  writeFileSync(
    path,
    JSON.stringify({ token: "dead", host: hostname(), pid: 2 ** 22 + 1, process_start: null }),
  );
  const script = `
    import { appendFileSync } from "node:fs";
    import { withLock } from ${JSON.stringify(join(packageRoot, "dist/pipelines/lock.js"))};
    const wanted = { run: String(process.pid), command: "race", since: new Date(0) };
    for (let i = 0; i < 30; i += 1) {
      try {
        await withLock(${JSON.stringify(path)}, wanted, async () => {
          appendFileSync(${JSON.stringify(log)}, "in ");
          await new Promise((resolve) => setTimeout(resolve, 3));
          appendFileSync(${JSON.stringify(log)}, "out ");
          if (i % 7 === 3) process.kill(process.pid, "SIGKILL"); // dies as a holder, for the others to find
        });
        break;
      } catch (error) {
        if (error.name !== "LockedError") throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.floor(5 + i)));
      }
    }`;
  const children = Array.from({ length: 12 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "inherit", "inherit"],
    }),
  );
  await Promise.all(children.map((child) => new Promise((resolve) => child.on("close", resolve))));
  const steps = readFileSync(log, "utf8").trim().split(" ");
  expect(steps.length).toBeGreaterThanOrEqual(4);
  expect(steps.filter((step, i) => step !== (i % 2 === 0 ? "in" : "out"))).toEqual([]);
  rmSync(folder, { recursive: true });
});

test("a run whose lock was taken over while it slept writes nothing more, and leaves the other's lock alone", async () => {
  const wanted = { run: "slept", command: "publish", since: new Date(0) };
  let told: LockedError | undefined;
  const onLost = (error: LockedError) => {
    told = error;
  };
  const slept = withLock(
    lock,
    { ...wanted, onLost },
    async (lease) => {
      await lease.assertHeld();
      rmSync(lock);
      leaveLock({ token: "the other", host: "another-machine" });
      await setTimeout(60);
      await lease.assertHeld();
    },
    { beatEvery: 10, staleAfter: 1000 },
  );
  await expect(slept).rejects.toThrow(/taken over by `thuocdo publish` .* on another-machine/);
  expect(told?.exitCode).toBe(7);
  expect((await readLock(lock))?.owner?.token).toBe("the other");
});

test("the heartbeat keeps a long run's lock fresh", async () => {
  await withLock(
    lock,
    { run: "long", command: "publish", since: new Date(0) },
    async () => {
      const first = (await readLock(lock))?.beatAt as number;
      await setTimeout(150);
      expect((await readLock(lock))?.beatAt).toBeGreaterThan(first + 50);
    },
    { beatEvery: 20, staleAfter: 1000 },
  );
});
