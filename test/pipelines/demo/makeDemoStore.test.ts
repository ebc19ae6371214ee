import { createHash } from "node:crypto";
import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { KnownError, StorageError } from "../../../models/errors.ts";
import { readSpec } from "../../../models/spec/readSpec.ts";
import { unitRegistry } from "../../../models/units/unitRegistry.ts";
import { makeDemoStore } from "../../../pipelines/demo/makeDemoStore.ts";
import store from "../../../sources/store/index.ts";
import { spec, specFilesWith2025 } from "../../models/specFiles.ts";
import { scratchFolder } from "../../sources/scratchStore.ts";
import { demoStore, type TestStore } from "./demoStore.ts";

const sipas = spec.instruments.find(({ instrument }) => instrument === "sipas-2022")!;
const silent = { log: () => {}, onStep: () => {} };
let small: TestStore; // 600 respondents over three units
beforeAll(async () => {
  small = await demoStore(spec, { roundCodes: ["2022"], respondents: 600, units: 3 });
});

/** Hash of every table as the store source extracts it. */
async function contentHash(path: string): Promise<string> {
  const folder = await scratchFolder();
  const hash = createHash("sha256");
  for await (const extract of store.extract({ path }, { resolvePath: (given) => given })) {
    if (!("writeParquet" in extract)) continue;
    const target = join(folder, "table.parquet");
    await extract.writeParquet(target);
    hash.update(await readFile(target));
  }
  return hash.digest("hex");
}

test("600 respondents over three units are about 600 responses, and Hà Nội is one of the units", async () => {
  const [row] = await small.ask("select count(*)::int as n from responses where not is_test");
  expect(row?.["n"]).toBeGreaterThan(570);
  expect(row?.["n"]).toBeLessThan(660);
  expect(Object.keys(small.dirt.rounds[0]!.by_unit)).toHaveLength(3);
  expect(Object.keys(small.dirt.rounds[0]!.by_unit)).toContain("01");
});

test("the three units lie in three regions", () => {
  const codes = Object.keys(small.truth.rounds[0]!.units);
  const regions = spec.units.filter((unit) => codes.includes(unit.unit_code)).map((unit) => unit.region_code);
  expect(new Set(regions).size).toBe(3);
});

test("the same arguments give the same content, another seed another", async () => {
  const options = { roundCodes: ["2022"], respondents: 300, units: 2 };
  const first = await contentHash((await demoStore(spec, options)).path);
  expect(await contentHash((await demoStore(spec, options)).path)).toBe(first);
  expect(await contentHash((await demoStore(spec, { ...options, seed: 7 })).path)).not.toBe(first);
});

test("drawing fewer units changes nothing in the units that remain", async () => {
  const answersOf = async (units: number) => {
    const made = await demoStore(spec, { roundCodes: ["2022"], units });
    return made.ask(`
      select response_key, question_code, answer_value, submitted_at::varchar as submitted_at
      from answers join responses using (response_key) where response_key like 'R2022-01-%' order by all`);
  };
  const alone = await answersOf(1);
  expect(alone.length).toBeGreaterThan(70_000);
  expect(await answersOf(2)).toEqual(alone);
});

test("every answer is one that the form can hold", async () => {
  const asked = sipas.items.filter((item) => item.kind !== "missing_in_copy" && item.kind !== "text");
  const rows = await small.ask(
    "select question_code, list_sort(list(distinct answer_value)) as held from answers group by all",
  );
  const held = new Map(rows.map((row) => [row["question_code"], row["held"] as string[]]));
  for (const item of asked) {
    const allowed = item.options?.map((option) => option.value) ?? ["0", "1"];
    expect(held.get(item.question)?.length, item.code).toBeGreaterThan(0);
    for (const value of held.get(item.question)!) expect(allowed, item.code).toContain(value);
  }
});

test("the store asks every question of the form whose wording is held", async () => {
  const rows = await small.ask("select question_code from instrument_questions");
  const expected = sipas.items.filter((item) => item.kind !== "missing_in_copy").map((item) => item.question);
  expect(rows.map((row) => row["question_code"]).sort()).toEqual([...expected].sort());
  expect(expected).not.toContain("Q10_08");
});

test("about three in a hundred answers to a question are blank", async () => {
  const [row] = await small.ask(`
    select 1 - count(*) / (33 * (select count(*) from responses where submitted_at is not null)) as share
    from answers join responses using (response_key)
    where question_code like 'Q9_%' and submitted_at is not null`);
  expect(row?.["share"]).toBeGreaterThan(0.02);
  expect(row?.["share"]).toBeLessThan(0.06); // with the forms whose satisfaction answers are all blank
});

