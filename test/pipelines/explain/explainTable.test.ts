import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ask } from "../../../pipelines/explain/ask.ts";
import { explainTable } from "../../../pipelines/explain/explainTable.ts";
import { type Places, placesOf } from "../../../pipelines/explain/places.ts";
import { tableExplanationLines } from "../../../pipelines/explain/tableExplanationLines.ts";
import { formulasOf, withFormulas } from "../../../pipelines/explain/tableFormulas.ts";
import { personalColumns } from "../../../pipelines/explain/tableRows.ts";
import { rulesBehind, ruleTables } from "../../../pipelines/explain/tableRules.ts";
import { rowsFor } from "../../../pipelines/renderBundles.ts";
import { connect } from "../../../pipelines/warehouse/connection.ts";
import { readRows } from "../../../pipelines/warehouse/readRows.ts";
import { readHeads } from "../../../pipelines/warehouse/tables.ts";
import type { Row } from "../../../sql/table.ts";
import { type ScratchProject, scratchProject } from "../scratchProject.ts";

let project: ScratchProject;
let ask: Ask;
let places: Places;
let close: () => void;
const build = { id: "0", path: "", snapshot: null };
beforeAll(async () => {
  project = await scratchProject();
  expect((await project.thuocdo("demo", "--respondents", "600", "--units", "3")).code).toBe(0);
  const { path } = JSON.parse((await project.thuocdo("build", "--json")).out) as { path: string };
  const opened = await connect(path, { threads: 1, memoryLimit: "1GB", spillFolder: "" }, "read");
  ask = (sql) => readRows(opened.connection, sql);
  places = placesOf(ask, "vi");
  close = opened.close;
}, 180_000);
afterAll(() => {
  close();
  project.remove();
});

const explained = (table: string, key: Readonly<Record<string, string>>, unit?: string) =>
  explainTable(ask, build, places, { table, key: Object.entries(key), unit });

describe("a unit beside those ranked with it", () => {
  test("mean, best and the mean of its region are those of the standings; fictional ones are for fictional readers alone", async () => {
    const standings = await ask(
      "from marts.par_standings where round_code = '2023' and index_code = 'par_province' and rank_status = 'ranked'",
    );
    const mean = (of: readonly Row[]) => of.reduce((sum, row) => sum + Number(row["percent"]), 0) / of.length;
    const own = standings.find((row) => row["unit_code"] === "minh-hoa-tinh-01");
    const neighbours = standings.filter((row) => row["region_name"] === own?.["region_name"]);
    expect([standings.length, neighbours.length]).toEqual([11, 4]);
    const [compared] = await ask(
      "from marts.par_comparisons where round_code = '2023' and unit_code = 'minh-hoa-tinh-01' and node_code = 'total'",
    );
    expect(compared).toMatchObject({
      percent: own?.["percent"],
      n_units: 11,
      region_n: 4,
      is_fictional: true,
    });
    expect(compared?.["mean_percent"]).toBeCloseTo(mean(standings), 9);
    expect(compared?.["region_percent"]).toBeCloseTo(mean(neighbours), 9);
    expect(compared?.["best_percent"]).toBe(Math.max(...standings.map((row) => Number(row["percent"]))));
    const means = await ask("from marts.par_summaries");
    const real = { kind: "province", unit_code: "01", unit_name: "", unit_name_en: "" } as const;
    expect(rowsFor({ ...real, is_fictional: false }, means)).toEqual([]);
    const fictional = { ...real, unit_code: "minh-hoa-tinh-01", is_fictional: true };
    expect(rowsFor(fictional, means)).toEqual(means);
    const comparisons = await ask("from marts.par_comparisons");
    expect(new Set(rowsFor(fictional, comparisons).map((row) => row["unit_code"]))).toEqual(
      new Set(["minh-hoa-tinh-01"]),
    );
  });
});

