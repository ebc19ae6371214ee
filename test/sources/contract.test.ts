import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { DriftError, SourceError } from "../../models/errors.ts";
import files from "../../sources/files/index.ts";
import { type RawTable, rawTables, type Source, type SourceContext } from "../../sources/source.ts";
import { copyTable } from "../../sources/store/copyTable.ts";
import store from "../../sources/store/index.ts";
import { openStore } from "../../sources/store/openStore.ts";
import workbook from "../../sources/workbook/index.ts";
import { query, scratchFolder, smallCard, smallStore } from "./scratchStore.ts";

const context: SourceContext = { resolvePath: (path) => path };
let folder: string;
beforeAll(async () => {
  folder = await scratchFolder();
  await smallStore(join(folder, "store.duckdb"));
  await smallCard(join(folder, "scorecards"));
});

const table2023 = join(import.meta.dirname, "../../models/published/par_ministry.csv");
const sources: readonly { source: Source<never>; config: () => unknown }[] = [
  { source: store as Source<never>, config: () => ({ path: join(folder, "store.duckdb") }) },
  {
    source: files as Source<never>,
    config: () => ({ path: table2023, level: "ministry", years: [2023] }),
  },
  { source: workbook as Source<never>, config: () => ({ path: join(folder, "scorecards") }) },
];

/** Reads all that a source yields: the columns and types of a file, or the keys of rows. */
async function shapes(source: Source<never>, config: unknown): Promise<Map<RawTable, [string, string][]>> {
  const found = new Map<RawTable, [string, string][]>();
  for await (const extract of source.extract(source.config.parse(config), context)) {
    if (extract.table === "answer_sheets") throw new Error("These sources give rows of answers.");
    expect(found.has(extract.table)).toBe(false);
    if ("writeParquet" in extract) {
      const path = join(folder, `${source.kind}-${extract.table}.parquet`);
      await extract.writeParquet(path);
      const rows = await query(":memory:", `describe from '${path}'`);
      found.set(
        extract.table,
        rows.map((row) => [String(row["column_name"]), String(row["column_type"])]),
      );
    } else {
      for await (const batch of extract.batches) {
        for (const row of batch)
          found.set(
            extract.table,
            Object.keys(row).map((column) => [column, "row"]),
          );
      }
    }
  }
  return found;
}

