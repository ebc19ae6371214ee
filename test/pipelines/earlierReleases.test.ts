import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesIn } from "../../pipelines/discover.ts";
import type { Row } from "../../sql/table.ts";
import { query, type ScratchProject, scratchProject } from "./scratchProject.ts";

/** A release, and a second one after three persons' answers were struck out by recorded corrections. */
let project: ScratchProject;
let warehouse: string;
const minimumCount = 5;

const folder = (release: string) => join(project.folder, "var/releases", release);
const build = async () =>
  (JSON.parse((await project.thuocdo("build", "--json")).out) as { path: string }).path;

beforeAll(async () => {
  project = await scratchProject();
  project.edit("thuocdo.yaml", (text) => text.replace("formats: []", "formats: [csv]"));
  await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022");
  expect(JSON.parse((await project.thuocdo("publish", "--json")).out)).toMatchObject({ release: "2023-r1" });
  const answers = await query(
    await build(),
    `select response_key, item_code, answer_value
     from raw.answers a
     join spec.items i on i.question_code = a.question_code and i.instrument_code = 'sipas-2022'
     where response_key in (select response_key from clean.responses where unit_code = '01' order by all limit 3)
       and factor_code is not null and answer_value is not null
     order by all`,
  );
  expect(answers.length).toBeGreaterThan(80);
  for (const file of ["round.yaml", "cleaning.yaml", "weighting.yaml"])
    project.addModel(`rounds/2022/${file}`, (text) => text);
  writeFileSync(
    join(project.folder, "models/rounds/2022/corrections.csv"),
    [
      "response_key,item_code,old_value,new_value,role,decided_on,reason",
      ...answers.map(
        (row) =>
          `${row["response_key"]},${row["item_code"]},${row["answer_value"]},,Vụ CCHC,2023-02-01,Phiếu không do người được chọn trả lời`,
      ),
    ].join("\n"),
  );
  const again = await project.thuocdo("publish", "--json", "--revision-reason", "Loại ba phiếu.");
  expect(JSON.parse(again.out)).toMatchObject({ release: "2023-r2", is_new: true });
  warehouse = await build();
});
afterAll(() => project.remove());

/** The rows of every file of open data by their key, which the data package names. */
function openData(release: string): Map<string, Map<string, Row>> {
  const data = join(folder(release), "national/data");
  const { resources } = JSON.parse(readFileSync(join(data, "datapackage.json"), "utf8")) as {
    resources: { name: string; path: string; schema: { primaryKey: string[] } }[];
  };
  return new Map(
    resources.map(({ name, path, schema }) => {
      const rows = parse(readFileSync(join(data, "..", path)), { columns: true }) as Row[];
      const keyOf = (row: Row) => schema.primaryKey.map((column) => String(row[column])).join("/");
      return [name.replace("-minh-hoa", ""), new Map(rows.map((row) => [keyOf(row), row]))];
    }),
  );
}

const isFew = (difference: number) =>
  Math.abs(difference) > 1e-6 && Math.abs(difference) < minimumCount - 1e-6;
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;

test("somebody who subtracts every number of the second release from the first finds how many forms there are, and no answer of a few", () => {
  const [before, after] = [openData("2023-r1"), openData("2023-r2")];
  const found = new Set<string>();
  for (const [table, rows] of before)
    for (const [key, then] of rows) {
      const now = after.get(table)?.get(key);
      for (const [column, value] of Object.entries(now ?? {})) {
        const [was, is] = [then[column], value].map((each) => (each === "" ? Number.NaN : Number(each)));
        if (/^n_|_n$/.test(column) && isFew((is as number) - (was as number)))
          found.add(`${table}.${column}`);
        if (!/percent$/.test(column)) continue;
        const of = column === "weighted_percent" || table === "respondents" ? "n_responses" : `${column}_n`;
        const shares = [
          [was, then[of]],
          [is, now?.[of]],
        ].map(([share, n]) => (Number(share) * Number(n === "" ? Number.NaN : n)) / 100);
        const [one, other] = shares as [number, number];
        if (table !== "respondents" && isWhole(one) && isWhole(other) && isFew(one - other))
          found.add(`${table}.${column} of ${of}: ${key}`);
      }
    }
  // forms, and how many answered: told by every release; effective sizes, steps of raking, provinces
  const allowed =
    /^(fieldwork\.n_valid|response_flow\.n_\w+|rule_outcomes\.n_checked|weighting\w*\.n_(responses|iterations|drawn_respondents|eff)|sipas_(ranking|places)\.n_(ranked|units|others|alike)|key_findings\.n_(others|alike)|\w+\.\w+_n)$/;
  expect([...found].filter((name) => !allowed.test(name))).toEqual([]);
  expect(found.size).toBeGreaterThan(3);
});

