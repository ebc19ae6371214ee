import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseBuild } from "../../pipelines/chooseBuild.ts";
import { filesIn } from "../../pipelines/discover.ts";
import type { Ask } from "../../pipelines/explain/ask.ts";
import { explain } from "../../pipelines/explain/explain.ts";
import { explainTable } from "../../pipelines/explain/explainTable.ts";
import { placesOf } from "../../pipelines/explain/places.ts";
import { personalColumns } from "../../pipelines/explain/tableRows.ts";
import { openProject } from "../../pipelines/project.ts";
import { connect } from "../../pipelines/warehouse/connection.ts";
import { readRows } from "../../pipelines/warehouse/readRows.ts";
import { readHeads } from "../../pipelines/warehouse/tables.ts";
import { query, type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";

/** A small release as its readers see it. A change of any page, number or word shows here, in review, as text. */
let project: ScratchProject;
let folder: string;
beforeAll(async () => {
  project = await scratchProject();
  await project.thuocdo("demo", "--respondents", "600", "--units", "3");
  expect((await project.thuocdo("publish")).err).toBe("");
  folder = join(project.folder, "var/releases/2023-r1");
});
afterAll(() => project.remove());

/** Pictures by their texts (their specifications are goldens elsewhere), and without the hash of the snapshot. */
const html = (path: string) =>
  readFileSync(join(folder, path), "utf8")
    .replace(/(<svg[\s\S]*?<\/desc>)[\s\S]*?<\/svg>/g, "$1</svg>")
    .replace(/<dd>[0-9a-f]{12}<\/dd>/g, "<dd>…</dd>");

test("the release holds these files", async () => {
  const files = (await filesIn(folder, [""])).filter((path) => !path.includes("/assets/"));
  await expect(`${files.join("\n")}\n`).toMatchFileSnapshot("release/files.txt");
});

test.each([
  ["index.html", "release.html"],
  ["national/index.html", "national.html"],
  ["national/par-index-bo-2023.html", "ministries.html"],
  ["national/par-index-tinh-2023-minh-hoa.html", "scorecards.html"],
  ["provinces/01-ha-noi-minh-hoa/index.html", "province.html"],
  ["ministries/btp-bo-tu-phap/index.html", "ministry.html"],
  ["minh-hoa/minh-hoa-bo-a/index.html", "fictional.html"],
  ["ministries/ttcp-thanh-tra-chinh-phu/index.html", "ministry-without-figures.html"],
])("%s reads as it was last accepted", async (path, golden) => {
  await expect(html(path)).toMatchFileSnapshot(`release/${golden}`);
});

const explained: readonly (readonly [string, string, string, string, string?])[] = [
  ["2023", "par_province", "minh-hoa-tinh-01", "total"],
  ["2022", "par_province", "minh-hoa-tinh-01", "8.2.1"],
  ["2023", "par_ministry", "minh-hoa-bo-a", "view_1_7_1"],
  ["2023", "par_province", "minh-hoa-tinh-12", "view_8_2_1_1"],
  ["2023", "par_province", "nation", "8"],
  ["2023", "par_province", "city", "total"],
  ["2023", "par_province", "b", "total"],
  ["2022", "sipas", "01", "overall"],
  ["2023", "sipas", "01", "sat_01"],
  ["2022", "sipas", "nation", "access"],
  ["2022", "sipas", "nation", "sat_01"],
  ["2023", "sipas", "dong-bang-song-hong", "overall"],
  ["2023", "par_ministry", "btp", "survey"],
  ["2019", "par_ministry", "nation", "mean total", "--printed"],
  ["2023", "par_province", "01", "total", "--printed"],
  ["2022", "sipas", "nation", "overall", "--printed"],
];

test("what `explain` says of a figure leads to the row of a page that shows it, which is there once", async () => {
  for (const [round, index, unit, node, ...more] of explained) {
    const asked = ["--round", round, "--index", index, "--unit", unit, "--node", node, ...more];
    const { out } = await project.thuocdo("explain", ...(asked as string[]), "--json");
    const [path, anchor] = String((JSON.parse(out) as { link: string }).link).split("#") as [string, string];
    const found = readFileSync(join(folder, path), "utf8").split(`id="${anchor}"`).length - 1;
    expect([asked.join(" "), path, anchor, found]).toEqual([asked.join(" "), path, anchor, 1]);
  }
});

/** Tables that stand in the pages of the monitor and in no release. */
const watchedAlone = [
  "marts.field_quality",
  "marts.mail_failures",
  "marts.outcome_rates",
  "marts.participation_balance",
  "marts.participation_signals",
  "marts.participation_trend",
  "marts.participation_units",
];

/** Tables whose rows are marked on a page; of all others the section is named. */
const markedRows = [
  ...[
    "marts.fieldwork",
    "marts.item_nonresponse",
    "marts.item_quality",
    "marts.method_rules",
    "marts.par_changes",
  ],
  ...[
    "marts.par_comparisons",
    "marts.par_robustness",
    "marts.par_sensitivity",
    "marts.par_standings",
    "marts.par_what_if",
  ],
  ...[
    "marts.perceptions",
    "marts.recheck_rates",
    "marts.respondents",
    "marts.response_flow",
    "marts.rule_outcomes",
  ],
  ...[
    "marts.satisfaction_levels",
    "marts.sipas_contrasts",
    "marts.sipas_rank_changes",
    "marts.sipas_rule_backtest",
    "marts.sipas_trend",
  ],
  ...["marts.suppressed_cells", "marts.weighting", "marts.weighting_response"],
];

/** Per mart whose numbers are printed: of whom, of what, and the number, in the words of the command. */
const printedMarts = {
  par_nodes:
    "select distinct round_code, index_code, unit_code as unit, node_code, points as value from marts.par_nodes where stage_code = 'final'",
  par_lost_points:
    "select distinct round_code, index_code, unit_code as unit, node_code, lost_points as value from marts.par_lost_points",
  par_survey:
    "select distinct round_code, index_code, unit_code as unit, node_code, percent as value from marts.par_survey where group_code = 'all'",
  par_changes:
    "select distinct round_code, index_code, unit_code as unit, node_code, change_percent as value from marts.par_changes",
  par_standings:
    "select round_code, index_code, unit_code as unit, 'total' as node_code, top_share as value from marts.par_standings",
  par_medians: `select round_code, index_code, if(domain_level = 'nation', 'nation', domain_code) as unit, node_code, median_percent as value
    from marts.par_summaries where domain_level = 'nation' or node_code = 'total'`,
  par_ministry_scores:
    "select round_code, index_code, unit_code as unit, 'total' as node_code, total_points as value from marts.par_ministry_scores",
  sipas_nodes: `select round_code, index_code, domain_code as unit, node_code, share_percent as value from marts.sipas_nodes
    where is_shown_recipe and (domain_level <> 'region' or node_level = 'overall')`,
  sipas_changes: `select round_code, index_code, domain_code as unit, node_code, change_percent as value from marts.sipas_changes
    where is_shown_recipe and (domain_level <> 'region' or node_level = 'overall')`,
};

test.each(Object.entries(printedMarts))(
  "numbers of %s, spread over all of them, are answered with the number itself and a row of a page",
  async (_, sql) => {
    const path = (JSON.parse((await project.thuocdo("build", "--json")).out) as { path: string }).path;
    const all = await query(path, `from (${sql}) where value is not null order by all`);
    const step = Math.ceil(all.length / 40);
    const { connection, close } = await connect(
      path,
      { threads: 1, memoryLimit: "500MB", spillFolder: "" },
      "read",
    );
    const text = (value: unknown) =>
      JSON.stringify(value, (_key, held) => (typeof held === "bigint" ? String(held) : held));
    try {
      expect(all.length).toBeGreaterThan(0);
      for (const { round_code, index_code, unit, node_code, value } of all.filter(
        (_row, i) => i % step === 0,
      )) {
        const asked = {
          round: String(round_code),
          index: String(index_code),
          unit: String(unit),
          node: String(node_code),
        };
        const found = await explain(
          (each) => readRows(connection, each),
          { id: "0", path, snapshot: null },
          asked,
        );
        const numbers = text([found.figure, found.parts]).split(/[:,\]}]/);
        expect([asked, value, numbers.includes(text(value))]).toEqual([asked, value, true]);
        const [page, anchor] = String(found.link).split("#") as [string, string];
        const places = readFileSync(join(folder, page), "utf8").split(`id="${anchor}"`).length - 1;
        expect([asked, page, anchor, places]).toEqual([asked, page, anchor, 1]);
      }
    } finally {
      close();
    }
  },
);