describe.each(sources)("$source.kind", ({ source, config }) => {
  test("every table it yields has exactly the raw columns, in their order and types", async () => {
    const found = await shapes(source, config());
    expect(found.size).toBeGreaterThan(0);
    for (const [table, columns] of found) {
      const expected = Object.entries(rawTables[table]);
      expect(columns.map(([name]) => name)).toEqual(expected.map(([name]) => name));
      const types = columns.map(([, type]) => type);
      if (!types.includes("row")) expect(types).toEqual(expected.map(([, type]) => type));
    }
  });

  test("a file that is not there is named, with what to do", async () => {
    const path = join(folder, "nowhere", "absent.file");
    const error = await shapes(source, { ...(config() as object), path }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(SourceError);
    expect(error.message).toContain(path);
    expect(error.hint).toMatch(/thuocdo/);
  });

  test("a setting that it does not know is refused", () => {
    expect(source.config.safeParse({ ...(config() as object), paht: "x" }).success).toBe(false);
  });
});

test("the store yields every raw table once", async () => {
  const found = await shapes(store as Source<never>, { path: join(folder, "store.duckdb") });
  expect([...found.keys()]).toEqual(Object.keys(rawTables));
});

test("times, exact points, quotes and blanks of the store arrive as they were", async () => {
  await shapes(store as Source<never>, { path: join(folder, "store.duckdb") });
  const read = (table: string, columns: string) =>
    query(":memory:", `select ${columns} from '${join(folder, `store-${table}.parquet`)}'`);
  expect(await read("responses", "submitted_at::varchar as at, interviewer_key as by")).toEqual([
    { at: "1980-01-01 00:00:00", by: "i'1" },
    { at: "2022-12-05 03:04:05.678901", by: "i1" },
  ]);
  expect(await read("answers", "response_key || question_code as key, answer_value as value")).toEqual([
    { key: "r2Q11", value: 'it\'s "ổn"' },
    { key: "r2Q9_01", value: null },
    { key: "r1Q9_01", value: "5" },
    { key: "r1Q9_02", value: "4" },
  ]);
  expect(await read("scorecards", "points::varchar as points")).toEqual([{ points: "89.950000000" }]);
});

test("only the rounds asked for are read, and a round's name is never read as SQL", async () => {
  const rounds = async (...codes: string[]) => {
    await shapes(store as Source<never>, { path: join(folder, "store.duckdb"), rounds: codes });
    return query(":memory:", `select distinct round_code from '${join(folder, "store-answers.parquet")}'`);
  };
  expect(await rounds("2022")).toEqual([{ round_code: "2022" }]);
  expect(await rounds("2021') or ('1' = '1")).toEqual([]);
});

test("the same rows give the same bytes on one thread and on two, in whatever order they were stored", async () => {
  const many = `insert into answers select '2022', 'r' || (i // 70), 'Q' || (i % 70), (i % 5)::varchar from range(130000) t(i)`;
  const ordered = await smallStore(join(folder, "ordered.duckdb"), many);
  const mixed = await smallStore(join(folder, "mixed.duckdb"), `${many} order by hash(i)`);
  const bytes = async (path: string, threads: number) => {
    const opened = await openStore(path, { threads });
    const target = join(folder, "bytes.parquet");
    await copyTable(opened, "answers", target);
    opened.close();
    return createHash("sha256")
      .update(await readFile(target))
      .digest("hex");
  };
  const first = await bytes(ordered, 1);
  expect(await bytes(ordered, 2)).toBe(first);
  expect(await bytes(mixed, 1)).toBe(first);
  expect(await bytes(mixed, 2)).toBe(first);
});

test("reading leaves the store as it was", async () => {
  const path = join(folder, "store.duckdb");
  const before = await readFile(path);
  await shapes(store as Source<never>, { path });
  expect(before.equals(await readFile(path))).toBe(true);
});

test.each([
  [
    "a missing column",
    "alter table answers drop column answer_value",
    /Table answers .* has no column answer_value/,
  ],
  ["a missing table", "drop table rechecks", /has no table rechecks/],
  [
    "a column of another type",
    "alter table responses alter is_test type varchar",
    /responses\.is_test .* is VARCHAR, not BOOLEAN/,
  ],
])("%s stops with a sentence that names it", async (_, change, sentence) => {
  const path = await smallStore(join(await scratchFolder(), "store.duckdb"), change);
  const error = await shapes(store as Source<never>, { path }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DriftError);
  expect(error.message).toMatch(sentence);
  expect(error.message).toContain(path);
  expect(error.hint).toContain("docs/survey-store.md");
});

test("a further column of the store is left alone", async () => {
  const path = await smallStore(
    join(await scratchFolder(), "store.duckdb"),
    "alter table answers add column note text",
  );
  expect((await shapes(store as Source<never>, { path })).get("answers")).toHaveLength(4);
});

test("a store that another program is writing is refused for now, and may be tried again", async () => {
  const path = await smallStore(join(await scratchFolder(), "store.duckdb"));
  const script = `
    const { DuckDBInstance } = await import("@duckdb/node-api");
    await DuckDBInstance.create(${JSON.stringify(path)});
    console.log("open");
    setInterval(() => {}, 1000);`;
  const writer = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await once(writer.stdout, "data");
    const error = await shapes(store as Source<never>, { path }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ retriable: true, hint: expect.stringContaining("wait") });
  } finally {
    writer.kill();
  }
});

test("a file that is no DuckDB database is refused by name", async () => {
  const error = await shapes(store as Source<never>, { path: table2023 }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(SourceError);
  expect(error.message).toContain(table2023);
  expect(error.retriable).toBe(false);
});
