import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readGraph, readPackageTables } from "../../pipelines/readGraph.ts";

test("sql/GRAPH.md shows every table and edge as the SQL has them (npm run graph writes it)", async () => {
  expect(readFileSync("sql/GRAPH.md", "utf8")).toBe(await readGraph());
});

test("every mart says what each of its columns is", async () => {
  const marts = (await readPackageTables()).filter(({ name }) => name.startsWith("marts."));
  expect(marts.length).toBeGreaterThan(10);
  expect(marts.filter(({ head }) => head.columns === undefined).map(({ name }) => name)).toEqual([]);
});

test("every mart carries its provenance", async () => {
  const marts = (await readPackageTables()).filter(({ name }) => name.startsWith("marts."));
  expect(marts.filter(({ head }) => !head.columns?.["provenance"]).map(({ name }) => name)).toEqual([]);
});
