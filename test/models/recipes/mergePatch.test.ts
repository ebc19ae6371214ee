import { expect, test } from "vitest";
import { mergePatch } from "../../../models/recipes/mergePatch.ts";

const why = { vi: "Thử.", en: "A trial." };
const old = { vi: "Cũ.", en: "Of old." };
const minimum = { value: 30, status: "confirmed", why: old, source: "a book" };

test("a plain value laid over a setting is its value, assumed for the recipe's reason and no longer sourced", () => {
  expect(mergePatch({ minimum_n: minimum }, { minimum_n: 50 }, why)).toEqual({
    minimum_n: { value: 50, status: "assumed", why },
  });
});

test("a setting that brings its own reason keeps what the recipe says of it", () => {
  const own = { value: 50, status: "inferred", why: { vi: "Đọc.", en: "Read." } };
  expect(mergePatch(minimum, own, why)).toEqual({ ...own, source: "a book" });
});

test("a setting around a changed setting keeps its own reason", () => {
  const outer = { status: "inferred", why: old, inner: minimum };
  expect(mergePatch(outer, { inner: 50 }, why)).toEqual({
    status: "inferred",
    why: old,
    inner: { value: 50, status: "assumed", why },
  });
});

test("entries of a list are changed, dropped and added by their first key, and keep their order", () => {
  const list = [
    { reason: "late", name: "Late" },
    { reason: "early", name: "Early" },
  ];
  expect(
    mergePatch(list, { late: null, early: { name: "Too early" }, twice: { name: "Twice" } }, why),
  ).toEqual([
    { reason: "early", name: "Too early" },
    { reason: "twice", name: "Twice" },
  ]);
});

test("a list takes the place of a list, and null takes a key away", () => {
  expect(
    mergePatch({ margins: ["gender", "age"], tolerance: 1 }, { margins: ["age"], tolerance: null }, why),
  ).toEqual({
    margins: ["age"],
  });
});

test("an entry that is added where entries have names and reasons is named by its key and assumed for the recipe's reason", () => {
  const list = [{ reason: "late", name: old, status: "confirmed", why: old }];
  expect(mergePatch(list, { fast: {} }, why)).toEqual([
    list[0],
    { reason: "fast", name: { vi: "fast", en: "fast" }, status: "assumed", why },
  ]);
});
