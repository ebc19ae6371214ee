import { expect, test } from "vitest";
import { z } from "zod";
import { parseCsv } from "../../../models/spec/parseCsv.ts";

const schema = z.strictObject({
  code: z.string().regex(/^[a-z]+$/, "a code is small letters"),
  people: z.int().positive().nullable(),
});

function problems(text: string): string[] {
  return parseCsv("a.csv", text, schema).issues.map(
    ({ line, path, message }) => `${line} ${path}: ${message}`,
  );
}

test("columns may stand in any order, an empty cell is null, a byte order mark is nothing", () => {
  expect(parseCsv("a.csv", "\ufeffpeople,code\n12,a\n,b\n", schema)).toMatchObject({
    value: [
      { code: "a", people: 12 },
      { code: "b", people: null },
    ],
    issues: [],
  });
});

test("line breaks of Windows are line breaks", () => {
  expect(parseCsv("a.csv", "code,people\r\na,1\r\n", schema).value).toEqual([{ code: "a", people: 1 }]);
});

test("every problem is told at once, with its line and column", () => {
  expect(problems("code,people\nA,1\nb,many\nc,-3\nd,1.5\ne\n")).toEqual([
    '2 code: is "A"; a code is small letters',
    '3 people: is "many"; a number is needed',
    "4 people: is -3; more than 0 is needed",
    "5 people: is 1.5; a whole number is needed",
    "6 : has 1 cells; the header has 2",
  ]);
});

test("a quoted cell with a line break does not shift the lines of what follows", () => {
  expect(problems('code,people\n"a\nb",1\nC,1\n')).toEqual([
    '2 code: is "a\\nb"; a code is small letters',
    '4 code: is "C"; a code is small letters',
  ]);
});

test("a missing, an unknown and a double column are told", () => {
  expect(problems("code,popel,code\na,1,b\n")).toEqual([
    "1 : column people is missing",
    "1 : column popel is not a known column here",
    "1 : column code stands twice",
  ]);
});

test("a quote that is never closed is told at the row where it opens", () => {
  expect(problems('code,people\na,1\n"b,2\nc,3\n')).toEqual([
    "3 : cannot be read as CSV: a quote that opens here is never closed",
  ]);
});

test("an empty file lacks its columns", () => {
  expect(problems("")).toEqual([
    "undefined : column code is missing",
    "undefined : column people is missing",
  ]);
});
