import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesIn } from "../../pipelines/discover.ts";
import { query, type ScratchProject, scratchProject } from "./scratchProject.ts";

let project: ScratchProject;
let warehouse: string;
beforeAll(async () => {
  project = await scratchProject();
  cpSync("test/fixtures/rounds/2025", join(project.folder, "models/rounds/2025"), { recursive: true });
  expect(
    (await project.thuocdo("demo", "--respondents", "1200", "--units", "4", "--rounds", "2022,2025")).err,
  ).toBe("");
  const published = await project.thuocdo("publish", "--json");
  expect(published.err).toBe("");
  expect(JSON.parse(published.out)).toMatchObject({ release: "2025-r1" });
  warehouse = JSON.parse((await project.thuocdo("build", "--json")).out).path;
});
afterAll(() => project.remove());
const rows = (sql: string) => query(warehouse, sql);

test("a round of 34 provinces enters by its folder alone", async () => {
  const counts = await rows(
    "select round_code, count(distinct unit_code)::integer as n from marts.sipas_ranking group by all order by all",
  );
  expect(counts).toEqual([
    { round_code: "2022", n: 63 },
    { round_code: "2025", n: 34 },
  ]);
});

test("a round that says nothing of the one before is not compared with it, and the page says so", async () => {
  const changes = await rows(`
    select distinct earlier_round, change_percent_status, reason from marts.sipas_changes where round_code = '2025'`);
  expect(changes).toEqual([{ earlier_round: "2022", change_percent_status: "not_comparable", reason: null }]);
  const page = readFileSync(
    join(project.folder, "var/releases/2025-r1/national/sipas-2025-minh-hoa.html"),
    "utf8",
  );
  expect(page).toContain("Không so sánh với năm 2022: không có căn cứ nào");
});

test("where communes are the first stage, they are the first-stage units of the errors", async () => {
  const stages = await rows(
    "select distinct stage_code from staging.sample_units where round_code = '2025' and parent_key is null",
  );
  expect(stages).toEqual([{ stage_code: "commune" }]);
  const estimated = await rows(
    "select unit_code, score_percent_df from marts.sipas_ranking where round_code = '2025' and recipe_code = 'design' and score_percent_status = 'ok'",
  );
  expect(estimated).toHaveLength(4);
  // six communes in a province, twelve in Hà Nội
  for (const row of estimated) expect(row["score_percent_df"]).toBe(row["unit_code"] === "01" ? 11 : 5);
});

test("a merged province has a bundle of its own beside that of the old one, whatever their names", async () => {
  const folder = join(project.folder, "var/releases/2025-r1/provinces");
  const bundles = new Set((await filesIn(folder, [".html"])).map((path) => path.split("/")[0] as string));
  expect([...bundles].some((name) => /^08-tuyen-quang/.test(name))).toBe(true);
  expect([...bundles].some((name) => /^08-2025-tuyen-quang/.test(name))).toBe(true);
  expect(readFileSync(join(folder, "../index.html"), "utf8")).toContain("Tuyên Quang");
});
