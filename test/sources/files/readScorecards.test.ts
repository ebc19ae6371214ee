import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SourceError } from "../../../models/errors.ts";
import type { FilesConfig } from "../../../sources/files/filesConfig.ts";
import { readScorecards } from "../../../sources/files/readScorecards.ts";

const config: FilesConfig = {
  path: "t.csv",
  level: "ministry",
  years: [2023],
  components: { "điểm thẩm định": "appraised", "điểm điều tra XHH": "survey", total: "total" },
};
const header = "year,level,unit,component,value,max,rank,source_url";
const good = "2023,ministry,Bộ Tư pháp,total,89.95,100,1,https://example.org";
const read = (...lines: string[]) => readScorecards("t.csv", [header, ...lines, ""].join("\n"), config);
const refusal = (...lines: string[]): SourceError => {
  try {
    read(...lines);
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError);
    return error as SourceError;
  }
  throw new Error("nothing was refused");
};

const published = readFileSync(
  join(import.meta.dirname, "../../../models/published/par_ministry.csv"),
  "utf8",
);

test("the published table of 2023 gives 17 ministries three figures each, as printed", () => {
  const rows = readScorecards("par_ministry.csv", published, config);
  expect(rows).toHaveLength(51);
  expect(new Set(rows.map((row) => row["unit_name"])).size).toBe(17);
  const justice = rows.filter((row) => row["unit_name"] === "Bộ Tư pháp");
  expect(justice).toMatchObject([
    {
      round_code: "2023",
      index_code: "par_ministry",
      node_code: "appraised",
      points: "61.86",
      max_points: "68.50",
    },
    { node_code: "survey", points: "28.10", max_points: "31.50", published_rank: null },
    { node_code: "total", points: "89.95", max_points: "100", published_rank: 1n, stage_code: "published" },
  ]);
});

test("rows of other years and levels are passed over, whatever their components", () => {
  const rows = read(
    good,
    "2022,ministry,Bộ Tư pháp,khác,1,2,,https://example.org",
    "2023,province,Hà Nội,khác,1,2,,https://example.org",
  );
  expect(rows).toHaveLength(1);
});

test("a year that printed only a rank has no points", () => {
  expect(read("2023,ministry,Bộ Tư pháp,total,,100,1,https://example.org")).toMatchObject([
    { points: null, published_rank: 1n },
  ]);
});

test("a component nobody has named stops with its line and the names that are known", () => {
  const error = refusal(good, "2023,ministry,Bộ Tư pháp,điểm thưởng,1.5,2,,https://example.org");
  expect(error.message).toContain('line 3, component: "điểm thưởng"');
  expect(error.message).toContain('"điểm thẩm định"');
  expect(error.hint).toContain("components");
});

test("a component named like a property of every object is unknown too", () => {
  expect(refusal("2023,ministry,Bộ Tư pháp,constructor,1,2,,https://example.org").message).toContain(
    "line 2, component",
  );
});

test("every wrong cell is named at once, by line and column", () => {
  const error = refusal(
    '2023,ministry,Bộ Tư pháp,total,"89,95",100,1,https://example.org',
    good,
    "2023,ministry,Bộ A,total,89.95,100,first,https://example.org",
  );
  expect(error.message).toContain("2 problems");
  expect(error.message).toMatch(/line 2, value/);
  expect(error.message).toMatch(/line 4, rank/);
});

test("a figure that stands twice is refused, not overwritten", () => {
  expect(refusal(good, good).message).toContain("line 3: total of Bộ Tư pháp in 2023 stands twice");
});

test("a round without any row is refused", () => {
  expect(refusal("2022,ministry,Bộ Tư pháp,total,1,2,,https://example.org").message).toContain(
    "has no ministry row of 2023",
  );
});

test("a file of other columns is refused by their names", () => {
  const text = "year,unit,value\n2023,Bộ Tư pháp,89.95\n";
  expect(() => readScorecards("t.csv", text, config)).toThrow(/column component is missing/);
});
