import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256OfFile } from "../../pipelines/files.ts";
import { findProblems, readPointer, readReleases } from "../../pipelines/releases.ts";
import { type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";
import { lastRecord, run, start } from "./thuocdo.ts";

/** 20 in the suite; `npm run study` asks for 500. */
const kills = Number(process.env["THUOCDO_KILLS"] ?? 20);

let project: ScratchProject;
let calm: { seconds: number; manifest: string };
beforeAll(async () => {
  project = await scratchProject();
  expect(
    (await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022")).code,
  ).toBe(0);
  const answer = await run(project.folder, ["publish"]);
  expect(answer.code).toBe(0);
  calm = { seconds: answer.seconds, manifest: await sha256OfFile(manifestOf(project.folder)) };
});
afterAll(() => project.remove());

const manifestOf = (folder: string) => join(folder, "var/releases/2023-r1/manifest.json");

/** Every release that can be seen is whole, and the pointer leads to one. */
async function assertReadable(folder: string): Promise<void> {
  const varPath = (...parts: string[]) => join(folder, "var", ...parts);
  const releases = await readReleases({ varPath });
  for (const manifest of releases) {
    expect(await findProblems(varPath("releases", manifest.release), manifest)).toEqual([]);
  }
  const pointer = await readPointer({ varPath });
  if (pointer) {
    expect(await sha256OfFile(varPath(pointer.folder, "manifest.json"))).toBe(pointer.manifest_sha256);
  }
}

/** Spreads the moments evenly over a run of this length, in an order without pattern, the same in every suite. */
function momentOf(count: number, seconds: number): number {
  return ((count * 0.618034) % 1) * seconds * 1000;
}

test(
  `${kills} kills at moments all over a publish: what is seen is always whole, and the next run ends as if nothing had been`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "thuocdo-kill-"));
    const afresh = () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(join(folder, "var"), { recursive: true });
      cpSync(join(project.folder, "thuocdo.yaml"), join(folder, "thuocdo.yaml"));
      cpSync(join(project.folder, "var/store"), join(folder, "var/store"), { recursive: true });
    };
    // A run that goes on from what a killed one left behind is shorter; one that ends before its kill shows by how much.
    const lasts = { afresh: calm.seconds, resumed: calm.seconds };
    let completed = 0;
    let isDone = false;
    for (let count = 0; count < kills; count += 1) {
      const kind = count % 5 === 0 || isDone ? "afresh" : "resumed";
      if (kind === "afresh") afresh();
      const { child, ended } = start(folder, ["publish"]);
      await Promise.race([setTimeout(momentOf(count, lasts[kind])), ended]);
      child.kill("SIGKILL");
      const { code, seconds } = await ended;
      isDone = code === 0;
      if (isDone) {
        completed += 1;
        lasts[kind] = Math.min(lasts[kind], seconds);
      }
      await assertReadable(folder);
    }
    expect(completed).toBeLessThan(kills / 2);
    const last = await run(folder, ["publish"]);
    expect(last.code).toBe(0);
    await assertReadable(folder);
    expect(await sha256OfFile(manifestOf(folder))).toBe(calm.manifest);
    expect(JSON.parse(readFileSync(join(folder, "var/current.json"), "utf8"))).toMatchObject({
      release: "2023-r1",
    });
    expect(readdirSync(join(folder, "var/releases"))).toEqual(["2023-r1"]);
    expect(readdirSync(join(folder, "var/tmp"))).toEqual([]);
    expect(existsSync(join(folder, "var/lock"))).toBe(false);
    expect(lastRecord(folder).status).toBe("done");
    rmSync(folder, { recursive: true });
  },
  1_200_000 * Math.max(1, kills / 20),
);
