import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { WarehouseDiff } from "../../../models/recipes/warehouseDiff.ts";
import { query, type ScratchProject, scratchProject } from "../scratchProject.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }); // other work may share the machine

let project: ScratchProject;
beforeAll(async () => {
  project = await scratchProject();
  expect((await project.thuocdo("demo", "--respondents", "900", "--units", "3")).code).toBe(0);
  expect((await project.thuocdo("build")).err).toBe("");
});
afterAll(() => project.remove());

const why = `why: { vi: "Thử.", en: "A trial." }\n`;

async function trial(name: string, recipe: string, ...options: string[]) {
  const path = join(project.folder, `${name}.yaml`);
  writeFileSync(path, why + recipe);
  return project.thuocdo("build", "--round", "2022", "--recipe", path, "--as", name, ...options);
}

async function diffOf(name: string): Promise<WarehouseDiff> {
  const answer = await project.thuocdo("diff", "official", name, "--json");
  expect(answer.err).toBe("");
  return JSON.parse(answer.out) as WarehouseDiff;
}

describe("a trial", () => {
  test("that changes nothing differs in nothing", async () => {
    const built = await trial("same", "cleaning: { duplicate_keeps: first_submitted }\n");
    expect(built.err).toBe("");
    const { nodes, units, causes } = await diffOf("same");
    expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set(["unchanged"]));
    expect(units.every(({ places_gained }) => places_gained === 0)).toBe(true);
    expect(causes).toEqual(["recipe"]); // its words are other words
  });

  test("counts who joined, and says how far each value moved against the error of its difference", async () => {
    await trial("late", "cleaning: { exclusions: { after_closing: null } }\n", "--whole");
    const diff = await diffOf("late");
    const late = await query(
      join(project.folder, "var/trials/late/warehouse.duckdb"),
      `select unit_code, count(*)::integer as n from clean.response_status s
       join spec.sipas_rules using (round_code, index_code) join staging.responses r using (round_code, index_code, response_key)
       where is_valid and r.submitted_at >= closes_at group by all order by all`,
    );
    expect(late.length).toBeGreaterThan(0);
    expect(diff.units.map(({ unit_code, n_joined }) => [unit_code, n_joined]).sort()).toEqual(
      late.map(({ unit_code, n }) => [unit_code, n]),
    );
    for (const { n_old, n_new, n_left, n_joined } of diff.units)
      expect(n_new - n_old).toBe(n_joined - n_left);
    const nation = diff.nodes.find((row) => row.domain_level === "nation" && row.node_level === "overall");
    expect(nation?.status).toBe("ok");
    expect(nation?.difference_se).toBeGreaterThan(0);
    expect(nation?.difference_se).toBeLessThan(nation?.old_se as number);
    expect(nation?.difference).toBeCloseTo(
      (nation?.new_percent as number) - (nation?.old_percent as number),
      12,
    );
  });

  test("gives the very bytes of a build whose round says the same", async () => {
    await trial("five", "sipas: { rules: { satisfied_from: 5 } }\n");
    for (const round of ["2022", "2023"]) // both, for change is told between them
      project.addModel(`rounds/${round}/round.yaml`, (text) => text.replace("value: 4\n", "value: 5\n"));
    const built = JSON.parse((await project.thuocdo("build", "--json")).out) as { path: string };
    rmSync(join(project.folder, "models"), { recursive: true });
    const estimates = "select * from estimates.sipas where round_code = '2022' order by all";
    expect(await query(join(project.folder, "var/trials/five/warehouse.duckdb"), estimates)).toEqual(
      await query(built.path, estimates),
    );
    expect((await project.thuocdo("build")).code).toBe(0); // official again
  });

  test("is rebuilt only where the recipe reaches", async () => {
    const recipe = "weighting: { calibration: { margins: [gender, age] } }\n";
    expect((await trial("reach", recipe)).out).not.toContain("takes the place");
    expect((await trial("reach", recipe)).out).toContain(
      "It takes the place of the trial of round 2022 that was called so before.",
    );
    const note = JSON.parse(readFileSync(join(project.folder, "var/trials/reach/trial.json"), "utf8"));
    expect(note.made_tables).toContain("weights.calibration_factors");
    expect(note.made_tables.filter((name: string) => name.startsWith("staging."))).toEqual([]);
    expect(existsSync(join(project.folder, "var/trials/reach/models/rounds/2022/weighting.yaml"))).toBe(true);
  });

  test("holds its own round and no other, unless it is whole", async () => {
    const rounds = (name: string) =>
      query(
        join(project.folder, `var/trials/${name}/warehouse.duckdb`),
        "select distinct round_code from estimates.sipas order by all",
      );
    expect(await rounds("reach")).toEqual([{ round_code: "2022" }]);
    expect(await rounds("late")).toEqual([{ round_code: "2022" }, { round_code: "2023" }]);
    const other = await project.thuocdo("diff", "official", "reach", "--round", "2023");
    expect(other.code).toBe(2);
    expect(other.err).toContain('The trial "reach" holds round 2022 only, not 2023.');
    const unknown = await project.thuocdo("diff", "official", "late", "--round", "2031");
    expect(unknown.err).toContain('Neither "official" nor "late" holds a round 2031.');
    const noYear = await project.thuocdo("diff", "official", "late", "--round", "20'22");
    expect(noYear.err).toContain(`A round is named by its year; "20'22" is none.`);
  });

  test("writes a page in the language of the project, with its chart", async () => {
    const folder = join(project.folder, "page");
    expect(
      (await project.thuocdo("diff", "official", "late", "--html", folder, "--formats", "xlsx")).err,
    ).toBe("");
    const page = readFileSync(join(folder, "index.html"), "utf8");
    expect(page).toContain("Bản thử late so với bản tính hiện hành, năm 2022");
    expect(readdirSync(folder).filter((name) => name.endsWith("-minh-hoa.xlsx"))).toHaveLength(1);
    expect(page).toContain("<svg");
    expect(page).toContain("dữ liệu minh họa");
  });
});

