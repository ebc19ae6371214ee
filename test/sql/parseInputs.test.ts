import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connected, connect } from "../../pipelines/warehouse/connection.ts";
import { parseInputs } from "../../pipelines/warehouse/tables.ts";

let duckdb: Connected;
beforeAll(async () => {
  duckdb = await connect(":memory:", { threads: 1, memoryLimit: "500MB", spillFolder: "" });
});
afterAll(() => duckdb.close());

const inputs = (sql: string) => parseInputs(duckdb.connection, sql, "sql/clean/x.sql");

test("inputs are the tables a SELECT reads in any place, its own names excluded", async () => {
  const sql = `
    with recursive a as (from clean.x), r as (select 1 as n union all select n + 1 from r join spec.z on true where n < 3)
    select * from a join r on true
    where exists (select 1 from staging.y where y.id = a.id)
    union all select *, (select max(k) from clean.w) from unnest([1, 2]) t(n)`;
  expect(await inputs(sql)).toEqual(["clean.w", "clean.x", "spec.z", "staging.y"]);
});

test("a table function that could hide an edge or reach outside is refused by name", async () => {
  await expect(inputs("select * from read_csv('/etc/passwd')")).rejects.toThrow("read_csv()");
  await expect(inputs("select * from query_table('clean.x')")).rejects.toThrow("query_table()");
});

test("a file as a table, an unqualified table, two statements, or anything but a SELECT is refused", async () => {
  await expect(inputs("select * from 'secrets.parquet'")).rejects.toThrow('"secrets.parquet"');
  await expect(inputs("select * from answers")).rejects.toThrow(
    'reads "answers", which is neither schema.table',
  );
  await expect(inputs("select 1; select 2")).rejects.toThrow("exactly one SELECT");
  await expect(inputs("copy (select 1) to 'x.csv'")).rejects.toThrow("Only SELECT statements");
  await expect(inputs("install httpfs")).rejects.toThrow("Only SELECT statements");
  await expect(inputs("select a from from")).rejects.toThrow('syntax error at or near "from"');
});
