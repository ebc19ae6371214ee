import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Big } from "big.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explain } from "../../../pipelines/explain/explain.ts";
import type { Subject } from "../../../pipelines/explain/subject.ts";
import { summaryOrigin } from "../../../pipelines/explain/summaryOrigin.ts";
import { connect } from "../../../pipelines/warehouse/connection.ts";
import { readRows } from "../../../pipelines/warehouse/readRows.ts";
import { change, copyOf, query, type ScratchProject, scratchProject } from "../scratchProject.ts";

let project: ScratchProject;
let warehouse: string;
beforeAll(async () => {
  project = await scratchProject();
  expect((await project.thuocdo("demo", "--respondents", "600", "--units", "3")).code).toBe(0);
  warehouse = (JSON.parse((await project.thuocdo("build", "--json")).out) as { path: string }).path;
}, 180_000);
afterAll(() => project.remove());

type Rows = readonly Readonly<Record<string, unknown>>[];
/** Two real units of 80 and 90 %, and two fictional ones of 40 and 60 %, in one index of one round. */
const twoRankings = [
  "create schema marts",
  "create schema scores",
  `create table marts.par_standings as
   select '2023' as round_code, 'par_province' as index_code, ranking_code, unit_code, unit_code as unit_name, percent::double as percent, 'ranked' as rank_status
   from (values ('khung-2022', '01', 80), ('khung-2022', '02', 90), ('fictional:minh-hoa', 'x1', 40), ('fictional:minh-hoa', 'x2', 60)) t (ranking_code, unit_code, percent)`,
  `create table scores.par_node_errors as
   select round_code, index_code, unit_code, 'total' as node_code, percent, null::double as percent_se, null::double as percent_df, 'fixed' as percent_status
   from marts.par_standings`,
  "create table scores.par_ranks as select round_code, index_code, unit_code, ranking_code from marts.par_standings",
  `create table marts.par_summaries as
   select round_code, index_code, ranking_code, ranking_code like 'fictional:%' as is_fictional, 'nation' as domain_level, 'all' as domain_code,
     'total' as node_code, 'Tổng điểm' as node_name, 'Total' as node_name_en, 0 as node_order, count(*)::integer as n_units, avg(percent) as percent,
     null::double as percent_se, null::double as percent_df, null::double as percent_low, null::double as percent_high, 'fixed' as percent_status,
     median(percent) as median_percent, max(percent) as best_percent, arg_max(unit_code, percent) as best_unit_name,
     min(percent) as lowest_percent, arg_min(unit_code, percent) as lowest_unit_name,
     if(ranking_code like 'fictional:%', 'illustrative', 'derived') as provenance
   from marts.par_standings group by all`,
];

interface Explained {
  readonly name: string;
  readonly provenance: string;
  readonly figure: Readonly<Record<string, unknown>>;
  readonly parts: readonly { readonly part: string; readonly rows: Rows }[];
  readonly tables: readonly { readonly table: string }[];
  readonly sources: readonly string[];
  readonly snapshot: string;
  readonly link: string | null;
}

async function explained(round: string, index: string, unit: string, node: string, ...more: string[]) {
  const args = [
    "explain",
    "--round",
    round,
    "--index",
    index,
    "--unit",
    unit,
    "--node",
    node,
    "--json",
    ...more,
  ];
  const { code, out, err } = await project.thuocdo(...args);
  expect(err).toBe("");
  expect(code).toBe(0);
  return JSON.parse(out) as Explained;
}
const partOf = (found: Explained, part: string): Rows =>
  found.parts.find((each) => each.part === part)?.rows ?? [];

