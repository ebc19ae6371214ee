import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesIn } from "../../pipelines/discover.ts";
import { sha256OfFile } from "../../pipelines/files.ts";
import { bundleFolder } from "../../reports/folder.ts";
import { scanBundle } from "../../reports/scanner.ts";
import { change, copyOf, query, type ScratchProject, scratchProject } from "./scratchProject.ts";

let project: ScratchProject;
let warehouse: string;
beforeAll(async () => {
  project = await scratchProject();
  expect((await project.thuocdo("demo", "--respondents", "900", "--units", "3")).code).toBe(0);
  const published = await project.thuocdo("publish", "--json");
  expect(published.err).toBe("");
  expect(JSON.parse(published.out)).toMatchObject({ release: "2023-r1", is_new: true });
  const built = JSON.parse((await project.thuocdo("build", "--json")).out) as { path: string };
  warehouse = built.path;
});
afterAll(() => project.remove());

const marts = (sql: string) => query(warehouse, sql);
const released = (path: string) => join(project.folder, "var/releases/2023-r1", path);

describe("a release", () => {
  test("holds one bundle a unit of each round, and one for the nation", async () => {
    const pages = await filesIn(released("."), ["index.html"]);
    expect(pages.filter((path) => path.startsWith("provinces/"))).toHaveLength(63);
    expect(pages.filter((path) => path.startsWith("ministries/"))).toHaveLength(19);
    expect(pages.filter((path) => path.startsWith("minh-hoa/minh-hoa-"))).toHaveLength(18);
    expect(pages).toContain("national/index.html");
    expect(pages).toContain("index.html");
  });

  test("lists every file with its hash, and readers are led to it", async () => {
    const manifest = JSON.parse(readFileSync(released("manifest.json"), "utf8"));
    const listed = manifest.files.map(({ path }: { path: string }) => path);
    const found = (await filesIn(released("."), [""])).filter((path) => path !== "manifest.json");
    expect(listed).toEqual(found.sort());
    for (const { path, sha256 } of manifest.files.slice(0, 20))
      expect(await sha256OfFile(released(path))).toBe(sha256);
    const pointer = JSON.parse(readFileSync(join(project.folder, "var/current.json"), "utf8"));
    expect(pointer).toEqual({
      release: "2023-r1",
      folder: "releases/2023-r1",
      manifest_sha256: await sha256OfFile(released("manifest.json")),
    });
  });

  test("is not made again from the same inputs, and the command says so", async () => {
    const again = await project.thuocdo("publish");
    expect(again.code).toBe(0);
    expect(again.out).toContain("Nothing has changed since release 2023-r1; no new release was made.");
    expect(existsSync(released("../2023-r2"))).toBe(false);
  });

  test("carries its number on every page, and no page holds a placeholder", async () => {
    for (const path of await filesIn(released("."), [".html"])) {
      const html = readFileSync(released(path), "utf8");
      expect(html, path).toContain("2023-r1");
      expect(html, path).not.toMatch(/[\u{E000}-\u{F8FF}]|undefined|NaN|\[object/u);
    }
  });

  test("says minh-hoa in the name, and invented respondents on the page, wherever figures come from the demo", async () => {
    for (const path of await filesIn(released("."), [".html"])) {
      const html = readFileSync(released(path), "utf8");
      if (path.includes("minh-hoa")) expect(html, path).toContain("invented respondents");
    }
    const provinces = (await filesIn(released("provinces"), [".html"])).filter(
      (path) => !path.includes("minh-hoa"),
    );
    for (const path of provinces)
      expect(readFileSync(released(`provinces/${path}`), "utf8"), path).toContain("[x]");
  });
});

describe("a bundle", () => {
  test("holds its own unit and public aggregates only: every file of every bundle is searched for other units", async () => {
    const units = (
      await marts("select unit_level, unit_code, unit_name, unit_name_en, is_fictional from marts.readers")
    ).map((row) => ({
      kind: row["unit_level"] as "province" | "ministry",
      unit_code: String(row["unit_code"]),
      unit_name: String(row["unit_name"]),
      unit_name_en: String(row["unit_name_en"]),
      is_fictional: row["is_fictional"] === true,
    }));
    expect(units.filter((unit) => !unit.is_fictional)).toHaveLength(82);
    expect(units.filter((unit) => unit.is_fictional)).toHaveLength(18);
    for (const reader of units) {
      const folder = [false, true]
        .map((isIllustrative) => bundleFolder(reader, isIllustrative))
        .find((name) => existsSync(released(name)));
      expect(folder, reader.unit_name).toBeDefined();
      const files = (await filesIn(released(folder!), [""])).map((path) => ({
        path,
        bytes: readFileSync(released(join(folder!, path))),
      }));
      expect(files.length).toBeGreaterThan(3);
      expect(scanBundle(files, reader, units), folder).toEqual([]);
    }
  });
});

describe("the warehouse", () => {
  test.each([
    ["2022", 0],
    ["2023", 1],
  ])(
    "F33, F34, F37: accounts for every response of round %s, dropped ones by reason, as many as were planted",
    async (round, at) => {
      const flow = await marts(
        `select step_code, n_responses from marts.response_flow
       where domain_level = 'nation' and round_code = '${round}' order by step_order`,
      );
      const counts = Object.fromEntries(flow.map((row) => [row["step_code"], row["n_responses"]]));
      const dirt = JSON.parse(readFileSync(join(project.folder, "var/store/demo.duckdb.dirt.json"), "utf8"));
      const [inStore] = await query(
        join(project.folder, "var/store/demo.duckdb"),
        `select count(*) as n from responses where round_code = '${round}' and instrument_code = 'sipas-2022'`,
      );
      expect(counts["in_store"]).toBe(inStore?.["n"]);
      const planted = dirt.rounds[at].by_kind as Record<string, number>;
      expect(counts).toEqual({
        in_store: dirt.rounds[at].responses_in_store,
        unknown_person: planted["unknown_person"],
        test_response: planted["test_response"],
        not_submitted: planted["unfinished"],
        before_opening: planted["before_opening"],
        after_closing: planted["after_closing"],
        edited_after_closing: planted["edited_after_closing"],
        duplicate_submission: planted["answered_twice"]! + planted["double_click"]!,
        no_valid_answer: planted["no_satisfaction_answer"],
        valid: dirt.rounds[at].responses_in_store - dropped(planted),
      });
    },
  );

  test("gives the weights that the margins ask for, to a part in a thousand million", async () => {
    const rows = await marts(
      "select unit_code, worst_margin_error, sum_base_weight, adults_margin from marts.weighting",
    );
    expect(rows).toHaveLength(6); // three provinces in two rounds
    for (const row of rows) expect(row["worst_margin_error"]).toBeLessThan(1e-9);
  });

  test("never mixes published and invented figures in a mart of one index", async () => {
    const rows = await marts(`
      select 'ranking' as mart, index_code, list_sort(list_distinct(list(provenance)))::varchar as kinds from marts.sipas_ranking group by all
      union all select 'ministries', index_code, list_distinct(list(provenance))::varchar from marts.par_ministry_scores group by all`);
    expect(rows.map((row) => [row["mart"], row["kinds"]]).sort()).toEqual([
      ["ministries", "[published]"],
      ["ranking", "[illustrative]"],
    ]);
  });

  test("tells change where a round calls another comparable, with districts in common, and says so where it does not", async () => {
    const changes = await marts(`
      select round_code, earlier_round, domain_level, change_percent_status as status, count(*)::integer as n,
        max(n_shared_psus) as shared, max(n_psus) as of_psus
      from marts.sipas_changes
      where recipe_code = 'design' and domain_level <> 'region' and change_percent_status <> 'no_responses'
      group by all order by all`);
    const nodes = 33 + 9 + 2 + 1;
    expect(changes.map((row) => Object.values(row).join(" "))).toEqual([
      "2022 2021 nation not_comparable 1  ",
      "2022 2021 province not_comparable 63  ",
      "2023 2021 nation not_comparable 1  ",
      "2023 2021 province not_comparable 63  ",
      `2023 2022 nation ok ${nodes} 8 12`,
      `2023 2022 province ok ${3 * nodes} 4 6`,
    ]);
  });

  test("F63: shows a province without a sample as one without responses, and gives it no rank", async () => {
    const rows = await marts(`
      select distinct score_percent_status, score_rank from marts.sipas_ranking
      where unit_code not in (select unit_code from marts.weighting)`);
    expect(rows).toEqual([{ score_percent_status: "no_responses", score_rank: null }]);
  });
});

describe("the same store", () => {
  test("gives the same marts and the same HTML on one thread and on two", async () => {
    const single = copyOf(project);
    single.edit("thuocdo.yaml", (text) => `${text}threads: 1\n`);
    for (const made of ["builds", "releases", "history", "current.json"])
      rmSync(join(single.folder, "var", made), { recursive: true });
    expect((await single.thuocdo("publish")).code).toBe(0);
    expect(readFileSync(join(single.folder, "var/releases/2023-r1/manifest.json"), "utf8")).toBe(
      readFileSync(released("manifest.json"), "utf8"),
    );
    const path = (JSON.parse((await single.thuocdo("build", "--json")).out) as { path: string }).path;
    for (const table of [
      "marts.sipas_ranking",
      "marts.sipas_nodes",
      "marts.perceptions",
      "weights.final_weights",
    ]) {
      expect(await query(path, `from ${table} order by all`), table).toEqual(
        await marts(`from ${table} order by all`),
      );
    }
    single.remove();
  });
});

describe("bad input stops the run with a sentence, and the last release stays", () => {
  const spoiled = async (spoil: (copy: ScratchProject) => Promise<void> | void) => {
    const copy = copyOf(project);
    await spoil(copy);
    const answer = await copy.thuocdo("publish");
    const pointer = JSON.parse(readFileSync(join(copy.folder, "var/current.json"), "utf8"));
    expect(pointer.release).toBe("2023-r1");
    expect(await filesIn(join(copy.folder, "var/tmp"), [""])).toEqual([]);
    copy.remove();
    return answer;
  };
  const store = (copy: ScratchProject) => join(copy.folder, "var/store/demo.duckdb");

  test("an absent store", async () => {
    const answer = await spoiled((copy) =>
      copy.edit("thuocdo.yaml", (text) => text.replace("demo.duckdb", "gone.duckdb")),
    );
    expect(answer.code).toBe(4);
    expect(answer.err).toContain("gone.duckdb");
    expect(answer.err).toContain("thuocdo demo");
  });

  test("a column that the store lacks", async () => {
    const answer = await spoiled((copy) =>
      change(store(copy), "alter table responses drop column submitted_at"),
    );
    expect(answer.code).toBe(5);
    expect(answer.err).toMatch(/responses.*submitted_at/s);
  });

  test("a unit name that no registry knows", async () => {
    const answer = await spoiled((copy) =>
      change(
        store(copy),
        "update sample_units set unit_name = 'Tỉnh Không Có' where stage_code = 'district' and sample_unit_key = (select min(sample_unit_key) from sample_units where stage_code = 'district')",
      ),
    );
    expect(answer.code).toBe(6);
    expect(answer.err).toContain("an unknown name never makes a new unit");
    expect(answer.err).toContain("unit_name = Tỉnh Không Có");
  });

  test("a specification with several mistakes lists them all with file, path and line", async () => {
    const answer = await spoiled((copy) => {
      copy.addModel("rounds/2022/round.yaml", (text) =>
        text
          .replace("service_weight:", "service_wait:")
          .replace("reference_date: 2022-12-31", "reference_date: 31/12/2022"),
      );
    });
    expect(answer.code).toBe(3);
    expect(answer.err).toMatch(/models\/rounds\/2022\/round\.yaml:\d+: .*service_wait/);
    expect(answer.err).toMatch(/models\/rounds\/2022\/round\.yaml:\d+: reference_date/);
  });
});

/** Every planted kind drops its response but one: a submission without a date counts. */
function dropped(planted: Record<string, number>): number {
  const { no_date, ...others } = planted;
  return Object.values(others).reduce((sum, n) => sum + n, 0);
}
