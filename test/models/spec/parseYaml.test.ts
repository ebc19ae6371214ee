import { expect, test } from "vitest";
import { z } from "zod";
import { parseYaml } from "../../../models/spec/parseYaml.ts";

const schema = z.strictObject({
  name: z.string().min(1),
  year: z.int().min(2000),
  day: z.iso.date(),
  kind: z.enum(["one", "two"]),
  list: z.array(z.strictObject({ weight: z.number().max(1) })).min(1),
});

function problems(text: string): string[] {
  return parseYaml("a.yaml", text, schema).issues.map(
    ({ line, path, message }) => `${line} ${path}: ${message}`,
  );
}

test("a right file gives its value and no problem", () => {
  const text = "name: x\nyear: 2022\nday: 2022-02-28\nkind: one\nlist:\n  - { weight: 0.5 }\n";
  expect(parseYaml("a.yaml", text, schema)).toMatchObject({
    value: { name: "x", year: 2022, day: "2022-02-28", kind: "one", list: [{ weight: 0.5 }] },
    issues: [],
  });
});

test("every problem is told at once, with line, path, value and rule", () => {
  const text = [
    'name: ""',
    "year: soon",
    "day: 2022-02-30",
    "kind: three",
    "list:",
    "  - weight: 0.5",
    "  - weight: 1.5",
    "    wieght: 1",
    "colour: red",
  ].join("\n");
  expect(problems(text).sort()).toEqual([
    '1 name: is ""; at least 1 character is needed',
    '2 year: is "soon"; a number is needed',
    '3 day: is "2022-02-30"; a real date as YYYY-MM-DD is needed',
    '4 kind: is "three"; one of one, two is allowed',
    "7 list[1].weight: is 1.5; at most 1 is allowed",
    "8 list[1].wieght: is not a known key here",
    "9 colour: is not a known key here",
  ]);
});

test("a missing key is told at the line of what it is missing from", () => {
  expect(problems("name: x\nyear: 2022\nday: 2022-02-28\nkind: one\nlist:\n  - {}\n")).toEqual([
    "6 list[0].weight: is missing; a number is needed",
  ]);
});

test("a year written without quotes where text is wanted is told as such", () => {
  expect(problems("name: 2022\nyear: 2022\nday: 2022-02-28\nkind: one\nlist: [{ weight: 1 }]\n")).toEqual([
    "1 name: is 2022; text (in quotes when it looks like a number) is needed",
  ]);
});

test("a key that stands twice and a bracket that is never closed stop the reading, with their lines", () => {
  expect(problems("name: x\nyear: 1\nname: y\n")).toEqual(["3 : Map keys must be unique"]);
  expect(problems("name: [x\n").join()).toMatch(/^\d+ : .*(flow|sequence|\])/);
});

test("an empty file is told, not read as nothing", () => {
  expect(problems("")).toEqual(["1 : is null; a set of keys is needed"]);
});

test("a reference to an anchor that is not there is told with its line", () => {
  expect(problems("name: x\nyear: *yaer\nday: *dya\n")).toEqual([
    "2 : *yaer stands before its anchor, or has none",
    "3 : *dya stands before its anchor, or has none",
  ]);
});

test("a problem inside a shared part is told at the line that shares it", () => {
  const text = "name: x\nyear: 2022\nday: 2022-02-28\nkind: one\nlist:\n  - &w { weight: 3 }\n  - *w\n";
  expect(problems(text)).toEqual([
    "6 list[0].weight: is 3; at most 1 is allowed",
    "7 list[1].weight: is 3; at most 1 is allowed",
  ]);
});
