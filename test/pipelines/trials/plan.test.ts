import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Plan } from "../../../pipelines/plan/plan.ts";
import { change, type ScratchProject, scratchProject } from "../scratchProject.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }); // other work may share the machine

let project: ScratchProject;
beforeAll(async () => {
  project = await scratchProject();
  expect((await project.thuocdo("demo", "--respondents", "300", "--units", "2")).code).toBe(0);
});
afterAll(() => project.remove());

async function plan(): Promise<Plan> {
  const answer = await project.thuocdo("plan", "--json");
  expect(answer.err).toBe("");
  return JSON.parse(answer.out) as Plan;
}

test("before the first release everything is new", async () => {
  const first = await plan();
  expect(first.since).toBeNull();
  expect(first.reach).toMatchObject({ rounds: "all", units: "all", nodes: "all" });
  expect(first.changes.map(({ name }) => name)).toContain("models/rounds/2022/cleaning.yaml");
});

test("a trial is never published: the release holds the official build, and then nothing is new", async () => {
  const recipe = join(project.folder, "five.yaml");
  writeFileSync(recipe, 'why: { vi: "Thử.", en: "A trial." }\nsipas: { rules: { satisfied_from: 5 } }\n');
  expect((await project.thuocdo("build", "--round", "2022", "--recipe", recipe, "--as", "five")).err).toBe(
    "",
  );
  const { release } = JSON.parse((await project.thuocdo("publish", "--json")).out) as { release: string };
  const read = (path: string) => JSON.parse(readFileSync(join(project.folder, "var", path), "utf8"));
  expect(read(`releases/${release}/manifest.json`).build).toBe(read("trials/five/trial.json").beside);
  expect(await plan()).toMatchObject({
    since: "2023-r1",
    changes: [],
    reach: { rounds: [], units: [], nodes: [], marts: [] },
  });
});

test("a plan is told by its hash, which stays while nothing changes", async () => {
  const [one, two] = [await plan(), await plan()];
  expect(two).toEqual(one);
  expect(one.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("F35: one changed margin names its recipe, its round and its unit; one new answer its unit only", async () => {
  const before = await plan();
  for (const file of ["round.yaml", "cleaning.yaml", "weighting.yaml"])
    project.addModel(`rounds/2022/${file}`, (text) => text);
  project.addModel("rounds/2022/margins.csv", (text) =>
    text
      .replace(/^(01,gender,male,)(\d+)/m, (_, start, n) => `${start}${Number(n) - 1}`)
      .replace(/^(01,gender,female,)(\d+)/m, (_, start, n) => `${start}${Number(n) + 1}`),
  );
  const margins = await plan();
  expect(margins.changes).toEqual([
    { kind: "recipe", name: "models/rounds/2022/margins.csv", change: "changed", n_rows: null },
  ]);
  expect(margins.reach).toMatchObject({ rounds: ["2022"], units: ["01"], nodes: "all" });
  expect(margins.reach.marts).toContain("marts.sipas_ranking");
  expect(margins.reach.marts).not.toContain("marts.par_history");
  expect(margins.sha256).not.toBe(before.sha256);

  await change(
    join(project.folder, "var/store/demo.duckdb"),
    "delete from answers where response_key = (select min(response_key) from responses) and question_code = 'A_age'",
  );
  const answers = await plan();
  expect(answers.changes.find(({ kind }) => kind === "input")).toMatchObject({
    name: "demo.answers",
    n_rows: 1,
  });
  expect(answers.reach.units).toEqual(["01"]);
});