test("no person has a name, and every area an invented one", async () => {
  const rows = await small.ask(
    `select distinct stage_code = 'person' as is_person, sample_unit_name is null as is_blank,
       coalesce(sample_unit_name, '') like '%minh họa%' as is_invented from sample_units order by all`,
  );
  expect(rows).toEqual([
    { is_person: false, is_blank: false, is_invented: true },
    { is_person: true, is_blank: true, is_invented: false },
  ]);
});

test("every way of writing a unit's name is known to the registry", async () => {
  const registry = unitRegistry(spec);
  const rows = await (await demoStore(spec, { roundCodes: ["2022"], respondents: 6000 })).ask(
    `select distinct unit_name, split_part(participant_key, '-', 2) as unit_code from participants
     union select distinct unit_name, split_part(sample_unit_key, '-', 2) from sample_units`,
  );
  expect(rows.length).toBeGreaterThan(63 * 4);
  for (const { unit_name, unit_code } of rows) {
    expect(registry.matchUnit("province", String(unit_name), "2022-12-31").unit_code).toBe(unit_code);
  }
});

test("a round without districts is drawn by communes, six to a province", async () => {
  const with2025 = readSpec(specFilesWith2025());
  const made = await demoStore(with2025, { roundCodes: ["2025"], respondents: 600, units: 4 });
  const rows = await made.ask(`
    select stage_code, count(*)::int as n, count(distinct unit_of)::int as units
    from (select *, split_part(sample_unit_key, '-', 2) as unit_of from sample_units)
    where stage_code <> 'person' group by all order by all`);
  expect(rows).toEqual([
    { stage_code: "commune", n: 12 + 3 * 6, units: 4 },
    { stage_code: "village", n: (12 + 3 * 6) * 3, units: 4 },
  ]);
});

test("two rounds stand in one store, each with its own answers", async () => {
  const with2025 = readSpec(specFilesWith2025());
  const made = await demoStore(with2025, { roundCodes: ["2022", "2025"], respondents: 300, units: 2 });
  const rows = await made.ask(
    "select round_code, count(*) > 15000 as many from answers group by all order by all",
  );
  expect(rows).toEqual([
    { round_code: "2022", many: true },
    { round_code: "2025", many: true },
  ]);
});

test("an interrupted store is made anew, and nothing but the store and its facts is left", async () => {
  const path = join(await scratchFolder(), "demo.duckdb");
  await writeFile(`${path}.partial`, "half a store");
  await makeDemoStore({ spec, roundCodes: ["2022"], path, respondents: 100, units: 1 }, silent);
  await expect(access(path)).resolves.toBeUndefined();
  await expect(access(`${path}.partial`)).rejects.toThrow();
});

test("a store that cannot be written leaves what stood there", async () => {
  const path = join(await scratchFolder(), "demo.duckdb");
  await writeFile(path, "the last store");
  const options = { spec, roundCodes: ["2022"], path, respondents: 5_000_000, units: 1 };
  const error = await makeDemoStore(options, silent).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(KnownError);
  expect(error.message).toMatch(/cannot be drawn in a village/);
  expect(await readFile(path, "utf8")).toBe("the last store");
  await expect(access(`${path}.partial`)).rejects.toThrow();
});

test.each([
  ["a round that is not there", { roundCodes: ["2019"] }, /Round 2019 has no SIPAS/],
  [
    "too few respondents",
    { roundCodes: ["2022"], respondents: 20 },
    /20 respondents are too few for 63 units/,
  ],
])("%s is refused before anything is drawn", async (_, options, sentence) => {
  const path = join(await scratchFolder(), "demo.duckdb");
  await expect(makeDemoStore({ spec, path, ...options }, silent)).rejects.toThrow(sentence);
});

test("a place that cannot be written is named", async () => {
  const file = join(await scratchFolder(), "file");
  await writeFile(file, "");
  const path = join(file, "demo.duckdb");
  const error = await makeDemoStore({ spec, roundCodes: ["2022"], path, units: 1 }, silent).catch(
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(StorageError);
  expect(error.message).toContain(path);
});

test("the files beside the store say that its respondents are invented", () => {
  expect(small.truth.provenance).toBe("illustrative");
});
