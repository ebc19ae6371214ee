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
  expect(
    (await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022")).code,
  ).toBe(0);
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

describe("on a drive without hard links", () => {
  /** Loaded into the process before the command: every link fails as such drives let it fail. */
  const noLinks = `data:text/javascript,${encodeURIComponent(`
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    fs.promises.link = async () => { throw Object.assign(new Error("no hard links here"), { code: "ENOTSUP" }); };
    syncBuiltinESMExports();`)}`;
  const env = { ...process.env, NODE_OPTIONS: `--import=${noLinks}` };

  test("one run at a time all the same: the second is refused, the lock is given back, and a dead one taken over", async () => {
    const first = start(project.folder, ["publish"], { env });
    await until("the first run holds the lock", () => existsSync(lock));
    const second = await run(project.folder, ["collect"], { env });
    expect(second.code).toBe(7);
    expect(second.err).toContain("The project is in use by");
    first.child.kill("SIGKILL");
    await first.ended;
    expect(existsSync(lock)).toBe(true);
    const third = await run(project.folder, ["collect"], { env });
    expect(third.code).toBe(0);
    expect(lastRecord(project.folder).warnings.join(" ")).toContain(
      "The lock was taken over from `thuocdo publish`",
    );
    expect(existsSync(lock)).toBe(false);
    expect(existsSync(`${lock}.claim`)).toBe(false);
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

test("of six processes that find the same stale lock at once, never two hold it together, in sixty rounds", async () => {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-race-"));
  const rounds = Array.from({ length: 60 }, (_, round) => join(folder, `lock-${round}`));
  const dead = JSON.stringify({ token: "dead", host: hostname(), pid: 2 ** 22 + 1, process_start: null });
  for (const path of rounds) writeFileSync(path, dead);
  const script = `
    import { appendFileSync } from "node:fs";
    import { withLock } from ${JSON.stringify(join(packageRoot, "dist/pipelines/lock.js"))};
    const wanted = { run: String(process.pid), command: "race", since: new Date(0) };
    const first = ${Date.now() + 2500};
    for (const [round, path] of ${JSON.stringify(rounds)}.entries()) {
      while (Date.now() < first + round * 60); // all begin at the same moment
      await withLock(path, wanted, async () => {
        appendFileSync(path + ".log", "in ");
        await new Promise((resolve) => setTimeout(resolve, 15));
        appendFileSync(path + ".log", "out ");
      }).catch((error) => {
        if (error.name !== "LockedError") throw error;
      });
    }`;
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "inherit", "inherit"],
    }),
  );
  await Promise.all(children.map((child) => new Promise((resolve) => child.on("close", resolve))));
  for (const path of rounds) {
    const steps = readFileSync(`${path}.log`, "utf8").trim().split(" ");
    expect(steps.filter((step, i) => step !== (i % 2 === 0 ? "in" : "out"))).toEqual([]);
    expect(existsSync(path)).toBe(false);
  }
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
