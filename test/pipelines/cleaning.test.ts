import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { WarehouseDiff } from "../../models/recipes/warehouseDiff.ts";
import type { RuleRun } from "../../pipelines/ruleHistory.ts";
import { query, type ScratchProject, scratchProject } from "./scratchProject.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }); // other work may share the machine

let project: ScratchProject;
let warehouse: string;
beforeAll(async () => {
  project = await scratchProject();
  expect(
    (await project.thuocdo("demo", "--respondents", "900", "--units", "3", "--rounds", "2022")).code,
  ).toBe(0);
  warehouse = await built();
});
afterAll(() => project.remove());

async function built(): Promise<string> {
  const answer = await project.thuocdo("build", "--json");
  expect(answer.err).toBe("");
  return (JSON.parse(answer.out) as { path: string }).path;
}

function write(name: string, text: string): string {
  const path = join(project.folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

async function diffOfTrial(name: string, recipe: string): Promise<WarehouseDiff> {
  const path = write(`${name}.yaml`, `why: { vi: "Thử.", en: "A trial." }\n${recipe}`);
  expect((await project.thuocdo("build", "--round", "2022", "--recipe", path, "--as", name)).err).toBe("");
  return JSON.parse((await project.thuocdo("diff", "official", name, "--json")).out) as WarehouseDiff;
}

const left = ({ units }: WarehouseDiff) => units.reduce((sum, unit) => sum + unit.n_left, 0);

describe("rules", () => {
  test("of every run stand in one history, with the forms that broke them by key", async () => {
    const runs = JSON.parse((await project.thuocdo("rules", "--json")).out) as RuleRun[];
    const { outcomes, failing } = runs.at(-1)!;
    const several = outcomes.find(
      (row) => row.rule_code === "several_forms" && row.domain_level === "nation",
    )!;
    const pairs = await query(
      warehouse,
      `select count(*)::integer as n from clean.response_status s join staging.responses r using (round_code, response_key)
       where (s.is_valid or s.first_reason_code in (select rule_code from spec.validation_rules))
         and r.participant_key in (select participant_key from staging.responses group by all having count(*) > 1)`,
    );
    expect(several).toMatchObject({ outcome: "ok", n_failing: pairs[0]?.["n"] });
    expect(several.n_failing).toBeGreaterThan(0);
    const keys = (await project.thuocdo("rules", "--failing", "2022/several_forms")).out.split("\n");
    expect(keys).toEqual(failing["2022/several_forms"]);
    expect((await project.thuocdo("rules", "--failing", "2022/nothing")).code).toBe(2);
  });

  test("make a page of their history", async () => {
    const folder = join(project.folder, "rules-page");
    expect((await project.thuocdo("rules", "--html", folder)).err).toBe("");
    expect(readFileSync(join(folder, "index.html"), "utf8")).toContain("2022/straight_line");
  });

  test("that flag leave nobody out of the official build; a trial shows what it would do to each province", async () => {
    const flagged = await query(
      warehouse,
      `select count(*)::integer as n from clean.rule_failures join clean.response_status using (round_code, index_code, response_key)
         where rule_code = 'straight_line' and is_valid`,
    );
    const diff = await diffOfTrial("flags", "cleaning: { exclusions: { straight_line: {} } }\n");
    expect(left(diff)).toBe(flagged[0]?.["n"]);
    expect(diff.units).toHaveLength(3);
    const flow = await query(
      join(project.folder, "var/trials/flags/warehouse.duckdb"),
      `select sum(n_responses) filter (step_code = 'in_store') - sum(n_responses) filter (step_code <> 'in_store') as open
         from marts.response_flow where domain_level = 'province'`,
    );
    expect(Number(flow[0]?.["open"])).toBe(0);
  });
});

describe("a recheck", () => {
  test("is drawn the same from the same seed, with a share of every interviewer, and not without a share", async () => {
    const draw = async (seed: string, out: string, ...more: string[]) =>
      project.thuocdo(
        "recheck",
        "draw",
        "--round",
        "2022",
        "--seed",
        seed,
        "--out",
        join(project.folder, out),
        ...more,
      );
    const none = await draw("1", "none.csv");
    expect(none.code).toBe(1);
    expect(none.err).toContain("is not said");
    expect(existsSync(join(project.folder, "none.csv"))).toBe(false);
    for (const [seed, out] of [
      ["1", "a.csv"],
      ["1", "b.csv"],
      ["2", "c.csv"],
    ] as const)
      expect((await draw(seed, out, "--share", "0.1")).err).toBe("");
    const read = (name: string) => readFileSync(join(project.folder, name), "utf8");
    expect(read("b.csv")).toBe(read("a.csv"));
    expect(read("c.csv")).not.toBe(read("a.csv"));
    const interviewers = new Set(
      read("a.csv")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",")[3]),
    );
    const all = await query(
      warehouse,
      "select count(distinct interviewer_key)::integer as n from staging.response_batches join clean.response_status using (round_code, index_code, response_key) where is_valid",
    );
    expect(interviewers.size).toBe(all[0]?.["n"]);
  });

  test("of the demo finds the answers that were made to differ, as the store itself shows them", async () => {
    const { rates } = JSON.parse(
      (await project.thuocdo("recheck", "reconcile", "--round", "2022", "--level", "nation", "--json")).out,
    ) as { rates: { variable_kind: number; n_compared: number; n_different: number }[] };
    const [store] = await query(
      join(project.folder, "var/store/demo.duckdb"),
      `select count(*)::integer as n, count(*) filter (k.recheck_value is distinct from a.answer_value)::integer as different
       from rechecks k join responses r using (round_code, response_key)
       left join answers a using (round_code, response_key, question_code)
       where not r.is_test and k.question_code = 'A_gender'`,
    );
    const [kind1] = await query(
      warehouse,
      "select count(*)::integer as n, count(*) filter (is_different)::integer as different from staging.recheck_comparisons where item_code = 'gender'",
    );
    expect(kind1).toEqual(store);
    expect(rates.map(({ variable_kind }) => variable_kind)).toEqual([1, 2, 3]);
    for (const { n_compared, n_different } of rates) expect(n_different / n_compared).toBeLessThan(0.2);
  });

  test("F72: voids a batch only by a signed decision; a trial with the draft shows the effect first", async () => {
    const [batch] = await query(
      warehouse,
      `select b.interviewer_key, count(*)::integer as n from staging.response_batches b
         join clean.response_status using (round_code, index_code, response_key) where is_valid group by all order by n desc, 1 limit 1`,
    );
    const header = "level,batch,decision,role,decided_on,reason,signed_off_by,effect\n";
    const line = `interviewer,${batch?.["interviewer_key"]},void,Trưởng nhóm,2022-12-20,Sai nhiều,`;
    write("decisions.csv", `${header}${line},\n`);
    const diff = await diffOfTrial("void", "files: { recheck_decisions.csv: decisions.csv }\n");
    expect(left(diff)).toBe(batch?.["n"]);
    expect(diff.units.reduce((sum, unit) => sum + unit.n_joined, 0)).toBe(0);
    expect(diff.units.some((unit) => unit.n_reweighted > 0)).toBe(true);

    const round = "models/rounds/2022";
    for (const file of [
      "round.yaml",
      "cleaning.yaml",
      "weighting.yaml",
      "margins.csv",
      "validation.yaml",
      "recheck.yaml",
    ])
      project.addModel(`rounds/2022/${file}`, (text) => text);
    write(`${round}/recheck_decisions.csv`, `${header}${line}Vụ trưởng,\n`);
    const unseen = await project.thuocdo("build");
    expect(unseen.code).toBe(3);
    expect(unseen.err).toContain("effect: is empty; whoever signs off has seen the effect");
    write(`${round}/recheck_decisions.csv`, `${header}${line}Trưởng nhóm,${diff.sha256}\n`);
    expect((await project.thuocdo("build")).err).toContain("who decided; somebody else signs off");
    write(`${round}/recheck_decisions.csv`, `${header}${line}Vụ trưởng,${diff.sha256}\n`);
    const signed = await built();
    const voided =
      "select count(*)::integer as n from clean.response_status where first_reason_code = 'voided_by_recheck'";
    expect(await query(signed, voided)).toEqual([{ n: batch?.["n"] }]);
    rmSync(join(project.folder, "models"), { recursive: true });
  });
});

test("double entry: differences are listed, settled in the sheet, and merged; refused while one is open", async () => {
  const [a, b] = [
    write("a-entry.csv", "so_phieu,Q1\n7,2\n8,1\n"),
    write("b-entry.csv", "so_phieu,Q1\n7,3\n8,1\n"),
  ];
  const [sheet, out] = [join(project.folder, "sheet.csv"), join(project.folder, "merged.csv")];
  const compared = await project.thuocdo("entry", "compare", a, b, "--key", "so_phieu", "--sheet", sheet);
  expect(compared.out).toContain("1 of 2 cells in 2 forms differ (50.00 %).");
  const merge = () =>
    project.thuocdo("entry", "merge", a, b, "--key", "so_phieu", "--settled", sheet, "--out", out);
  expect((await merge()).err).toContain("is settled by nobody, or for no reason");
  expect(existsSync(out)).toBe(false);
  writeFileSync(
    sheet,
    readFileSync(sheet, "utf8").replace("7,Q1,2,3,,,", "7,Q1,2,3,3,Tổ trưởng,Xem phiếu giấy"),
  );
  expect((await merge()).err).toBe("");
  expect(readFileSync(out, "utf8")).toBe("so_phieu,Q1\n7,3\n8,1\n");
});
