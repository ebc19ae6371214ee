import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesIn } from "../../pipelines/discover.ts";
import { query, type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";

/** PAR INDEX 2023 of 17 ministries as published: xaydungchinhsach.chinhphu.vn, 17/04/2024. In the order of its ranks. */
const published = [
  "btp 61.86 28.10 89.95",
  "nhnn 62.67 27.21 89.89",
  "btc 61.52 27.66 89.18",
  "bnv 60.65 26.38 87.04",
  "btnmt 61.15 25.85 87.01",
  "bnnptnt 60.25 26.17 86.41",
  "bxd 61.18 25.10 86.28",
  "bgtvt 60.27 25.91 86.18",
  "btttt 60.50 25.33 85.83",
  "bldtbxh 60.99 24.81 85.81",
  "bvhttdl 58.10 25.47 83.56",
  "bgddt 55.46 25.07 80.53",
  "bkhcn 56.49 23.88 80.38",
  "bkhdt 54.59 25.48 80.07",
  "byt 55.81 23.99 79.80",
  "bng 52.12 26.35 78.48",
  "bct 54.21 23.82 78.03",
];

let project: ScratchProject;
let warehouse: string;
beforeAll(async () => {
  project = await scratchProject();
  project.edit("thuocdo.yaml", (text) => text.replace(/ {2}demo:[\s\S]*?(?= {2}# PAR INDEX)/, ""));
  const published = await project.thuocdo("publish", "--json");
  expect(published.err).toBe("");
  warehouse = JSON.parse((await project.thuocdo("build", "--json")).out).path;
});
afterAll(() => project.remove());
const rows = (sql: string) => query(warehouse, sql);

test("the 17 ministries of 2023 come out with the published points, total and rank", async () => {
  const found = await rows(`
    select unit_code || ' ' || appraised_points || ' ' || survey_points || ' ' || total_points as line
    from marts.par_ministry_scores where index_rank is not null order by index_rank`);
  expect(found.map((row) => row["line"])).toEqual(published);
});

test("the printed total stands, 89.95, and never the sum of the printed parts, 89.96", async () => {
  const [first] = await rows("from marts.par_ministry_scores where unit_code = 'btp'");
  expect(first).toMatchObject({
    total_points: "89.95",
    sum_of_parts: "89.96",
    is_sum_different: true,
    index_percent: "89.95",
  });
  const different = await rows("select unit_code from marts.par_ministry_scores where is_sum_different");
  expect(different).toHaveLength(9);
});

test("the mean of the 17 totals prints as the published 84.38, and 14 of them lie above 80", async () => {
  const [summary] = await rows(`
    select round(avg(total_points::double), 2) as mean_total, count(*) filter (total_points > 80) as n_above_80
    from marts.par_ministry_scores where score_status = 'ok'`);
  expect(summary).toEqual({ mean_total: 84.38, n_above_80: 14 });
});

test("the two agencies without a published figure have a reason in place of a number, on their page too", async () => {
  const without = await rows(
    "select unit_code, total_points, index_rank, score_status, reason is not null as has_reason from marts.par_ministry_scores where score_status <> 'ok' order by 1",
  );
  expect(without).toEqual([
    {
      unit_code: "ttcp",
      total_points: null,
      index_rank: null,
      score_status: "not_published",
      has_reason: true,
    },
    {
      unit_code: "ubdt",
      total_points: null,
      index_rank: null,
      score_status: "not_published",
      has_reason: true,
    },
  ]);
  const folder = join(project.folder, "var/releases/2023-r1/ministries");
  const pages = (await filesIn(folder, ["index.html"])).filter((path) => /^(ttcp|ubdt)-/.test(path));
  expect(pages).toHaveLength(2);
  for (const page of pages) expect(readFileSync(join(folder, page), "utf8")).toContain("[x]");
});

test("history never joins years of different frameworks: 2021 and 2022 stand in different segments", async () => {
  const history = await rows(
    "select year, segment_no, framework_code from marts.par_history where series_code = 'btp' and year in (2021, 2022, 2023) order by year",
  );
  expect(history.map((row) => row["year"])).toEqual([2021, 2022, 2023]);
  expect(history[0]?.["segment_no"]).not.toBe(history[1]?.["segment_no"]);
  expect(history[1]?.["segment_no"]).toBe(history[2]?.["segment_no"]);
});

test("equal parts give the published SIPAS of 2022; from 2023 one fitted service weight gives all four cases to 0.03 points", async () => {
  const cases = await rows(
    "select case_code, rule_code, residual from marts.sipas_rule_backtest where abs(residual) <= 0.03 order by all",
  );
  const within = (rule: string) =>
    cases.filter((row) => row["rule_code"] === rule).map((row) => row["case_code"]);
  expect(within("equal_parts")).toContain("2022 Cả nước");
  expect(within("fitted_weight")).toEqual(["2023 Cả nước", "2023 Hà Nội", "2024 Cả nước", "2024 Hà Nội"]);
});
