import { expect, test } from "vitest";
import { compareEntries, mergeEntries, type Settled } from "../../../models/entry/compareEntries.ts";

const first = new Map([
  ["7", { so_phieu: "7", Q1: "2", Q2: "Ba Đình" }],
  ["8", { so_phieu: "8", Q1: "1", Q2: "" }],
]);
const second = new Map([
  ["7", { so_phieu: "7", Q1: "3", Q2: "Ba Đình ".normalize("NFD") }],
  ["8", { so_phieu: "8", Q1: "1", Q2: "" }],
]);
const compared = compareEntries(first, second, ["Q1", "Q2"]);
const settled: Settled = {
  key: "7",
  column: "Q1",
  first: "2",
  second: "3",
  final: "3",
  role: "Tổ trưởng",
  reason: "Xem phiếu giấy",
};

test("cells that differ are listed; spaces at the ends and composed accents are no difference", () => {
  expect(compared).toEqual({
    n_forms: 2,
    n_cells: 4,
    differences: [{ key: "7", column: "Q1", first: "2", second: "3" }],
    only_in_first: [],
    only_in_second: [],
  });
});

test("settled differences give the forms", () => {
  const { entries, problems } = mergeEntries(first, compared, [settled]);
  expect(problems).toEqual([]);
  expect(entries.get("7")).toEqual({ so_phieu: "7", Q1: "3", Q2: "Ba Đình" });
});

test.each([
  ["an open difference", [], '7 × Q1: "2" or "3" is not settled.'],
  ["a sheet of older entries", [{ ...settled, second: "4" }], 'was settled between "2" and "4"'],
  ["a settlement by nobody", [{ ...settled, role: "" }], "settled by nobody, or for no reason"],
  [
    "a settlement of nothing",
    [settled, { ...settled, key: "8" }],
    "8 × Q1 is settled, but the entries agree on it.",
  ],
] as const)("%s gives no forms and says so", (_, sheet, words) => {
  const { entries, problems } = mergeEntries(first, compared, sheet);
  expect(entries.size).toBe(0);
  expect(problems.join("\n")).toContain(words);
});

test("a form that was entered once only is no form", () => {
  const once = compareEntries(first, new Map([["7", second.get("7")!]]), ["Q1"]);
  expect(mergeEntries(first, once, [settled]).problems).toContain("Form 8 was entered once only.");
});
