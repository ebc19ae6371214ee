import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { fromLandedCsv, withLanding, writeRawTable } from "../../../sources/database/landedTable.ts";
import { rawTables } from "../../../sources/source.ts";
import { query, scratchFolder } from "../scratchStore.ts";

const nRows = 1_500_000;

/** 30 answers each of 50,000 forms, in no order: larger than the memory of a landing. */
async function manyAnswers(folder: string): Promise<string> {
  const csv = join(folder, "answers.csv");
  await query(
    ":memory:",
    `copy (select '2022', md5((i % 50000)::varchar), 'Q' || (i // 50000), (i * 7919) % ${nRows} || ' words of an answer'
       from range(${nRows}) t(i) order by (i * 7919) % ${nRows}) to '${csv}' (header false)`,
  );
  return csv;
}

/** Lands it; then says how much of it was on disk at most. */
async function landed(csv: string, prepare?: (connection: DuckDBConnection) => Promise<unknown>) {
  const folder = await scratchFolder();
  const [target, profile] = [join(folder, "t.parquet"), join(folder, "profile.json")];
  await withLanding(target, async (connection) => {
    await prepare?.(connection);
    await connection.run("pragma enable_profiling = 'json'");
    await connection.run(`set profiling_output = '${profile}'`);
    await writeRawTable(connection, "answers", fromLandedCsv(csv, rawTables.answers), target);
    await connection.run("pragma disable_profiling");
  });
  const peak = JSON.parse(await readFile(profile, "utf8"));
  return {
    target,
    bytes: await readFile(target),
    spilled: Number(peak.system_peak_temp_dir_size),
    left: (await readdir(folder)).filter((file) => file !== "profile.json"),
  };
}

test("a table larger than the memory of a landing goes through the disk, and has the order and the bytes of one thread", async () => {
  const csv = await manyAnswers(await scratchFolder());
  const two = await landed(csv);
  const one = await landed(csv, (connection) => connection.run("set threads = 1"));
  const roomy = await landed(csv, (connection) => connection.run("set memory_limit = '2GB'"));
  expect(two.bytes.equals(one.bytes)).toBe(true);
  expect(two.bytes.equals(roomy.bytes)).toBe(true);
  expect(two.spilled).toBeGreaterThan(0);
  expect(roomy.spilled).toBe(0); // with 2 GB: it was the limit that sent it to disk
  expect(two.left).toEqual(["t.parquet"]);
  const [row] = await query(
    ":memory:",
    `select count(*)::integer as n, count_if(key < before)::integer as n_late, count(distinct answer_value)::integer as n_answers
     from (select response_key || ' ' || question_code as key, lag(key) over (order by file_row_number) as before, answer_value
           from read_parquet('${two.target}', file_row_number = true))`,
  );
  expect(row).toEqual({ n: nRows, n_late: 0, n_answers: nRows });
});

test("what cannot be read is named by kind and place, never by what an office wrote", async () => {
  const target = join(await scratchFolder(), "t.parquet");
  const error = await withLanding(target, (connection) =>
    connection.run("from (values ('Nguyễn ''Văn'' A')) t(said) select said::integer"),
  ).catch((thrown: unknown) => thrown);
  expect(String(error)).toMatch(/Conversion Error: Could not convert a text to/);
  expect(String(error)).not.toMatch(/Nguyễn|Văn/);
});