describe("explain", () => {
  test("a leaf: stages, rule, declared figures and what the rule makes of them; the last stage is the figure", async () => {
    const found = await explained("2023", "par_province", "tỉnh 01", "1.1.2");
    const stages = partOf(found, "stages");
    expect(stages.map((row) => row["stage_code"]).at(-1)).toBe("final");
    expect(found.figure["points"]).toBe(stages.at(-1)?.["points"]);
    const [declared] = partOf(found, "declared");
    expect(declared?.["entered_points"]).toBe(declared?.["rule_points"]);
    expect(String(partOf(found, "rule")[0]?.["rule_en"])).toContain("otherwise");
    expect(found.provenance).toBe("illustrative");
    expect(found.link).toBe("minh-hoa/minh-hoa-tinh-01/index.html#muc-2023-1-1-2");
  });

  test("a total: its areas add to it, and the tables lead from the snapshot to the mart", async () => {
    const found = await explained("2023", "par_province", "minh-hoa-tinh-01", "total");
    const sum = partOf(found, "children").reduce((all, row) => all.plus(String(row["points"])), new Big(0));
    expect(sum.eq(String(found.figure["points"]))).toBe(true);
    const tables = found.tables.map(({ table }) => table);
    expect(tables[0]).toMatch(/^raw\./);
    expect(tables).toContain("staging.score_entries");
    expect(tables.at(-1)).toBe("marts.par_nodes");
    expect(found.snapshot).toMatch(/^[0-9a-f]{64}$/);
  });

  test("an item of SIPAS: the quotient of two exact sums is the published share; a unit is found by its alias", async () => {
    const [row] = await query(
      warehouse,
      "select share_percent from marts.sipas_nodes where domain_code = '01' and node_code = 'sat_01' and is_shown_recipe",
    );
    const found = await explained("2022", "sipas", "TP Hà Nội", "sat_01");
    expect(found.name).toBe("Hà Nội");
    const [answers] = partOf(found, "answers");
    expect(Number(answers?.["quotient_percent"])).toBeCloseTo(Number(row?.["share_percent"]), 8);
    expect(answers?.["n_satisfied"]).toBeLessThan(Number(answers?.["n_counted"]));
  });

  test("the overall value of the nation stands on its two parts and the weight that the round gives them", async () => {
    const found = await explained("2022", "sipas", "cả nước", "overall");
    const [policy, service] = partOf(found, "children").map((row) => Number(row["share_percent"]));
    expect(Number(found.figure["share_percent"])).toBeCloseTo((policy! + service!) / 2, 9);
    expect(partOf(found, "rules").map((row) => row["rule_code"])).toContain("service_weight");
  });

  test("an item of officials: weight times mean over the classes adds to its share; nothing is shown by class where a cell is suppressed", async () => {
    const found = await explained("2023", "par_province", "Tỉnh 04", "view_8_2_1_1");
    const classes = partOf(found, "classes");
    const share = classes.reduce((sum, row) => sum + Number(row["weight"]) * Number(row["mean_percent"]), 0);
    expect(share).toBeCloseTo(Number(found.figure["percent"]), 9);
    const answers = partOf(found, "answers").reduce((sum, row) => sum + Number(row["n_answers"]), 0);
    expect(answers).toBe(found.figure["percent_n"]);
    const silent = await explained("2023", "par_province", "Tỉnh 12", "view_8_2_1_1");
    expect(silent.figure).toMatchObject({ percent: null, percent_status: "suppressed" });
    expect(silent.parts.map(({ part }) => part)).toEqual(["question"]);
  });

  test("a withheld share of SIPAS stays withheld: every number beside it is one that a table of figures shows", async () => {
    const few = await scratchProject();
    await few.thuocdo("demo", "--respondents", "110", "--units", "3", "--rounds", "2022");
    const { path } = JSON.parse((await few.thuocdo("build", "--json")).out) as { path: string };
    const { connection, close } = await connect(
      path,
      { threads: 1, memoryLimit: "500MB", spillFolder: "" },
      "read",
    );
    const ask = (sql: string) => readRows(connection, sql);
    try {
      const withheld = await ask(
        `select round_code, domain_code, node_code, node_level from marts.sipas_nodes
         where is_shown_recipe and share_percent_status = 'suppressed' order by all`,
      );
      const levels = new Set(withheld.map(({ node_level }) => node_level));
      expect([...levels].sort()).toEqual(["factor", "item", "overall", "part"]);
      for (const { round_code, domain_code, node_code } of withheld.filter((_, i) => i % 12 === 0)) {
        const request = {
          round: String(round_code),
          index: "sipas",
          unit: String(domain_code),
          node: String(node_code),
        };
        const found = await explain(ask, { id: "0", path, snapshot: null }, request);
        expect([request, found.figure]).toMatchObject([
          request,
          { share_percent: null, share_percent_n: null },
        ]);
        const [shown] = await ask(
          `select list(distinct v) as held from (
             select unnest([share_percent, share_percent_se, share_percent_n, share_percent_n_eff, share_percent_deff]::double[]) as v
             from marts.sipas_nodes where round_code = '${round_code}' and domain_code = '${domain_code}')`,
        );
        const held = new Set(JSON.parse(JSON.stringify(shown?.["held"])) as readonly unknown[]);
        const beside = found.parts.filter(({ part }) => part === "recipes" || part === "children");
        const numbers = beside
          .flatMap(({ rows }) => rows.flatMap(Object.values))
          .filter((value) => typeof value === "number");
        expect([request, numbers.filter((value) => !held.has(value))]).toEqual([request, []]);
        const others = found.parts
          .map(({ part }) => part)
          .filter((part) => !["recipes", "children"].includes(part));
        expect(others.filter((part) => !["question", "weights", "rules"].includes(part))).toEqual([]);
      }
    } finally {
      close();
      few.remove();
    }
  }, 120_000);

  test("a mean of scorecards: the mean of the units that are listed", async () => {
    const found = await explained("2023", "par_province", "nation", "total");
    const units = partOf(found, "units").map((row) => Number(row["percent"]));
    expect(units).toHaveLength(Number(found.figure["n_units"]));
    expect(units.reduce((sum, value) => sum + value, 0) / units.length).toBeCloseTo(
      Number(found.figure["percent"]),
      9,
    );
  });

  test("every mean that is printed is answered, of all and by region, group and type: mean, median, best, lowest, and the units that make it", async () => {
    const printed = await query(
      warehouse,
      `select round_code, index_code, ranking_code, domain_level, if(domain_level = 'nation', 'nation', domain_code) as unit, node_code,
         n_units, percent, percent_se, percent_df, percent_low, percent_high, median_percent, best_percent, best_unit_name, lowest_percent
       from marts.par_summaries order by all`,
    );
    expect([...new Set(printed.map((row) => row["domain_level"]))].sort()).toEqual([
      "group",
      "nation",
      "region",
      "type",
    ]);
    const { connection, close } = await connect(
      warehouse,
      { threads: 1, memoryLimit: "500MB", spillFolder: "" },
      "read",
    );
    try {
      for (const { round_code, index_code, domain_level, unit, node_code, ...values } of printed) {
        const found = await explain(
          (sql) => readRows(connection, sql),
          { id: "0", path: warehouse, snapshot: null },
          {
            round: String(round_code),
            index: String(index_code),
            unit: String(unit),
            node: String(node_code),
          },
        );
        const asked = [round_code, index_code, unit, node_code];
        expect([asked, found.domain_level, found.figure]).toMatchObject([asked, domain_level, values]);
        const units = found.parts.find(({ part }) => part === "units")?.rows ?? [];
        const best = units.reduce((high, row) => Math.max(high, Number(row["percent"])), 0);
        expect([asked, units.length, best]).toEqual([asked, values["n_units"], values["best_percent"]]);
        const isShown = domain_level === "nation" || node_code === "total";
        expect([asked, found.shown]).toEqual([asked, isShown ? "row" : "nearest"]);
        expect(found.link).toMatch(isShown ? /#muc-/ : /#muc-.*-total$/);
        expect(found.data).toBe("national/data/par_summaries-minh-hoa.csv");
      }
    } finally {
      close();
    }
  }, 120_000);

  test("index, unit and node are also found by what pages call them: a type of unit, an area, a question", async () => {
    const byLabel = await explained("2023", "PAR INDEX các tỉnh", "Thành phố", "Tổng điểm");
    const byCode = await explained("2023", "par_province", "city", "total");
    expect(byLabel).toEqual(byCode);
    expect(byCode).toMatchObject({ name: "thành phố", name_en: "city", domain_level: "type" });
    const area = await explained("2023", "par_province", "Tỉnh 01", "Cải cách thể chế");
    expect(area).toMatchObject({ node_code: "2" });
    const factor = await explained("2022", "SIPAS", "nation", "access to services");
    expect(factor).toMatchObject({ node_code: "access" });
  });

  test("a mean that no page shows by itself says so, leads to the nearest row and names the file that has it", async () => {
    const { out } = await project.thuocdo(
      ...[
        "explain",
        "--round",
        "2023",
        "--index",
        "par_province",
        "--unit",
        "minh-hoa-vung-1",
        "--node",
        "3",
      ],
    );
    expect(out).toContain(
      "No page shows it by itself; nearest to it in a release: national/par-index-tinh-2023",
    );
    expect(out).toContain("in its open data: national/data/par_summaries-minh-hoa.csv");
  });

  test("two rankings in one round: the real one is the figure, the fictional one stands beside it, and no unit is in both", async () => {
    const { connection, close } = await connect(
      ":memory:",
      { threads: 1, memoryLimit: "500MB", spillFolder: "" },
      "write",
    );
    const ask = (sql: string) => readRows(connection, sql);
    try {
      for (const sql of twoRankings) await connection.run(sql);
      const nation: Subject = {
        round_code: "2023",
        index_code: "par_province",
        domain_level: "nation",
        domain_code: "vn",
        name: "Cả nước",
        name_en: "Nation",
        is_fictional: false,
      };
      const found = await summaryOrigin(ask, nation, "total");
      expect(found.figure).toMatchObject({ ranking_code: "khung-2022", percent: 85, n_units: 2 });
      const partsOf = (part: string) => found.parts.find((each) => each.part === part)?.rows ?? [];
      expect(partsOf("units").map((row) => row["unit_code"])).toEqual(["02", "01"]);
      expect(partsOf("rankings")).toMatchObject([
        { ranking_code: "fictional:minh-hoa", percent: 50, n_units: 2 },
      ]);
      expect(found.provenance).toBe("derived");
      expect(found.link).toBe("national/par-index-tinh-2023.html#muc-2023-khung-2022-all-total");
    } finally {
      close();
    }
  });

  test("a total says its rank sets and what changed since the year before, the parts adding to the change of rank", async () => {
    const found = await explained("2023", "par_province", "Tỉnh 11", "total");
    const [standing] = partOf(found, "standing");
    expect(standing?.["index_rank"]).toBe(found.figure["index_rank"]);
    const [simulated] = partOf(found, "simulated");
    expect(Number(simulated?.["rank_low"])).toBeLessThanOrEqual(Number(simulated?.["rank_high"]));
    const [change] = partOf(found, "change");
    expect(Number(change?.["own_change"]) + Number(change?.["others_change"])).toBe(change?.["rank_change"]);
    expect(Number(change?.["rank_change"])).not.toBe(0);
  });

  test("an overall value of SIPAS says its rank, what changed of both, and an item how it stands to the rest, as the marts have them", async () => {
    const overall = await explained("2023", "sipas", "01", "overall");
    const marts = {
      rank: "select recipe_code, score_rank, rank_se from marts.sipas_ranking where round_code = '2023' and unit_code = '01' order by",
      change:
        "select recipe_code, change_percent, change_percent_se, change_percent_status from marts.sipas_changes where round_code = '2023' and unit_code = '01' and node_code = 'overall' order by earlier_round desc,",
      rank_change:
        "select recipe_code, rank_change, own_change, others_change from marts.sipas_rank_changes where round_code = '2023' and unit_code = '01' order by earlier_round desc,",
    };
    for (const [part, sql] of Object.entries(marts)) {
      const rows = await query(warehouse, `${sql} is_shown_recipe desc, recipe_code`);
      expect(rows.length).toBeGreaterThan(0);
      expect([part, partOf(overall, part)]).toMatchObject([part, rows]);
    }
    const item = await explained("2023", "sipas", "01", "sat_01");
    const contrasts = await query(
      warehouse,
      "select difference_percent, difference_q from marts.sipas_contrasts where round_code = '2023' and unit_code = '01' and node_code = 'sat_01' order by is_shown_recipe desc, recipe_code",
    );
    expect(contrasts.length).toBeGreaterThan(0);
    expect(partOf(item, "contrast")).toMatchObject(contrasts);
  });

  test("a printed figure is given digit for digit with the page that it was read on", async () => {
    const justice = await explained("2023", "par_ministry", "BTP", "total");
    expect(justice.figure).toMatchObject({ points: "89.95", index_rank: 1, n_ranked: 17 });
    expect(justice.sources[0]).toMatch(/^https:\/\//);
    const nation = await explained("2022", "sipas", "nation", "overall", "--printed");
    expect(nation).toMatchObject({ provenance: "published", figure: { value: "80.080000000" } });
  });

  test("every figure of the release's marts can be explained, in text and without a person's answer", async () => {
    const nodes = await query(
      warehouse,
      `select * from (
         select round_code, index_code, unit_code as unit, node_code from marts.par_nodes where stage_code = 'final'
         union all select round_code, 'sipas', domain_code, node_code from marts.sipas_nodes where is_shown_recipe
         union all select round_code, index_code, unit_code, 'total' from marts.par_ministry_scores
       ) using sample reservoir(12 rows) repeatable (7)`,
    );
    for (const { round_code, index_code, unit, node_code } of nodes) {
      const args = ["--round", round_code, "--index", index_code, "--unit", unit, "--node", node_code].map(
        String,
      );
      const { code, out, err } = await project.thuocdo("explain", ...args);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain("Tables, from what was given to where it stands");
      expect(out).not.toMatch(/response_key|participant_key|person_key/);
    }
  });

  test.each([
    [["--round", "1999", "--index", "sipas", "--unit", "01"], "no round 1999", "2022"],
    [["--round", "2022", "--index", "pci", "--unit", "01"], 'no index "pci"', "sipas"],
    [["--round", "2023", "--index", "par_province", "--unit", "Tỉnh Không Có"], "Tỉnh Không Có", "Tỉnh 01"],
    [["--round", "2023", "--index", "par_province", "--unit", "Tỉnh 01", "--node", "9.9"], '"9.9"', "8.3.4"],
  ])(
    "%j: one sentence says what is missing, another what there is, and the command ends with 2",
    async (args, missing, there) => {
      const { code, err } = await project.thuocdo("explain", ...args);
      expect(code).toBe(2);
      expect(err.split("\n")[0]).toContain(missing);
      expect(err.split("\n")[1]).toContain(there);
    },
  );
});

interface Planned {
  readonly status: string;
  readonly plan: readonly { readonly code: string; readonly max: string; readonly cost: string | null }[];
  readonly points: string;
  readonly rank: number;
  readonly rankBefore: number;
  readonly cost: string | null;
}

async function planned(...args: string[]): Promise<Planned> {
  const about = ["--round", "2023", "--index", "par_province", "--unit", "Tỉnh 01"];
  const { out, err } = await project.thuocdo("whatif", ...about, ...args, "--json");
  expect(err).toBe("");
  return JSON.parse(out) as Planned;
}

describe("what would lift a unit", () => {
  test("a plan that is carried out and built again gives the promised total and rank", async () => {
    const plan = await planned("--ranks", "2");
    expect(plan.status).toBe("planned");
    const copy = copyOf(project);
    const codes = plan.plan.map(({ code, max }) => `when node_code = '${code}' then ${max}`).join(" ");
    const leaves = plan.plan.map(({ code }) => `'${code}'`).join(", ");
    await change(
      join(copy.folder, "var/store/demo.duckdb"),
      `update scorecards set points = case ${codes} end, reason = 'Theo kế hoạch'
       where unit_name = 'Tỉnh 01' and round_code = '2023' and stage_code = 'final' and node_code in (${leaves})`,
    );
    const built = JSON.parse((await copy.thuocdo("build", "--json")).out) as { path: string };
    const [row] = await query(
      built.path,
      "select points, index_rank from scores.par_index where round_code = '2023' and unit_code = 'minh-hoa-tinh-01'",
    );
    expect(new Big(String(row?.["points"])).toFixed()).toBe(plan.points);
    expect(row?.["index_rank"]).toBe(plan.rank);
    expect(plan.rank).toBeLessThanOrEqual(plan.rankBefore - 2);
    copy.remove();
  }, 120_000);

  test("with costs the plan is the cheapest; a file with a leaf that is not there is refused whole", async () => {
    const file = join(project.folder, "costs.csv");
    writeFileSync(file, "node_code,cost\n1.4,100\n1.5,3.5\n3.2.1,90\n5.3.3,4\n");
    expect(await planned("--points", "1.5", "--costs", file)).toMatchObject({
      plan: [{ code: "1.5" }, { code: "5.3.3" }],
      cost: "7.5",
    });
    writeFileSync(file, "node_code,cost\n9.9,1\n1.5,x\n");
    const about = ["--round", "2023", "--index", "par_province", "--unit", "Tỉnh 01", "--points", "1"];
    const answer = await project.thuocdo("whatif", ...about, "--costs", file);
    expect(answer.code).toBe(3);
    expect(answer.err).toContain("costs.csv:3: cost");
  });

  test("a unit that is scored without a rank has no rank to gain, and takes none from the others", async () => {
    const ranks = await project.thuocdo(
      ...["whatif", "--round", "2023", "--index", "par_ministry", "--unit", "Bộ F", "--ranks", "1"],
    );
    expect([ranks.code, ranks.err.split("\n")[0]]).toEqual([
      2,
      "thuocdo: Bộ F is scored without being ranked: it has no rank to gain.",
    ]);
    const [goals] = await query(
      warehouse,
      `select count(*) filter (goal_kind = 'ranks')::integer as n_ranks, count(rank_after)::integer as n_ranks_after
       from marts.par_what_if where unit_code = 'minh-hoa-bo-f'`,
    );
    expect(goals).toEqual({ n_ranks: 0, n_ranks_after: 0 });
  });

  test("a ministry of which only blocks are published has no leaves to plan with, and the command says so", async () => {
    const about = ["--round", "2023", "--index", "par_ministry", "--unit", "Bộ Tư pháp", "--points", "1"];
    const answer = await project.thuocdo("whatif", ...about);
    expect(answer.code).toBe(2);
    expect(answer.err).toContain("no scorecard is held");
  });
});