test("on no page of either release does the number of those who gave an answer move by a few", async () => {
  const cells = (release: string, path: string) =>
    [...readFileSync(join(folder(release), path), "utf8").matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...(row as string).matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text]) =>
        (text as string).replace(/<[^>]+>/g, "").trim(),
      ),
    );
  const options = (
    await query(
      warehouse,
      `select distinct o.option_name from spec.item_options o join spec.items i using (instrument_code, item_code)
       where i.block_code = 'demographic'`,
    )
  ).map((row) => String(row["option_name"]));
  let nCompared = 0;
  for (const path of await filesIn(folder("2023-r2"), [".html"])) {
    const [then, now] = ["2023-r1", "2023-r2"].map((release) =>
      cells(release, path).filter(([name]) => options.includes(name as string)),
    ) as [string[][], string[][]];
    expect(now.length, path).toBe(then.length);
    for (const [i, row] of now.entries())
      for (const [j, text] of row.entries()) {
        const [was, is] = [then[i]?.[j] ?? "", text].map((each) =>
          /^[\d.]+$/.test(each) ? Number(each.replaceAll(".", "")) : Number.NaN,
        ) as [number, number];
        if (Number.isNaN(is - was)) continue;
        nCompared++;
        expect(isFew(is - was), `${path}: ${row.join(" | ")}`).toBe(false);
      }
  }
  expect(nCompared).toBeGreaterThan(40);
});

test("what differs is [c] with its reason, in the province, its region and the nation alike; other provinces show what they showed", async () => {
  const domains = await query(
    warehouse,
    `select distinct domain_level, domain_code from marts.suppressed_cells
     where round_code = '2022' and reason_code = 'differs' order by all`,
  );
  expect(domains.map((row) => Object.values(row).join(" "))).toEqual([
    "nation vn",
    "province 01",
    "region dong-bang-song-hong",
  ]);
  const shown = await query(
    warehouse,
    `select count(*)::integer as n from marts.sipas_nodes
     where domain_level = 'province' and domain_code <> '01' and round_code = '2022' and share_percent_status = 'suppressed'`,
  );
  expect(shown).toEqual([{ n: 0 }]);
  const headline = await query(
    warehouse,
    `select domain_level, recipe_code, share_percent_status from marts.sipas_nodes
     where node_code = 'overall' and round_code = '2022' and domain_code in ('01', 'vn') order by all`,
  );
  // few answers over known numbers of answers are found by trying; over weights that nobody knows they are not
  expect(headline.map((row) => Object.values(row).join(" "))).toEqual([
    "nation design ok",
    "nation plain suppressed",
    "province design ok",
    "province plain suppressed",
  ]);
});

test("nothing has changed after the second release, and its build is the one laid beside the first", async () => {
  const plan = JSON.parse((await project.thuocdo("plan", "--json")).out);
  expect(plan).toMatchObject({ since: "2023-r2", changes: [], beside: ["2023-r1"] });
  const manifest = JSON.parse(readFileSync(join(folder("2023-r2"), "manifest.json"), "utf8"));
  expect(warehouse).toContain(manifest.build);
});

test("a rule that only warns shows the figures, and whoever builds is told of each by name", async () => {
  project.addModel("rounds/2022/round.yaml", (text) =>
    text.replace(/(earlier_releases:\n\s+value:) protect/, "$1 warn"),
  );
  const answer = await project.thuocdo("build", "--json");
  const { path } = JSON.parse(answer.out) as { path: string };
  const exposed = await query(
    path,
    "select domain_name, cell_code, exposed_how, exposed_by from scores.exposed_figures where domain_code = '01' order by all",
  );
  expect(exposed.length).toBeGreaterThan(30);
  expect(new Set(exposed.map((row) => `${row["exposed_how"]} ${row["exposed_by"]}`))).toEqual(
    new Set(["differs 2023-r1"]),
  );
  expect(answer.err).toContain("of Hà Nội in round 2022 differs by few persons from release 2023-r1");
});