describe("a recipe is refused", () => {
  test.each([
    ["a key that no file has", "cleaning: { duplicates: last }\n", "cleaning.duplicates: "],
    [
      "a value that a rule does not know",
      "cleaning: { duplicate_keeps: both }\n",
      "cleaning.duplicate_keeps.value: ",
    ],
    ["a section that is none", "clean: {}\n", "clean: "],
    ["a margin without numbers", "weighting: { calibration: { margins: [education] } }\n", "education"],
    [
      "a cap that must be above the median",
      "weighting: { trimming: { method: cap, above_median: 1, max_rounds: 9 } }\n",
      "weighting.trimming.above_median: is 1; more than 1 is needed",
    ],
    ["a file that is not there", "files: { margins.csv: nowhere.csv }\n", "nowhere.csv is not there"],
  ])("for %s, named by its place in the recipe", async (_, recipe, words) => {
    const answer = await trial("wrong", recipe);
    expect(answer.code).toBe(3);
    expect(answer.err).toContain("1 problem in the recipe:");
    expect(answer.err).toContain(words);
    expect(existsSync(join(project.folder, "var/trials/wrong"))).toBe(false);
  });

  test("for a key that is none, with what a recipe has", async () => {
    expect((await trial("wrong", "weigthing: {}\n")).err).toContain(
      "A recipe has why, sipas, cleaning, weighting, validation, recheck and files.",
    );
  });

  test("without a name, or under a name that means something else", async () => {
    expect((await project.thuocdo("build", "--as", "x")).code).toBe(2);
    expect((await trial("official", "cleaning: {}\n")).err).toContain('cannot be called "official"');
    expect((await trial("..", "cleaning: {}\n")).code).toBe(2);
  });
});

test("a recheck told of a level that is none is wrong usage, and names those there are", async () => {
  const answer = await project.thuocdo("recheck", "reconcile", "--round", "2022", "--level", "person");
  expect(answer.code).toBe(2);
  expect(answer.err).toContain("Allowed choices are nation, interviewer, team, commune, unit.");
});

test("a comparison with something that is not there names what is", async () => {
  const answer = await project.thuocdo("diff", "official", "nothing");
  expect(answer.code).toBe(2);
  expect(answer.err).toContain('There is no warehouse called "nothing".');
});
