import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { refuseRestricted } from "../../../pipelines/analysis/restricted.ts";
import { change, query, type ScratchProject, scratchProject } from "../scratchProject.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }); // other work may share the machine

let project: ScratchProject;
let store: string;
let warehouse: string;
let folder: string;
beforeAll(async () => {
  project = await scratchProject();
  store = join(project.folder, "var/store/demo.duckdb");
  const made = await project.thuocdo("demo", "--respondents", "420", "--units", "2", "--rounds", "2022");
  expect(made.err).toBe("");
  // a village where nobody answered, and one where a single person did
  const villages = await query(
    store,
    `select parent_key, list(sample_unit_key order by sample_unit_key) as persons from sample_units
     where stage_code = 'person' and is_selected group by all order by parent_key limit 2`,
  );
  const persons = villages.map(({ persons }) =>
    String(persons)
      .replace(/^\[|\]$/g, "")
      .split(", "),
  );
  const gone = [...persons[0]!, ...persons[1]!.slice(1)]
    .map((key) => `'${key.replaceAll("'", "")}'`)
    .join(",");
  await change(
    store,
    `delete from responses where participant_key in (select participant_key from participants where sample_unit_key in (${gone}))`,
  );
  warehouse = (JSON.parse((await project.thuocdo("build", "--json")).out) as { path: string }).path;
  folder = join(project.folder, "microdata");
  expect((await exported(folder)).err).toBe("");
});
afterAll(() => project.remove());

const exported = (out: string, ...more: string[]) =>
  project.thuocdo("export", "analysis", "--round", "2022", "--out", out, "--replicates", "40", ...more);

const table = (name: string, at = folder): Record<string, string>[] =>
  parse(readFileSync(join(at, `${name}-minh-hoa.csv`)), { columns: true, bom: true });

