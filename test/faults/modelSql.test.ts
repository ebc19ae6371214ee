import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SpecError } from "../../models/errors.ts";
import { type Connected, connect, lock } from "../../pipelines/warehouse/connection.ts";
import { parseChecks, sqlTable } from "../../pipelines/warehouse/tables.ts";
import { parseTable } from "../../sql/parseTable.ts";

let duckdb: Connected;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "thuocdo-sql-"));
  writeFileSync(join(folder, "secret.csv"), "a\n1\n");
  duckdb = await connect(":memory:", { threads: 1, memoryLimit: "500MB", spillFolder: "" });
  await duckdb.connection.run("create schema clean; create table clean.units as select 1 as unit_code");
  await lock(duckdb.connection);
});
afterAll(() => {
  duckdb.close();
  rmSync(folder, { recursive: true });
});

/** Everything a model file might try that is not a question. */
const attempts: readonly (readonly [string, string])[] = [
  ["COPY", "copy clean.units to '$F/out.csv'"],
  ["ATTACH", "attach '$F/other.duckdb' as other"],
  ["INSTALL", "install httpfs"],
  ["LOAD", "load httpfs"],
  ["PRAGMA", "pragma database_list"],
  ["SET", "set memory_limit = '1TB'"],
  ["EXPORT", "export database '$F/out'"],
  ["DROP after a SELECT", "select 1; drop table clean.units"],
  ["two SELECTs", "select 1; select 2"],
  ["INSERT in WITH", "with a as (insert into clean.units values (2) returning *) select * from a"],
  ["read_csv()", "select * from read_csv('$F/secret.csv')"],
  ["read_text()", "select * from read_text('/etc/passwd')"],
  ["read_blob() in a subquery", "select (select content from read_blob('/etc/passwd'))"],
  ["read_parquet()", "select * from read_parquet('$F/*.parquet')"],
  ["glob()", "select * from glob('/etc/*')"],
  ["a file as a table", "select * from '$F/secret.csv'"],
  ["query()", "select * from query('select 1')"],
  ["duckdb_settings()", "select * from duckdb_settings()"],
];
const inFolder = (sql: string) => sql.replaceAll("$F", folder);

describe("a table's SQL is data, not power", () => {
  test.each(attempts)(
    "%s as a table's SELECT is refused before it runs, by file and reason",
    async (_name, sql) => {
      const head = parseTable("/*\nsummary: x\ngrain: [a]\n*/ select 1", "sql/clean/x.sql").head;
      const refused = sqlTable(duckdb.connection, "clean.x", "sql/clean/x.sql", head, inFolder(sql));
      await expect(refused).rejects.toThrow(SpecError);
      await expect(refused).rejects.toThrow(
        /sql\/clean\/x\.sql: (must be one SELECT and nothing else|must hold exactly one SELECT|calls the table function \w+\(\), which may not be used|reads ".*", which is neither|is not one SELECT that DuckDB can parse)/,
      );
    },
  );

  test.each(attempts)("%s as a check in a table's head is refused too", async (_name, sql) => {
    const text = `/*\nsummary: x\ngrain: [a]\nchecks:\n  no rows:\n    nothing is wrong: ${JSON.stringify(inFolder(sql))}\n*/ select 1 as a`;
    const { head, select } = parseTable(text, "sql/clean/x.sql");
    const table = await sqlTable(duckdb.connection, "clean.x", "sql/clean/x.sql", head, select);
    await expect(parseChecks(duckdb.connection, table)).rejects.toThrow(SpecError);
  });

  test("a check that asks about its own table and others is taken", async () => {
    const text = `/*\nsummary: x\ngrain: [a]\nchecks:\n  no rows:\n    all known: select a from this except select unit_code from clean.units\n*/ select 1 as a`;
    const { head, select } = parseTable(text, "sql/clean/x.sql");
    const table = await sqlTable(duckdb.connection, "clean.x", "sql/clean/x.sql", head, select);
    await expect(parseChecks(duckdb.connection, table)).resolves.toEqual(["clean.units"]);
  });
});

describe("the connection that runs models", () => {
  const outside = attempts.filter(([name]) =>
    /^(COPY|ATTACH|INSTALL|LOAD|SET|EXPORT|read_|glob|a file)/.test(name),
  );
  test.each(outside)("would itself refuse %s, were the parser deceived", async (_name, sql) => {
    await expect(duckdb.connection.run(inFolder(sql))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(["secret.csv"]);
  });

  test("cannot be unlocked again", async () => {
    await expect(duckdb.connection.run("set enable_external_access = true")).rejects.toThrow();
    await expect(duckdb.connection.run("set lock_configuration = false")).rejects.toThrow();
    expect(existsSync(join(folder, "out.csv"))).toBe(false);
  });
});