describe("rows of any table of figures", () => {
  test("the recipes of a province: both values, and their difference computed again", async () => {
    const found = await explained("sipas_recipe_comparison", { round_code: "2022" }, "TP Hà Nội");
    const row = found.rows[0]!;
    expect(found.rows).toHaveLength(1);
    expect(row["unit_code"]).toBe("01");
    const formulas = found.parts.find(({ part }) => part === "formulas")?.rows ?? [];
    expect(formulas[0]?.["gives"]).toBe(Number(row["design_percent"]) - Number(row["plain_percent"]));
    expect(found.tables.map(({ table }) => table)).toContain("weights.cell_weights");
    expect(found.columns.find(({ column }) => column === "plain_percent")?.meaning).toContain(
      "counting once",
    );
    expect(found.link).toBe("national/sipas-2022-minh-hoa.html#recipecomparison-r2022");
    expect(found.data).toBe("national/data/sipas_recipe_comparison-minh-hoa.csv");
  });

  test("a key takes what is printed for a code: the wording of an answer, the name of a unit, the nation", async () => {
    const byCode = await explained("respondents", {
      round_code: "2022",
      domain_code: "vn",
      item_code: "gender",
      option_code: "female",
    });
    const byLabel = await explained(
      "marts.respondents",
      { round_code: "2022", item_code: "giới tính", option_code: "Nữ" },
      "cả nước",
    );
    expect(byLabel.rows).toEqual(byCode.rows);
    expect(byLabel.rows).toHaveLength(1);
  });

  test("the rules are those that a table before the figure applies: weighting for a weighted share, none of it for scorecards", async () => {
    const codes = async (table: string, key: Readonly<Record<string, string>>) =>
      (await explained(table, key)).parts
        .find(({ part }) => part === "rules")
        ?.rows.map((row) => String(row["rule_code"]));
    const weighted = await codes("weighting", { round_code: "2022", unit_code: "01" });
    expect(weighted).toContain("weighting_calibration");
    expect(weighted).not.toContain("service_weight");
    const officials = await codes("par_survey", {
      round_code: "2023",
      unit_code: "minh-hoa-tinh-01",
      group_code: "all",
      node_code: "8.2.1",
    });
    expect(officials).toContain("officials_minimum_n");
    expect(officials?.filter((code) => code.startsWith("weighting_"))).toEqual([]);
  });

  test("a rule of which no table is named stands with every figure of its index; the tables that are named exist, for rules that there are", async () => {
    const rules = await ask("select distinct rule_code from marts.method_rules");
    const unused = ruleTables.filter(
      ([start]) => !rules.some(({ rule_code }) => String(rule_code).startsWith(start)),
    );
    expect(unused).toEqual([]);
    const tables = await ask("select schema_name || '.' || table_name as name from duckdb_tables()");
    const names = new Set(tables.map(({ name }) => name));
    expect(ruleTables.flatMap(([, applied]) => applied).filter((table) => !names.has(table))).toEqual([]);
    const fresh: Row = { round_code: "2022", rule_code: "a_rule_of_tomorrow", rule_status: "assumed" };
    const rows: Row[] = [{ round_code: "2022", index_code: "sipas" }];
    expect(await rulesBehind(async () => [fresh], rows, ["marts.fieldwork"])).toEqual([fresh]);
  });

  test("every table of figures says how it is made, of columns that it has", async () => {
    const heads = await readHeads("marts");
    const asked = [...heads].flatMap(([table, { columns = {} }]) =>
      personalColumns.some((column) => column in columns) ? [] : [table],
    );
    expect(heads.size - asked.length).toBe(2);
    expect(Object.keys(formulasOf).sort()).toEqual(asked.map((table) => table.replace("marts.", "")).sort());
    const unknown = Object.entries(formulasOf).flatMap(([table, formulas]) =>
      formulas.flatMap(({ column }) =>
        heads.get(`marts.${table}`)?.columns?.[column] === undefined ? [`${table}.${column}`] : [],
      ),
    );
    expect(unknown).toEqual([]);
  });

  test("every formula gives the printed number in every row of its table, and nothing where the number is withheld", async () => {
    const told = Object.entries(formulasOf).flatMap(([table, formulas]) =>
      formulas.flatMap(({ column, sql }, i) =>
        sql === undefined ? [] : [{ table, column, at: `formula_${i + 1}` }],
      ),
    );
    expect(told.length).toBeGreaterThan(30);
    for (const { table, column, at } of told) {
      const [wrong] = await ask(`
        select count(*)::integer as n from (${withFormulas(`marts.${table}`)})
        where ${at} is not null and (${column} is null or abs(${at} - ${column}::double) > 1e-9 * greatest(1, abs(${at})))`);
      expect([table, column, wrong?.["n"]]).toEqual([table, column, 0]);
    }
    const [held] = await ask(
      `select count(formula_1)::integer as n from (${withFormulas("marts.respondents")}) where share_percent is not null`,
    );
    expect(Number(held?.["n"])).toBeGreaterThan(0);
  });

  test("a withheld figure stays withheld: every number of the answer is one that the table itself shows", async () => {
    let asked = 0;
    for (const [table, { grain }] of await readHeads("marts")) {
      if (table === "marts.reminders") continue;
      const columns = (await ask(`describe ${table}`)).map((column) => String(column["column_name"]));
      const statuses = columns.filter((column) => column.endsWith("_status"));
      if (statuses.length === 0) continue;
      const withheld = await ask(`
        from ${table} where ${statuses.map((status) => `${status}::varchar = 'suppressed'`).join(" or ")}
        order by ${grain.join(", ")}`);
      const step = Math.max(1, Math.floor(withheld.length / 6));
      for (const row of withheld.filter((_, i) => i % step === 0)) {
        asked += 1;
        const key = Object.fromEntries(grain.map((column) => [column, String(row[column] ?? "")]));
        const found = await explained(table, key);
        expect([table, key, found.rows]).toEqual([table, key, [row]]);
        const formulas = found.parts.find(({ part }) => part === "formulas")?.rows ?? [];
        expect(formulas.filter(({ printed }) => printed === null)).toEqual([]);
        const shown = new Set(
          (await ask(`from ${table}`)).flatMap((each) => Object.values(each).map(String)),
        );
        const beside = found.parts.find(({ part }) => part === "beside")?.rows ?? [];
        expect(
          beside.flatMap((each) => Object.values(each).map(String)).filter((each) => !shown.has(each)),
        ).toEqual([]);
        expect(
          found.parts
            .map(({ part }) => part)
            .filter((part) => !["formulas", "beside", "rules"].includes(part)),
        ).toEqual([]);
      }
    }
    expect(asked).toBeGreaterThan(10);
  }, 120_000);

  test("a build of another version is answered for without a place: its tables are not as the pages read them", async () => {
    const other: Ask = async (sql) => {
      const rows = await ask(sql);
      return sql === "from marts.weighting" ? rows.map(({ kish_deff, ...row }) => row as Row) : rows;
    };
    const key = [
      ["round_code", "2022"],
      ["unit_code", "01"],
    ] as const;
    const found = await explainTable(other, build, placesOf(other, "vi"), { table: "weighting", key });
    expect(found).toMatchObject({ link: null, shown: "unknown", rows: [{ unit_code: "01" }] });
    expect(tableExplanationLines(found).join("\n")).toContain("Where it is shown cannot be told");
  });

  test("in a terminal a withheld figure is [c], and an invented one says so", async () => {
    const [cell] = await ask(
      "select round_code, domain_code, item_code, option_code from marts.respondents where n_status = 'suppressed' order by all limit 1",
    );
    const key = Object.entries(cell ?? {}).map(([column, value]) => `${column}=${String(value)}`);
    const { code, out, err } = await project.thuocdo("explain", "--table", "respondents", "--key", ...key);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^n_responses: \[c\]/m);
    expect(out).toMatch(/^share_percent: \[c\]/m);
    expect(out).toContain("dữ liệu minh họa");
    expect(out).toMatch(/snapshot [0-9a-f]{64}/);
  });

  test.each([
    [["--table", "nothing"], 'no table "nothing"', "sipas_trend"],
    [["--table", "respondents", "--key", "colour=red"], 'no column "colour"', "item_code"],
    [["--table", "respondents", "--key", "gender"], '"gender" names no column', "column=value"],
    [["--table", "respondents", "--round", "1999"], 'round_code "1999"', "2022, 2023"],
    [["--table", "respondents", "--unit", "Nơi Không Có"], "Nơi Không Có", "01"],
    [["--table", "perceptions", "--round", "2022"], "More than 60 rows", "item_code"],
    [["--table", "reminders", "--round", "2023"], "single persons", "own list"],
    [["--table", "participation_exceptions", "--round", "2023"], "single persons", "own list"],
    [["--round", "2022", "--unit", "01"], "--round, --index and --unit", "--help"],
    [
      ["--round", "2022", "--index", "sipas", "--unit", "01", "--key", "a=b"],
      "--table with its key",
      "--help",
    ],
  ])(
    "%j: one sentence says what is wrong, another what there is, and the command ends with 2",
    async (args, wrong, there) => {
      const { code, err } = await project.thuocdo("explain", ...args);
      expect(code).toBe(2);
      expect(err.split("\n")[0]).toContain(wrong);
      expect(err.split("\n")[1]).toContain(there);
    },
  );
});
