import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";
import { lastRecord, run, start, until } from "./thuocdo.ts";

const isRoot = process.getuid?.() === 0;

let project: ScratchProject;
beforeAll(async () => {
  project = await scratchProject();
  expect(
    (await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022")).code,
  ).toBe(0);
});
afterAll(() => project.remove());

/** A project whose var is a file system of its own of so many megabytes; null where this user may not mount one. */
function onSmallDisk(megabytes: number, freeDisk: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-small-"));
  const disk = join(folder, "disk");
  try {
    execFileSync("mkdir", [disk]);
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "none", disk], { stdio: "pipe" });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  cpSync(join(project.folder, "var/store"), join(folder, "store"), { recursive: true });
  const settings = readFileSync(join(project.folder, "thuocdo.yaml"), "utf8")
    .replace("var: var", `var: disk\nfree_disk: ${freeDisk}`)
    .replace("var/store/demo.duckdb", "store/demo.duckdb");
  writeFileSync(join(folder, "thuocdo.yaml"), settings);
  onTestFinished(() => {
    execFileSync("umount", [disk]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

const cannotMount = "only root may mount a small file system; run the tests as root to provoke a full disk";

describe("a disk of 8 MB", () => {
  test("is refused before any work, with what is free and what is needed", async ({ skip }) => {
    const small = onSmallDisk(8, "200MB");
    if (small === null) return skip(cannotMount);
    const { code, err } = await run(small, ["publish"]);
    expect(code).toBe(8);
    expect(err).toMatch(/The disk has too little room: \S+disk has 8 MB free, and a run needs 200 MB\./);
    expect(existsSync(join(small, "disk/snapshots"))).toBe(false);
    expect(JSON.parse(readFileSync(onlyRecord(join(small, "disk/runs")), "utf8"))).toMatchObject({
      status: "failed",
      error_kind: "StorageError",
      exit_code: 8,
    });
  });

  test("that fills up in the middle of a build ends the run with 8 and leaves no half of anything", async ({
    skip,
  }) => {
    const small = onSmallDisk(8, "1MB");
    if (small === null) return skip(cannotMount);
    const { code, err } = await run(small, ["publish"]);
    expect(err).toMatch(/The disk is full: \S+warehouse\.duckdb could not be written\./);
    expect(code).toBe(8);
    expect(readdirSync(join(small, "disk/tmp"))).toEqual([]);
    expect(readdirSync(join(small, "disk")).sort()).toEqual(["runs", "snapshots", "tmp"]);
  });
});

test("a disk that fills up while pages are written ends with 8, and the earlier release stays whole", async ({
  skip,
}) => {
  const small = onSmallDisk(320, "1MB"); // room for the first release and for what a second run asks before it starts
  if (small === null) return skip(cannotMount);
  const disk = (...parts: string[]) => join(small, "disk", ...parts);
  expect((await run(small, ["publish"])).code).toBe(0);
  const pointer = readFileSync(disk("current.json"), "utf8");
  const settings = join(small, "thuocdo.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("language: vi", "language: en"));

  const { ended } = start(small, ["publish"]);
  await until("the build is there and pages are drawn", () =>
    secondLog(disk("runs")).includes('"name":"build"'),
  );
  execFileSync(
    "sh",
    ["-c", `dd if=/dev/zero of=${disk("filler")} bs=1M; truncate -s -6M ${disk("filler")}`],
    {
      stdio: "pipe",
    },
  );
  const { code, err } = await ended;
  expect(err).toMatch(/The disk is full: \S+2023-r2 could not be written\./);
  expect(code).toBe(8);
  expect(readFileSync(disk("current.json"), "utf8")).toBe(pointer);
  expect(readdirSync(disk("releases"))).toEqual(["2023-r1"]);
  expect(readdirSync(disk("tmp"))).toEqual([]);
  rmSync(disk("filler"));
  expect((await run(small, ["publish"])).out).toContain("Release 2023-r2 is ready");
}, 180_000);

function secondLog(folder: string): string {
  const second = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()[1];
  return second ? readFileSync(join(folder, second), "utf8") : "";
}

function onlyRecord(folder: string): string {
  return join(folder, readdirSync(folder).find((name) => name.endsWith(".json")) as string);
}

describe("a folder that may not be written", () => {
  test("by this user is refused before any work with 8, and says what to do", async ({ skip }) => {
    if (!isRoot) return skip("only root may start a process as another user");
    chmodSync(project.folder, 0o755);
    const { code, err } = await run(project.folder, ["publish"], { uid: 65534, gid: 65534 });
    expect(code).toBe(8);
    expect(err).toMatch(/var\S* cannot be written: this user has no right to\./);
    expect(err).toContain("Give this user the right to write the folder `var`");
    expect(existsSync(join(project.folder, "var/snapshots"))).toBe(false);
  });

  test("in one part only (the releases) ends with 8, and what was there stays", async ({ skip }) => {
    if (!isRoot) return skip("only root may start a process as another user");
    const folder = mkdtempSync(join(tmpdir(), "thuocdo-uid-"));
    cpSync(project.folder, folder, { recursive: true });
    execFileSync("chown", ["-R", "65534:65534", folder]);
    execFileSync("mkdir", ["-p", join(folder, "var/snapshots")]);
    chownSync(join(folder, "var/snapshots"), 0, 0);
    const { code, err } = await run(folder, ["collect"], { uid: 65534, gid: 65534 });
    expect(err).toMatch(/cannot be written: this user has no right to\./);
    expect(code).toBe(8);
    expect(lastRecord(folder)).toMatchObject({ status: "failed", error_kind: "StorageError" });
    expect(readdirSync(join(folder, "var/tmp"))).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  test("because its file system is read-only is told apart from missing rights, with the same exit code", async ({
    skip,
  }) => {
    const small = onSmallDisk(70, "1MB");
    if (small === null) return skip(cannotMount);
    execFileSync("mount", ["-o", "remount,ro", join(small, "disk")]);
    const { code, err } = await run(small, ["collect"]);
    expect(code).toBe(8);
    expect(err).toMatch(/cannot be written: its file system is read-only\./);
    expect((await run(small, ["releases"])).code).toBe(0);
  });
});

test("work that does not fit into memory_limit ends with 8 and names the setting", async () => {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-memory-"));
  cpSync(project.folder, folder, { recursive: true });
  const settings = join(folder, "thuocdo.yaml");
  writeFileSync(settings, `${readFileSync(settings, "utf8")}memory_limit: 8MB\n`);
  const { code, err } = await run(folder, ["build"]);
  expect(err).toContain("did not fit into memory_limit");
  expect(code).toBe(8);
  expect(readdirSync(join(folder, "var/tmp"))).toEqual([]);
  rmSync(folder, { recursive: true });
});
