import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { duckdbDialect } from "../../../sources/store/duckdbDialect.ts";

interface Database {
  visits: { id: number; visited_at: Date | null; place: string | null };
}

let instance: DuckDBInstance;
let connection: DuckDBConnection;
let db: Kysely<Database>;
beforeEach(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
  await connection.run("create table visits (id integer, visited_at timestamp, place varchar)");
  db = new Kysely<Database>({ dialect: duckdbDialect(connection) });
});
afterEach(async () => {
  await db.destroy();
  connection.closeSync();
  instance.closeSync();
});

const noon = new Date("2022-12-05T12:00:00.123Z");

test("a date goes in and comes out as the same moment, whatever the machine's time zone", async () => {
  await db.insertInto("visits").values({ id: 1, visited_at: noon, place: "Thôn 1" }).execute();
  expect(await db.selectFrom("visits").selectAll().execute()).toEqual([
    { id: 1, visited_at: noon, place: "Thôn 1" },
  ]);
  expect(await sql`select visited_at::varchar as text from visits`.execute(db)).toMatchObject({
    rows: [{ text: "2022-12-05 12:00:00.123" }],
  });
});

test("rows are found by a date between two dates", async () => {
  await db
    .insertInto("visits")
    .values([
      { id: 1, visited_at: noon, place: null },
      { id: 2, visited_at: null, place: null },
    ])
    .execute();
  const found = db
    .selectFrom("visits")
    .select("id")
    .where("visited_at", ">", new Date(noon.getTime() - 1));
  expect(await found.where("visited_at", "<=", noon).execute()).toEqual([{ id: 1 }]);
});

test("an array is one parameter, and a list of values several", async () => {
  await db
    .insertInto("visits")
    .values([1, 2, 3].map((id) => ({ id, visited_at: null, place: `Xã ${id}` })))
    .execute();
  const any = db
    .selectFrom("visits")
    .select("id")
    .where(sql<boolean>`place = any(${["Xã 1", "Xã 3"]})`)
    .orderBy("id");
  expect(await any.execute()).toEqual([{ id: 1 }, { id: 3 }]);
  const inList = db.selectFrom("visits").select("id").where("place", "in", ["Xã 2", "Xã 9"]);
  expect(await inList.execute()).toEqual([{ id: 2 }]);
});

test("a hostile value is only a value", async () => {
  const place = `'); drop table visits; --`;
  await db.insertInto("visits").values({ id: 1, visited_at: null, place }).execute();
  expect(await db.selectFrom("visits").select("place").where("place", "=", place).execute()).toEqual([
    { place },
  ]);
});

test("a long result streams in chunks, every row once and in order", async () => {
  await sql`insert into visits select i, null, 'x' from range(5000) t(i)`.execute(db);
  const ids: number[] = [];
  for await (const row of db.selectFrom("visits").select("id").orderBy("id").stream()) ids.push(row.id);
  expect(ids).toHaveLength(5000);
  expect(ids.every((id, i) => id === i)).toBe(true);
});

test("a transaction that fails leaves nothing", async () => {
  const failing = db.transaction().execute(async (transaction) => {
    await transaction.insertInto("visits").values({ id: 1, visited_at: null, place: null }).execute();
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  expect(await db.selectFrom("visits").selectAll().execute()).toEqual([]);
});

test("Kysely sees the tables and columns", async () => {
  const tables = await sql<{ column_name: string }>`
    select column_name from information_schema.columns where table_name = 'visits' order by ordinal_position`.execute(
    db,
  );
  expect(tables.rows.map((row) => row.column_name)).toEqual(["id", "visited_at", "place"]);
});