describe("restricted microdata", () => {
  test("have one row a valid response, with the weights of the warehouse under each recipe", async () => {
    const rows = table("responses");
    const sums = await query(
      warehouse,
      "select recipe_code, count(*)::integer as n, sum(weight_e9)::double / 1e9 as total from weights.final_weights group by all order by all",
    );
    for (const { recipe_code, n, total } of sums) {
      expect(rows).toHaveLength(Number(n));
      const sum = rows.reduce((all, row) => all + Number(row[`weight_${recipe_code}`]), 0);
      expect(sum / Number(total)).toBeCloseTo(1, 12);
    }
    expect(new Set(rows.map((row) => row["restricted_key"])).size).toBe(rows.length);
  });

  test("tell no key of the store, no time, no interviewer and no open answer", async () => {
    const columns = Object.keys(table("responses")[0]!);
    expect(
      columns.filter((name) => /_at$|date|time|interviewer|participant|token|device/.test(name)),
    ).toEqual([]);
    const open = await query(warehouse, "select item_code from spec.items where kind = 'text'");
    expect(open.length).toBeGreaterThan(0);
    for (const { item_code } of open) expect(columns).not.toContain(item_code);
    const keys = await query(
      store,
      `select response_key as key from responses union select participant_key from participants
       union select sample_unit_key from sample_units union select interviewer_key from responses where interviewer_key is not null`,
    );
    const known = new Set(keys.map(({ key }) => String(key)));
    for (const name of readdirSync(folder).filter((name) => /\.(csv|md|json|txt)$/.test(name)))
      for (const word of readFileSync(join(folder, name), "utf8").split(/[\s,;"|]+/))
        expect(known.has(word), `${word} in ${name}`).toBe(false);
  });

  test("keep sampled areas where nobody answered, and count them as sampled", () => {
    const empty = table("clusters").filter((row) => row["stage4_sampled"] === "0");
    expect(empty).toHaveLength(1);
    const beside = table("responses").filter((row) => row["stage2_id"] === empty[0]!["stage2_id"]);
    const villages = new Set(beside.map((row) => row["stage3_id"]));
    for (const row of beside) expect(Number(row["stage3_sampled"])).toBe(villages.size + 1);
  });

  test("name every column in both languages", () => {
    const said = new Map(table("codebook").map((row) => [`${row["file"]}/${row["column"]}`, row]));
    for (const file of ["responses", "clusters", "expected", "nodes"])
      for (const column of Object.keys(table(file)[0]!)) {
        const row = said.get(`${file}/${column}`);
        expect(row?.["label_vi"], `${file}/${column}`).toBeTruthy();
        expect(row?.["label_en"], `${file}/${column}`).toBeTruthy();
      }
    expect(said.get("responses/gender")?.["values_en"]).toBe("1 = Male; 2 = Female");
  });

  test("are read by the Stata script under the names of their columns, with a byte order mark and without", () => {
    const script = readFileSync(join(folder, "reproduce.do"), "utf8");
    expect(script).toContain(
      `import delimited "\`path'", delimiters(",") varnames(1) case(preserve) encoding("utf-8") bindquote(strict) ///\n` +
        "        stringcols(`texts') asdouble clear\n" +
        "    unab all : _all\n" +
        "    gettoken got others : all\n" +
        "    if \"`got'\" != \"`first'\" rename `got' `first'\n",
    );
    expect(script.match(/import delimited/g)).toHaveLength(1);
    const read = [...script.matchAll(/read_table "`folder'\/(\w+)`suffix'\.csv" (\w+) "([\d /]+)"/g)];
    expect(read.map(([, file]) => file)).toEqual(["nodes", "clusters", "responses", "expected"]);
    const keys = ["term", "coefficient", "share", "share_se", "stage1_population"]; // numbers in every file
    for (const [, file, first, texts] of read) {
      const columns = Object.keys(table(file!)[0]!);
      expect(columns[0], file).toBe(first);
      const [from, to] = texts!.split("/").map(Number) as [number, number?];
      const asText =
        to === undefined
          ? texts!.split(" ").map(Number)
          : Array.from({ length: to - from + 1 }, (_, i) => from + i);
      for (const at of asText) expect(keys, file).not.toContain(columns[at - 1]);
      for (const key of ["unit_code", "node_code", "item_code"].filter((name) => columns.includes(name)))
        expect(
          asText.map((at) => columns[at - 1]),
          `${file} ${key}`,
        ).toContain(key);
    }
  });

  test("can be read by their owner only, say in a note what they are, and count how alone respondents are", async () => {
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
    const note = readFileSync(join(folder, "README.md"), "utf8");
    expect(note).toContain("RESTRICTED. Never part of a release.");
    expect(note).toContain("Who may hold it:");
    expect(note).toContain("Retention:");
    const about = ["gender", "age", "ethnicity", "education", "occupation", "residence", "terrain"];
    const groups = new Map<string, number>();
    for (const row of table("responses")) {
      const key = ["unit_code", ...about].map((name) => row[name]).join("/");
      groups.set(key, (groups.get(key) ?? 0) + 1);
    }
    const alone = [...groups.values()].filter((n) => n === 1).length;
    expect(note).toContain(`Within the province, ${alone} of ${table("responses").length} respondents`);
  });

  test("are the same bytes again, whatever was there before; fewer replicates are the first of more", async () => {
    const again = join(project.folder, "again");
    expect((await exported(again)).err).toBe("");
    expect((await exported(again)).err).toBe("");
    expect(readdirSync(again)).toEqual(readdirSync(folder));
    for (const name of readdirSync(folder))
      expect(readFileSync(join(again, name)).equals(readFileSync(join(folder, name))), name).toBe(true);
    expect((await exported(again, "--replicates", "10")).err).toBe("");
    const first = (rows: Record<string, string>[]) =>
      rows.map((row) => [row["stage1_id"], row["calibration_cell"], row["rep_0010"]]);
    expect(first(table("replicates", again))).toEqual(first(table("replicates")));
  });
});

const hasR =
  spawnSync("Rscript", ["-e", 'stopifnot(requireNamespace("survey", quietly = TRUE))']).status === 0;

// Skipped where R's package `survey` is not installed (Debian: r-cran-survey); .ci/run installs it.
describe.skipIf(!hasR)("R's survey package", () => {
  test("gets every value, error and interval of the table of units to the ninth digit, by both engines", () => {
    const ran = spawnSync("Rscript", [join(folder, "reproduce.R"), folder], { encoding: "utf8" });
    expect(ran.stderr).toBe("");
    expect(ran.stdout).toContain("agrees: every value, error and interval to the ninth digit");
    const shown = table("expected").filter((row) => row["share_status"] === "ok");
    expect(shown).toHaveLength(2 * 2 * 12); // units, recipes, nodes above items
    expect(ran.stdout).toContain(`${shown.length} values of 2 units`);
  });

  test("does not agree once a single answer is another one", () => {
    const spoiled = join(project.folder, "spoiled");
    cpSync(folder, spoiled, { recursive: true });
    const path = join(spoiled, "expected-minh-hoa.csv");
    const lines = readFileSync(path, "utf8").split("\r\n");
    lines[1] = lines[1]!.replace(/,0\.\d+,/, (share) => `,${Number(share.slice(1, -1)) + 1e-8},`);
    writeFileSync(path, lines.join("\r\n"));
    const ran = spawnSync("Rscript", [join(spoiled, "reproduce.R"), spoiled], { encoding: "utf8" });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain("does not agree");
  });
});

describe("restricted microdata are refused", () => {
  const refused = async (out: string, words: string) => {
    const answer = await exported(out);
    expect(answer.code).toBe(1);
    expect(answer.err).toContain(words);
  };

  test("among the releases, also through a link", async () => {
    const releases = join(project.folder, "var/releases");
    mkdirSync(releases, { recursive: true });
    await refused(join(releases, "2022-r1/data"), "never part of a release");
    symlinkSync(releases, join(project.folder, "door"));
    await refused(join(project.folder, "door/microdata"), "never part of a release");
    expect(readdirSync(releases)).toEqual([]);
  });

  test("in a release that was copied elsewhere, and in the place of other files", async () => {
    const copied = join(project.folder, "copied");
    mkdirSync(join(copied, "national"), { recursive: true });
    writeFileSync(join(copied, "manifest.json"), JSON.stringify({ release: "2022-r1" }));
    await refused(join(copied, "national/microdata"), "never part of a release");
    const other = join(project.folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "letter.txt"), "mine");
    await refused(other, "is no export of microdata");
    expect(readdirSync(other)).toEqual(["letter.txt"]);
  });

  test("by a release: a file that carries their mark stops it, whatever its name", () => {
    for (const name of readdirSync(folder).filter((name) =>
      /^(responses|clusters|replicates)|RESTRICTED/.test(name),
    )) {
      const file = { path: "national/data/x.bin", bytes: new Uint8Array(readFileSync(join(folder, name))) };
      expect(() => refuseRestricted([file]), name).toThrow("carries the mark of restricted microdata");
    }
    expect(() =>
      refuseRestricted([{ path: "national/index.html", bytes: new TextEncoder().encode("<p>") }]),
    ).not.toThrow();
  });

  test("of a round that has none, of a number of replicates that cannot be, of a round that is no year", async () => {
    const out = join(project.folder, "never");
    const said = async (...args: string[]) =>
      (await project.thuocdo("export", "analysis", "--out", out, ...args)).err;
    expect(await said("--round", "2021")).toContain("holds no responses of a survey of round 2021");
    expect(await said("--round", "2022", "--replicates", "2000")).toContain("Replicates are from 2 to 1000");
    expect(await said("--round", "../2022")).toContain("A round is named by its year");
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(project.folder).filter((name) => name.includes("partial"))).toEqual([]);
    rmSync(out, { recursive: true, force: true });
  });
});
