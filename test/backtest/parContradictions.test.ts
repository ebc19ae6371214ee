import { describe, expect, test } from "vitest";
import {
  findContradictions,
  type PrintedFigure,
  printedFigures,
} from "../../models/published/findContradictions.ts";
import { spec } from "../models/specFiles.ts";

const { rows } = spec.published;
const all = findContradictions(printedFigures(rows));
const of = (year: number, unit: string) =>
  all
    .filter((each) => each.year === year && each.unit === unit)
    .map(({ kind, values }) => `${kind}: ${values.join(" | ")}`);

describe("contradictions among published figures are found by checks, not mended", () => {
  test("Hòa Bình 2023: the four blocks add to 87.89, while 86.76 and 86.89 are printed", () => {
    expect(of(2023, "Hòa Bình")).toEqual([
      "two_values: 86.76 | 86.89",
      "parts_and_total: 87.89 | 86.76",
      "parts_and_total: 87.89 | 86.89",
    ]);
    const blocks = rows.par_components.filter(
      (row) => row.unit === "Hòa Bình" && row.year === 2023 && row.component.startsWith("khối"),
    );
    expect(blocks.map((row) => row.value)).toEqual(["57.04", "8.19", "18.34", "4.32"]); // as printed still
  });

  test.each([
    [2024, "Hà Nội", ["two_values: 92.57 | 92.75"]],
    [2023, "Hải Phòng", ["two_values: 91.87 | 91.81"]],
    [2018, "Quảng Ninh", ["two_values: 89.06 | 89.6 | 81"]],
    [2018, "(63 tỉnh)", ["count_and_rank: 29 | 79.6"]],
    [2023, "Bắc Trung Bộ và Duyên hải miền Trung", ["two_values: 86.82 | 87.72 | 86.93"]],
    [2023, "Đông Nam Bộ", ["two_values: 87.79 | 87.45"]],
    [2023, "Đồng bằng sông Hồng", ["two_values: 88.33 | 88.32"]],
    [2017, "Ủy ban Dân tộc", ["rank_order: 72.13 | 72.40"]],
    [2017, "Gia Lai", ["rank_as_points: 50"]],
    [2024, "Lâm Đồng", ["not_a_value: 83.1 (rank 62)", "no_address: 83.1 (rank 62)"]],
  ])("%i, %s", (year, unit, findings) => {
    expect(of(year, unit)).toEqual(findings);
  });

  test("of the sixteen rows that readers of the pages marked, twelve are found by a rule; four hold no contradiction of figures", () => {
    const isFound = (year: number, unit: string) =>
      unit.split(/; | \/ /).some((one) => all.some((each) => each.year === year && each.unit === one));
    const unfound = rows.par_conflicts
      .filter((row) => !isFound(row.year, row.unit))
      .map((row) => `${row.year} ${row.unit} ${row.component}`);
    expect(rows.par_conflicts).toHaveLength(16);
    expect(unfound).toEqual([
      "2019 Bến Tre rank", // a rank on one page, and no second page
      "2015 Điện Biên total", // the page's text names another year
      "2015 Cần Thơ; Quảng Ninh rank", // ranks implied by the order of a list
      "2021 Kiên Giang group", // agrees with its points
    ]);
  });

  test("nothing else is found: 63 provinces, 19 ministries, 14 years", () => {
    expect(all).toHaveLength(18);
    const marked = new Set(
      rows.par_conflicts.flatMap((row) => row.unit.split(/; | \/ /).map((unit) => `${row.year} ${unit}`)),
    );
    expect(all.filter((each) => !marked.has(`${each.year} ${each.unit}`))).toEqual([]);
  });

  test("in the complete table of 2023 every total lies within print rounding of its parts, and the mean is that of the units", () => {
    expect(all.filter((each) => each.year === 2023 && each.level === "ministry")).toEqual([]);
  });
});

describe("each check can fail", () => {
  const figure = (
    unit: string,
    component: string,
    value: string | null,
    more: Partial<PrintedFigure> = {},
  ): PrintedFigure => ({
    year: 2023,
    level: "province",
    unit,
    component,
    value,
    max: "100",
    rank: null,
    source: "https://example.org",
    ...more,
  });
  const kinds = (...figures: PrintedFigure[]) => findContradictions(figures).map(({ kind }) => kind);

  test("parts within print rounding are no contradiction, beyond it they are", () => {
    const parts = [
      figure("A", "khối 1", "60.00", { max: "68.50" }),
      figure("A", "khối 2", "25.00", { max: "31.50" }),
    ];
    expect(kinds(...parts, figure("A", "total", "85.01"))).toEqual([]);
    expect(kinds(...parts, figure("A", "total", "85.02"))).toEqual(["parts_and_total"]);
  });

  test("points above the maximum, ranks against points, one rank twice", () => {
    expect(kinds(figure("A", "total", "100.01"))).toEqual(["above_maximum"]);
    expect(kinds(figure("A", "total", "80", { rank: 1 }), figure("B", "total", "81", { rank: 2 }))).toEqual([
      "rank_order",
    ]);
    expect(kinds(figure("A", "total", "80", { rank: 1 }), figure("B", "total", "79", { rank: 1 }))).toEqual([
      "rank_twice",
    ]);
    expect(kinds(figure("A", "total", "80", { rank: 1 }), figure("B", "total", "80", { rank: 1 }))).toEqual(
      [],
    );
  });

  test("groups that add to more units than there are; fewer may be unprinted", () => {
    const counts = (a: string, b: string) => [
      figure("(63 tỉnh)", "group A count", a, { max: "63" }),
      figure("(63 tỉnh)", "group B count", b, { max: "63" }),
    ];
    expect(kinds(...counts("7", "57"))).toEqual(["groups_and_units"]);
    expect(kinds(...counts("2", "56"))).toEqual([]);
  });

  test("a mean outside the means of all regions, and a mean that its units do not have", () => {
    const regions = ["85", "86", "87", "88", "89", "90"].map((value, i) =>
      figure(`vùng ${i}`, "mean total", value, { level: "region" }),
    );
    expect(kinds(...regions, figure("(63 tỉnh)", "mean total", "90.5"))).toEqual(["mean_and_regions"]);
    const units = [
      figure("A", "total", "80"),
      figure("B", "total", "81"),
      figure("(2)", "count total >80", "1", { max: "2" }),
    ];
    expect(kinds(...units, figure("(2)", "mean total", "80.50"))).toEqual([]);
    expect(kinds(...units, figure("(2)", "mean total", "80.51"))).toEqual(["mean_and_units"]);
  });
});
