import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromLandedCsv } from "../../../sources/database/landedTable.ts";
import type { OpenDatabase } from "../../../sources/database/openDatabase.ts";
import { openMysql } from "../../../sources/database/openMysql.ts";
import { hasMariadb, type MariadbServer, startMariadb } from "../limesurvey/mariadb.ts";
import { query, scratchFolder } from "../scratchStore.ts";
import { slowPipe } from "./slowPipe.ts";

const texts = [
  "",
  "a",
  "NULL",
  "null",
  "annul",
  "it's",
  "\\",
  "a,b",
  "two\nlines",
  "cr\r",
  "''",
  "  x ",
  "ĐẶNG",
  '"',
  'say "no"',
  "\\N",
  "\u001f",
  "a\u001e\u001fb",
  "nul \u0000 sign",
  "\u001a",
  "Windows\r\nlines\r\n",
  "\ufeffmarked",
  "🙂𠮷",
  "one of 250 ".padEnd(250, "x"),
  "one of 251 ".padEnd(251, "'"),
  '"'.repeat(100_000),
];

describe.skipIf(!hasMariadb())("a table of MariaDB as CSV", () => {
  let server: MariadbServer;
  let db: OpenDatabase;
  let folder: string;
  let login: Parameters<typeof openMysql>[0];

  beforeAll(async () => {
    folder = await scratchFolder();
    server = await startMariadb();
    await server.sql(null, "create database texts character set utf8mb4");
    await server.sql(
      "texts",
      "set session sql_mode = 'NO_BACKSLASH_ESCAPES'",
      "create table t (id int primary key, plain mediumtext, other varchar(20))",
      ...texts.map((text, id) => `insert into t values (${id}, '${text.replaceAll("'", "''")}', 'x${id}')`),
      "insert into t values (90, null, null)",
      "create table mixed (id int, a varchar(9) character set latin1, b varchar(9) character set cp1250, c varchar(9) character set cp1251)",
      "insert into mixed values (1, 'é', 'Č', 'Ж'), (2, 'e', null, '')",
      "create user reader@'127.0.0.1' identified by 'reading only'",
      "grant select on texts.* to reader@'127.0.0.1'",
    );
    const password_file = join(folder, "password");
    await writeFile(password_file, "reading only", { mode: 0o600 });
    login = {
      ...{ host: "127.0.0.1", port: server.port, database: "texts", user: "reader", password_file },
      ...({
        tls: "off",
        strict: false,
        incremental: false,
        overlap_hours: 0,
        connect_seconds: 10,
        statement_seconds: 60,
        idle_seconds: 10,
      } as const),
    };
    db = await openMysql(login, { resolvePath: (path) => path });
  });
  afterAll(async () => {
    await db?.close();
    await server?.stop();
  });

  test("is not cut off by a disk that is slower than idle_seconds", async () => {
    const hasty = await openMysql({ ...login, idle_seconds: 0.3 }, { resolvePath: (path) => path });
    const { path, bytes } = await slowPipe(1200);
    await hasty.copy(["repeat('x', 999)"], "seq_1_to_20000", path);
    await hasty.close();
    expect(await bytes).toBe(20_000_000);
  });

  async function copied(columns: readonly string[], from: string) {
    const file = join(folder, "copy.csv");
    await db.copy(columns, from, file);
    const types = Object.fromEntries(columns.map((column) => [column, "VARCHAR"]));
    // as bytes: who reads texts out of DuckDB leaves a byte order mark out
    const rows = await query(":memory:", `select hex(columns(*)) from (${fromLandedCsv(file, types)})`);
    const toText = (hex: unknown) => (hex === null ? null : Buffer.from(String(hex), "hex").toString());
    return rows.map((row) => Object.fromEntries(columns.map((name) => [name, toText(row[name])])));
  }

  test("gives back every text, an empty one, one that reads NULL and none at all, whatever is in the row", async () => {
    const rows = await copied(["id", "plain", "other"], "t order by id");
    expect(rows).toEqual([
      ...texts.map((plain, id) => ({ id: String(id), plain, other: `x${id}` })),
      { id: "90", plain: null, other: null },
    ]);
  });

  test("gives back texts that stand alone in their line", async () => {
    const rows = await copied(["plain"], "t order by id");
    expect(rows.map(({ plain }) => plain)).toEqual([...texts, null]);
  });

  test("reads columns whose character sets do not go together", async () => {
    expect(await copied(["id", "a", "b", "c"], "mixed order by id")).toEqual([
      { id: "1", a: "é", b: "Č", c: "Ж" },
      { id: "2", a: "e", b: null, c: "" },
    ]);
  });
});