test("rows of every table of figures are answered with their values, tables and snapshot, and the place that is named is on the page", async () => {
  const { path } = JSON.parse((await project.thuocdo("build", "--json")).out) as { path: string };
  const chosen = await chooseBuild(openProject(project.folder));
  const { connection, close } = await connect(
    path,
    { threads: 1, memoryLimit: "1GB", spillFolder: "" },
    "read",
  );
  const ask: Ask = (sql) => readRows(connection, sql);
  const places = placesOf(ask, "vi");
  const nowhere = new Set<string>();
  const elsewhere = new Set<string>();
  const byRow = new Set<string>();
  try {
    for (const [table, { grain, columns = {} }] of await readHeads("marts")) {
      if (personalColumns.some((column) => column in columns)) continue;
      const all = await ask(`from ${table} order by ${grain.join(", ")}`);
      const step = Math.max(1, Math.ceil(all.length / 3));
      for (const row of all.filter((_, i) => i % step === 0)) {
        const key = grain.map((column) => [column, String(row[column] ?? "")] as const);
        const found = await explainTable(ask, chosen, places, { table, key });
        expect([table, key, found.rows]).toEqual([table, key, [row]]);
        expect(found.tables.at(-1)?.table).toBe(table);
        expect(found.tables.length).toBeGreaterThan(1);
        expect(found.snapshot).toMatch(/^[0-9a-f]{64}$/);
        expect(found.how.length).toBeGreaterThan(0);
        if (found.data !== null) expect(found.provenance).not.toBe("");
        if (found.link?.includes("#dong-")) byRow.add(table);
        if (found.link === null) nowhere.add(table);
        else if (found.isMonitor) elsewhere.add(table);
        else {
          const [page, anchor] = found.link.split("#") as [string, string];
          const marks = readFileSync(join(folder, page), "utf8").split(`id="${anchor}"`).length - 1;
          expect([table, key, page, anchor, marks]).toEqual([table, key, page, anchor, 1]);
        }
      }
    }
  } finally {
    close();
  }
  // no pages at all, but for three whose pages leave out such rows: units without a value, lines of one year, signals listed apart
  expect([...nowhere].sort()).toEqual([
    ...["marts.par_contradictions", "marts.participation", "marts.participation_signals", "marts.readers"],
    ...["marts.rounds", "marts.sipas_places", "marts.sipas_trend"],
  ]);
  expect([...elsewhere].sort()).toEqual(watchedAlone);
  expect([...byRow].sort()).toEqual(markedRows);
}, 240_000);

test("no page has two places of one name", async () => {
  const pages = (await filesIn(folder, [""])).filter((path) => path.endsWith(".html"));
  for (const path of pages) {
    const names = [...html(path).matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
    expect([path, names.filter((name, i) => names.indexOf(name) !== i)]).toEqual([path, []]);
  }
});

test("the overall values of every province under both recipes are those last accepted", async () => {
  const path = (JSON.parse((await project.thuocdo("build", "--json")).out) as { path: string }).path;
  const rows = await query(
    path,
    `select round_code, recipe_code, unit_code, unit_name, score_percent, score_percent_se, score_percent_df, score_percent_low,
       score_percent_high, score_percent_n, score_rank
     from marts.sipas_ranking where score_percent_status = 'ok' order by round_code, recipe_code, score_rank`,
  );
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map(Object.values)].map((values) => values.join(","));
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("release/sipas_ranking.csv");
});
