import { expect, test } from "vitest";
import { buildOrder, type Edges } from "../../sql/buildOrder.ts";

const table = (name: string, ...inputs: string[]): Edges => ({
  name,
  file: `sql/${name.replace(".", "/")}.sql`,
  inputs,
});
const given = new Set(["raw.answers", "spec.units"]);

test("every table stands after what it reads, whatever the order of the files", () => {
  const tables = [
    table("marts.ranking", "scores.totals", "spec.units"),
    table("scores.totals", "clean.answers"),
    table("clean.answers", "staging.answers"),
    table("staging.answers", "raw.answers"),
  ];
  const expected = ["staging.answers", "clean.answers", "scores.totals", "marts.ranking"];
  expect(buildOrder(tables, given)).toEqual(expected);
  expect(buildOrder(tables.toReversed(), given)).toEqual(expected);
});

test("only staging may read raw", () => {
  expect(() => buildOrder([table("clean.answers", "raw.answers")], given)).toThrow(
    "sql/clean/answers.sql: reads raw.answers, but only staging may read raw",
  );
});

test("a table may not read a layer to its right", () => {
  const tables = [table("clean.answers", "scores.totals"), table("scores.totals", "spec.units")];
  expect(() => buildOrder(tables, given)).toThrow("stands to its right (clean may not read scores)");
});

test("a name that no file makes is an error, and so is a circle", () => {
  expect(() => buildOrder([table("clean.a", "clean.b")], given)).toThrow(
    "reads clean.b, which no file makes",
  );
  expect(() => buildOrder([table("clean.a", "clean.b"), table("clean.b", "clean.a")], given)).toThrow(
    "reads itself in a circle: clean.a → clean.b → clean.a",
  );
});
