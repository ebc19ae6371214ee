import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";
import { lastRecord, run, start, until } from "./thuocdo.ts";

let project: ScratchProject;
const inVar = (...parts: string[]) => join(project.folder, "var", ...parts);
beforeAll(async () => {
  project = await scratchProject();
  expect(
    (await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022")).code,
  ).toBe(0);
});
afterAll(() => project.remove());

/** Lets a `publish` come to a table or a phase, as its log tells. */
async function publishUntil(mark: string) {
  const started = start(project.folder, ["publish"]);
  const log = () => {
    const newest = existsSync(inVar("runs"))
      ? readdirSync(inVar("runs")).filter((name) => name.endsWith(".jsonl"))
      : [];
    return readFileSync(inVar("runs", newest.sort().at(-1) as string), "utf8");
  };
  await until("the run holds the lock", () => existsSync(inVar("lock")));
  await until(mark, () => log().includes(mark));
  return started;
}

describe("a run that is told to stop", () => {
  test.each([
    ["SIGINT", 130, "table collected"],
    ["SIGTERM", 143, "clean.responses"],
    ["SIGTERM", 143, '"name":"build"'],
  ] as const)(
    "by %s ends with %i within seconds, is marked cancelled and leaves nothing (at %s)",
    async (signal, exitCode, mark) => {
      const { child, ended } = await publishUntil(mark);
      const told = performance.now();
      child.kill(signal);
      const answer = await ended;
      expect(performance.now() - told).toBeLessThan(6000);
      expect(answer.code).toBe(exitCode);
      expect(answer.err).toContain(`The run was stopped (${signal}); the last release is untouched.`);
      expect(lastRecord(project.folder)).toMatchObject({
        command: "publish",
        status: "cancelled",
        exit_code: exitCode,
        error_kind: "Interrupted",
      });
      expect(existsSync(inVar("lock"))).toBe(false);
      expect(readdirSync(inVar("tmp"))).toEqual([]);
      expect(existsSync(inVar("releases"))).toBe(false);
    },
  );

  test("twice leaves at once without putting things in order; the next run finds it crashed and does that", async () => {
    const { child, ended } = await publishUntil("table collected");
    child.kill("SIGINT");
    child.kill("SIGINT");
    await setTimeout(1);
    child.kill("SIGINT");
    const { code } = await ended;
    expect(code).toBe(130);
    expect((await run(project.folder, ["collect"])).code).toBe(0);
    expect(existsSync(inVar("lock"))).toBe(false);
    expect(readdirSync(inVar("tmp"))).toEqual([]);
  });

  test("by a kill is shown as crashed at once, and settled by the next run", async () => {
    const { child, ended } = await publishUntil("table collected");
    child.kill("SIGKILL");
    await ended;
    expect(lastRecord(project.folder).status).toBe("running");
    expect((await run(project.folder, ["runs", "list"])).out.trim().split("\n").at(-1)).toContain(
      "publish  crashed",
    );
    const { id } = lastRecord(project.folder);
    expect((await run(project.folder, ["collect"])).err).toContain(`Run ${id} (publish) had crashed.`);
    const shown = JSON.parse((await run(project.folder, ["runs", "show", id])).out);
    expect(shown).toMatchObject({ status: "crashed", error: "Its process ended without a word." });
  });
});
