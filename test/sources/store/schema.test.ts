import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rawTables } from "../../../sources/source.ts";
import { readStoreDdl } from "../../../sources/store/readStoreDdl.ts";
import { storeKeys, storeTables } from "../../../sources/store/schema.ts";
import { query } from "../scratchStore.ts";

const expected = Object.entries(storeTables).flatMap(([table, columns]) =>
  Object.entries(columns).map(([column, type]) => `${table}.${column} ${type}`),
);

test("the DDL makes the tables, columns, order and types of the typed schema", async () => {
  const rows = await query(
    ":memory:",
    await readStoreDdl(),
    `select table_name || '.' || column_name || ' ' || data_type as line, table_name, ordinal_position
     from information_schema.columns where table_schema = 'main'`,
  );
  expect(rows.map((row) => row["line"]).sort()).toEqual([...expected].sort());
  for (const [table, columns] of Object.entries(storeTables)) {
    const own = rows.filter((row) => row["table_name"] === table);
    own.sort((a, b) => Number(a["ordinal_position"]) - Number(b["ordinal_position"]));
    expect(own.map((row) => String(row["line"]).split(/[. ]/)[1])).toEqual(Object.keys(columns));
  }
});

test("every raw table is a table of the store, column for column", () => {
  const { instruments, ...raw } = storeTables;
  expect(raw).toEqual(rawTables);
  expect(Object.keys(instruments)).toEqual(["instrument_code", "round_code", "title", "version"]);
});

test("the DDL uses only types that PostgreSQL knows too", async () => {
  const ddl = (await readStoreDdl()).replace(/^--.*$/gm, "");
  const types = [...ddl.matchAll(/^ {2}\w+ (.+?)( not null)?,?$/gm)].map(([, type]) => type);
  expect(types).toHaveLength(expected.length);
  expect([...new Set(types)].sort()).toEqual(
    ["bigint", "boolean", "double precision", "numeric(18, 9)", "text", "timestamp"].sort(),
  );
});

test("the documentation describes every table and column, and no other", async () => {
  const page = await readFile(join(import.meta.dirname, "../../../docs/survey-store.md"), "utf8");
  const described = page
    .split(/^### /m)
    .slice(1)
    .flatMap((section) => {
      const table = section.match(/^`(\w+)`/)?.[1];
      const columns = section.match(/^\| column \|.*\n(\|.*\n)+/m)?.[0] ?? "";
      return [...columns.matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => `${table}.${column}`);
    });
  expect(described.sort()).toEqual(expected.map((line) => line.split(" ")[0]).sort());
});

test("keys are columns of their table", () => {
  for (const [table, key] of Object.entries(storeKeys)) {
    expect(Object.keys(storeTables[table as keyof typeof storeKeys])).toEqual(
      expect.arrayContaining([...key]),
    );
  }
});
