import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWriters } from "../../pipelines/reportTools.ts";
import { composeBundle, writeBundle } from "../../reports/bundle.ts";
import type { BundleFile } from "../../reports/document.ts";
import type { OpenTable } from "../../reports/openTable.ts";
import { facts, readAssets } from "./fixture.ts";
import { national } from "./renderAll.ts";

/** Words that a spreadsheet, a parser or a page would take for more than words; NULL; and numbers with every digit. */
const table: OpenTable = {
  name: "scores",
  summary: "Scores of two units.",
  key: ["unit_code"],
  columns: [
    { name: "unit_code", type: "text", description: "code" },
    { name: "unit_name", type: "text", description: "name, “quoted”" },
    { name: "score_percent", type: "number", description: "percent, unrounded" },
    { name: "score_rank", type: "integer", description: "rank; NULL: not ranked" },
    { name: "total_points", type: "decimal", description: "exact points" },
    { name: "is_ranked", type: "boolean", description: "ranked?" },
    { name: "provenance", type: "text", description: "where it comes from" },
  ],
  rows: [
    {
      unit_code: "01",
      unit_name: "Hà Nội, “Thủ đô”",
      score_percent: 83.10000000000001,
      score_rank: 1,
      total_points: "89.950000000",
      is_ranked: true,
      provenance: "published",
    },
    {
      unit_code: "02",
      unit_name: '=HYPERLINK("http://x","<script>")\r\n',
      score_percent: -5e-324,
      score_rank: null,
      total_points: null,
      is_ranked: false,
      provenance: "illustrative",
    },
  ],
};

let files: readonly BundleFile[];
let folder: string;
beforeAll(async () => {
  const bundle = await composeBundle({
    reader: national,
    pages: [],
    rowsOf: () => [],
    languages: ["vi", "en"],
    tables: [table],
  });
  const writers = await readWriters(["csv", "json", "arrow", "parquet"]);
  files = (await writeBundle(bundle, { facts, assets: readAssets(), writers })).files;
  folder = mkdtempSync(join(tmpdir(), "thuocdo-data-"));
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (path: string) => files.find((file) => file.path === path)?.bytes as Uint8Array;

async function read(sql: string): Promise<unknown[]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

const asGiven = table.rows.map(({ unit_code, score_percent, score_rank, total_points, is_ranked }) => ({
  unit_code,
  score_percent,
  score_rank,
  total_points,
  is_ranked,
}));
const named = "unit_code, score_percent, score_rank, total_points, is_ranked";

test("data whose rows are partly invented says so in every file's name, and stands there once for both languages", () => {
  expect(files.map(({ path }) => path).filter((path) => path.startsWith("data/"))).toEqual([
    "data/datapackage.json",
    "data/scores-minh-hoa.arrow",
    "data/scores-minh-hoa.csv",
    "data/scores-minh-hoa.json",
    "data/scores-minh-hoa.parquet",
  ]);
});

test("Parquet gives another program the same values, text and NULL, to the last digit", async () => {
  const path = join(folder, "data/scores-minh-hoa.parquet");
  expect(await read(`select ${named} from read_parquet('${path}')`)).toEqual(asGiven);
  const [names] = (await read(`select list(unit_name) as names from read_parquet('${path}')`)) as [
    { names: string[] },
  ];
  expect(names.names).toEqual(table.rows.map(({ unit_name }) => unit_name));
});

test("JSON gives another program the same values, text and NULL, to the last digit", async () => {
  const path = join(folder, "data/scores-minh-hoa.json");
  const rows = `select unnest(rows, recursive := true) from read_json('${path}', columns := {rows: 'struct(unit_code varchar, score_percent double, score_rank integer, total_points varchar, is_ranked boolean)[]'})`;
  expect(await read(`select ${named} from (${rows})`)).toEqual(asGiven);
});

test("Arrow gives its own reader the same values, with the meaning of each column beside it", () => {
  const arrow = tableFromIPC(bytesOf("data/scores-minh-hoa.arrow"));
  expect(arrow.toArray().map((row) => ({ ...row.toJSON() }))).toEqual(table.rows);
  expect(arrow.schema.fields[2]?.metadata.get("description")).toBe("percent, unrounded");
  expect(String(arrow.schema.fields[3]?.type)).toBe("Int32");
});

test("CSV gives another program the same values; a text like a formula is preceded by an apostrophe, a number never", async () => {
  const path = join(folder, "data/scores-minh-hoa.csv");
  const columns =
    "{unit_code: 'varchar', unit_name: 'varchar', score_percent: 'double', score_rank: 'integer', total_points: 'varchar', is_ranked: 'boolean', provenance: 'varchar'}";
  const rows = `from read_csv('${path}', columns := ${columns}, header := true, quote := '"', escape := '"', auto_detect := false, new_line := '\\r\\n')`;
  expect(await read(`select ${named} ${rows}`)).toEqual(asGiven);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytesOf("data/scores-minh-hoa.csv"));
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""<script>"")\r\n"`);
  expect(text).toContain(",-5e-324,");
});

test("the data package names every column with its meaning, the key, and the provenances", () => {
  const about = JSON.parse(new TextDecoder().decode(bytesOf("data/datapackage.json")));
  const [resource] = about.resources;
  expect(resource).toMatchObject({
    path: "data/scores-minh-hoa.csv",
    provenance: ["illustrative", "published"],
    schema: { primaryKey: ["unit_code"] },
  });
  expect(
    resource.schema.fields.map(({ name, type }: { name: string; type: string }) => [name, type]),
  ).toEqual([
    ["unit_code", "string"],
    ["unit_name", "string"],
    ["score_percent", "number"],
    ["score_rank", "integer"],
    ["total_points", "number"],
    ["is_ranked", "boolean"],
    ["provenance", "string"],
  ]);
});

test("the same rows give the same bytes in every format", async () => {
  const again = await composeBundle({
    reader: national,
    pages: [],
    rowsOf: () => [],
    languages: ["vi", "en"],
    tables: [table],
  });
  const writers = await readWriters(["csv", "json", "arrow", "parquet"]);
  const second = (await writeBundle(again, { facts, assets: readAssets(), writers })).files;
  for (const { path, bytes } of second) expect(Buffer.from(bytes).equals(bytesOf(path))).toBe(true);
});
