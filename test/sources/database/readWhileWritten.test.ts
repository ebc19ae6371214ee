import { open, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterEach, describe, expect, test } from "vitest";
import { fromLandedCsv, streamParquet, withLanding } from "../../../sources/database/landedTable.ts";
import { readWhileWritten } from "../../../sources/database/readWhileWritten.ts";
import { query, scratchFolder } from "../scratchStore.ts";

const path = process.env["PATH"];
afterEach(() => {
  process.env["PATH"] = path;
});

const columns = { id: "VARCHAR", answer: "VARCHAR" };
const line = (id: number) => `${id},${id % 7 === 0 ? "" : "x".repeat(id % 90)}\n`;

/** Lands the lines that `write` gives; then names the files that are left beside the target. */
async function landed(
  write: (give: (text: string) => Promise<unknown>) => Promise<void>,
  read?: (connection: DuckDBConnection) => Promise<unknown>,
) {
  const folder = await scratchFolder();
  const [file, target] = [join(folder, "lines.csv"), join(folder, "t.parquet")];
  const giving = async () => {
    const handle = await open(file, "w");
    await write((text) => handle.write(text)).finally(() => handle.close());
  };
  const work = (connection: DuckDBConnection) =>
    readWhileWritten(connection, file, giving, async () => {
      if (read) await read(connection);
      else await streamParquet(connection, fromLandedCsv(file, columns, true), target, 2);
    });
  const error: unknown = await withLanding(target, work).then(
    () => null,
    (thrown) => thrown,
  );
  const others = (await readdir(folder)).filter((name) => name !== "t.parquet");
  return { error, target, others };
}

async function everyLine(give: (text: string) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < 300_000; start += 1000) {
    await give(Array.from({ length: 1000 }, (_, n) => line(start + n)).join(""));
  }
}

describe("a file that is read while it is written", () => {
  test("gives the bytes of one that was written before, and so it is where no pipe can be made", async () => {
    const piped = await landed(everyLine);
    process.env["PATH"] = "/nowhere";
    const plain = await landed(everyLine);
    expect([piped.error, plain.error]).toEqual([null, null]);
    expect(await readFile(piped.target)).toEqual(await readFile(plain.target));
    const [row] = await query(":memory:", `select count(*)::integer as n from '${piped.target}'`);
    expect(row).toEqual({ n: 300_000 });
    expect([...piped.others, ...plain.others]).toEqual(["lines.csv"]); // who lands removes the file
  });

  test("is waited for until its writer has begun and ended, however small it is", async () => {
    const { error, target } = await landed(async (give) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await give("1,a\n");
      await new Promise((resolve) => setTimeout(resolve, 100));
      await give("2,\\N\n");
    });
    expect(error).toBeNull();
    expect(await query(":memory:", `from '${target}'`)).toEqual([
      { id: "1", answer: "a" },
      { id: "2", answer: null },
    ]);
  });

  test("is not taken as whole when its writer breaks off at the end of a line", async () => {
    const { error, others } = await landed(async (give) => {
      await everyLine(give);
      throw new Error("the line was cut");
    });
    expect(error).toEqual(new Error("the line was cut"));
    expect(others).toEqual([]);
  });

  test("keeps nobody waiting when its writer fails before it opens it", async () => {
    const folder = await scratchFolder();
    const file = join(folder, "lines.csv");
    const work = (connection: DuckDBConnection) =>
      readWhileWritten(
        connection,
        file,
        () => Promise.reject(new Error("no right to read")),
        async () => void (await connection.run(fromLandedCsv(file, columns, true))),
      );
    await expect(withLanding(join(folder, "t.parquet"), work)).rejects.toThrow("no right to read");
    expect(await readdir(folder)).toEqual([]);
  });

  test("keeps nobody waiting when its reader fails before it opens it", async () => {
    const { error, others } = await landed(everyLine, (connection) => connection.run("from no_such_table"));
    expect(String(error)).toMatch(/no_such_table/);
    expect(others).toEqual([]);
  });

  test("tells what its reader did not understand, not that the writer lost its reader", async () => {
    const { error, others } = await landed(async (give) => {
      await everyLine(give);
      await give('1,"Nguyễn Văn A\nở Huế",3,4\n');
      for (let more = 0; more < 20; more += 1) await everyLine(give);
    });
    expect(String(error)).toMatch(/CSV Error on Line: 300001/);
    expect(String(error)).not.toMatch(/Nguyễn|Huế/);
    expect(others).toEqual([]);
  });

  test("takes the place of what an earlier attempt left", async () => {
    const folder = await scratchFolder();
    const file = join(folder, "lines.csv");
    await writeFile(file, "9,old\n");
    const rows: unknown[] = [];
    await withLanding(join(folder, "t.parquet"), (connection) =>
      readWhileWritten(
        connection,
        file,
        () => writeFile(file, "1,new\n"),
        async () => {
          const reader = await connection.runAndReadAll(fromLandedCsv(file, columns, true));
          rows.push(...reader.getRows());
        },
      ),
    );
    expect(rows).toEqual([["1", "new"]]);
  });
});
