import { afterAll, beforeAll, expect, test } from "vitest";
import { CheckError } from "../../models/errors.ts";
import { type Connected, connect } from "../../pipelines/warehouse/connection.ts";
import { runChecks } from "../../pipelines/warehouse/runChecks.ts";
import type { Table } from "../../pipelines/warehouse/tables.ts";
import { parseTable } from "../../sql/parseTable.ts";

let duckdb: Connected;
beforeAll(async () => {
  duckdb = await connect(":memory:", { threads: 1, memoryLimit: "500MB", spillFolder: "" });
  await duckdb.connection.run("create schema clean");
  await duckdb.connection.run(`
    create table clean.units as from (values ('01'), ('02')) t(unit_code);
    create table clean.shares as from (values ('01', 50.0, 'ok'), ('02', 120.0, 'odd'), ('03', null, 'ok')) t(unit_code, share, status)`);
});
afterAll(() => duckdb.close());

/** A table that stands in the test's database, with the head given as YAML. */
const promised = (yaml: string): Table => {
  const { head } = parseTable(`/*\nsummary: Shares.\n${yaml}\n*/ select 1`, "sql/clean/shares.sql");
  return { kind: "sql", name: "clean.shares", file: "sql/clean/shares.sql", head, select: "", inputs: [] };
};
const failing = (yaml: string) => runChecks(duckdb.connection, promised(`grain: [unit_code]\n${yaml}`));

test("a table that keeps its promises passes every check", async () => {
  const results = await failing("checks: { one of: { status: [ok, odd] } }");
  expect(results.map(({ n_failing }) => n_failing)).toEqual([0, 0, 0]);
});

test("a value outside its range stops the run and the message shows the row", async () => {
  await expect(failing("checks: { between: { share: [0, 100] } }")).rejects.toThrow(
    'clean.shares broke its promise "share between 0 and 100":\n  unit_code = 02, share = 120.0, status = odd',
  );
});

test("a code that refers nowhere stops the run", async () => {
  await expect(failing("checks: { refers to: { unit_code: clean.units.unit_code } }")).rejects.toThrow(
    "unit_code = 03",
  );
});

test("a promise written as a query is broken by each row it returns", async () => {
  const sql = "checks: { no rows: { every share is known: select unit_code from this where share is null } }";
  await expect(failing(sql)).rejects.toThrow('"every share is known":\n  unit_code = 03');
});

test("grain means unique and never empty", async () => {
  await expect(runChecks(duckdb.connection, promised("grain: [status]"))).rejects.toThrow(
    "status = ok, n_rows = 2",
  );
  await expect(runChecks(duckdb.connection, promised("grain: [share]"))).rejects.toThrow(CheckError);
});

test("a warning is recorded with the number of rows and stops nothing", async () => {
  const results = await failing("warnings: { between: { share: [0, 100] } }");
  expect(results.at(-1)).toEqual({
    table: "clean.shares",
    check: "share between 0 and 100",
    severity: "warn",
    n_failing: 1,
  });
});

test("a head with an unknown word is refused", () => {
  expect(() => promised("grain: [unit_code]\ntests: {}")).toThrow(
    'sql/clean/shares.sql: head.: Unrecognized key: "tests"',
  );
});
