import { Big } from "big.js";
import { describe, expect, test } from "vitest";
import { evaluateRule } from "../../models/frameworks/evaluateRule.ts";
import { frameworkLeaves } from "../../models/frameworks/frameworkNodes.ts";
import type { Rule } from "../../models/frameworks/rule.ts";
import { spec } from "../models/specFiles.ts";
import { build } from "../sql/build.ts";

const { rows } = spec.published;
const framework = (code: string, level: string) =>
  spec.frameworks.find((own) => own.framework === code && own.level === level)!;

describe("the 17 ministries of 2023 through the scoring of the warehouse", () => {
  const table = rows.par_ministry.filter((row) => row.year === 2023);
  const units = [...new Set(table.map((row) => row.unit))];
  const code = (unit: string) => `u${units.indexOf(unit)}`;
  const nodes: Record<string, string> = {
    "điểm thẩm định": "appraised",
    "điểm điều tra XHH": "survey",
    total: "total",
  };
  const scored = () =>
    build("scores.par_ministry_scores", {
      "staging.scorecards": [
        "round_code | index_code | unit_code | node_code | stage_code | points:decimal(18,9) | max_points:decimal(18,9) | published_rank:integer | source_url | provenance",
        ...table.map((row) =>
          [
            "2023",
            "par_ministry",
            code(row.unit),
            nodes[row.component],
            "published",
            row.value,
            row.max,
            row.rank ?? "",
            "x",
            "published",
          ].join(" | "),
        ),
      ].join("\n"),
      "spec.round_units": [
        "round_code | index_code | unit_code | reason | reason_en",
        ...units.map((unit) => `2023 | par_ministry | ${code(unit)} | |`),
      ].join("\n"),
      "spec.par_rules": "round_code | index_code | ties\n2023 | par_ministry | competition",
      "spec.par_groups":
        "round_code | index_code | group_code | from_percent:decimal(18,9) | above_percent:decimal(18,9) | below_percent:decimal(18,9)\n" +
        "2023 | par_ministry | above_90 | | 90 |\n2023 | par_ministry | from_80 | 80 | |\n2023 | par_ministry | below_80 | | | 80",
    });

  test("every rank is the published one, and every total lies within 0.01 of its parts", async () => {
    const made = await scored();
    const published = new Map(
      table.filter((row) => row.component === "total").map((row) => [code(row.unit), row.rank]),
    );
    expect(made).toHaveLength(17);
    expect(made.map((row) => row["index_rank"])).toEqual(
      made.map((row) => published.get(String(row["unit_code"]))),
    );
    const gaps = made.map((row) =>
      new Big(String(row["total_points"])).minus(String(row["sum_of_parts"])).abs().toString(),
    );
    expect([gaps.filter((gap) => gap === "0").length, gaps.filter((gap) => gap === "0.01").length]).toEqual([
      8, 9,
    ]);
  });

  test("14 ministries are from 80 to 90 and 3 below 80, none above 90; their mean prints as 84.38", async () => {
    const made = await scored();
    const count = (group: string) => made.filter((row) => row["group_code"] === group).length;
    expect(["above_90", "from_80", "below_80"].map(count)).toEqual([0, 14, 3]);
    const mean = made.reduce((sum, row) => sum.plus(String(row["total_points"])), new Big(0)).div(17);
    expect(mean.toFixed(2)).toBe("84.38");
  });
});

describe("Bộ Giao thông vận tải 2020, by area under 1149/QĐ-BNV", () => {
  const areas = rows.par_components.filter(
    (row) => row.unit === "Bộ Giao thông vận tải" && row.year === 2020,
  );

  test("the maxima of its table are those of the framework, area by area", () => {
    expect(areas.map((row) => [row.component.slice(0, 1), row.max])).toEqual(
      framework("1149/QĐ-BNV", "ministry").nodes.map((area) => [area.code, area.max]),
    );
  });

  test("the areas add to 85.93287 exactly, which prints as the published 85.9329", () => {
    const sum = areas.reduce((total, row) => total.plus(row.value ?? 0), new Big(0));
    expect(sum.toString()).toBe("85.93287");
    expect(sum.toFixed(4)).toBe("85.9329");
    expect(
      rows.par_ministry.find((row) => row.unit === "Bộ Giao thông vận tải" && row.year === 2020)?.value,
    ).toBe("85.9329");
  });

  test("points over maximum give the share of each area", () => {
    const shares = areas.map((row) =>
      new Big(row.value ?? 0)
        .div(row.max ?? 1)
        .times(100)
        .toFixed(2),
    );
    expect(shares).toEqual(["97.64", "83.36", "89.24", "76.73", "80.10", "93.22", "85.81"]);
  });
});

describe("Đắk Lắk 2017, lost points under 2948/QĐ-BNV", () => {
  const held = rows.par_derived.filter(
    (row) => row.unit === "Đắk Lắk" && row.year === 2017 && /^\d\./.test(row.component),
  );
  const areas = framework("2948/QĐ-BNV", "province").nodes;
  const lost = new Map(
    held.map((row) => {
      const area = areas.find(({ code }) => code === row.component.slice(0, 1));
      return [area?.code, new Big(area?.max ?? 0).minus(row.value ?? 0)] as const;
    }),
  );

  test("what each area lost by the framework's maxima is what the list prints, the largest loss first", () => {
    const printed = [...lost].sort(([, a], [, b]) => b.cmp(a)).map(([code, points]) => `${code}: ${points}`);
    expect(printed).toEqual(["7: 7.14", "5: 4.88", "1: 4.5", "4: 2.77", "6: 1.96", "2: 1.84", "8: 1.54"]);
  });

  test("the losses add to 24.63 = 100 − 75.37, so area 3, which the list leaves out, lost nothing", () => {
    const sum = [...lost.values()].reduce((total, points) => total.plus(points), new Big(0));
    const total = rows.par_province.find((row) => row.unit === "Đắk Lắk" && row.year === 2017)?.value;
    expect([sum.toString(), total, new Big(100).minus(total ?? 0).toString()]).toEqual([
      "24.63",
      "75.37",
      "24.63",
    ]);
    expect(areas.map(({ code }) => code).filter((code) => !lost.has(code))).toEqual(["3"]);
  });
});

test("Hà Tĩnh 2021: 91.17 % of SIPAS are 9.117 of 10 points by the linear rule, printed as 9.12", () => {
  const percent = rows.sipas_results.find(
    (row) => row.unit === "Hà Tĩnh" && row.year === 2021 && row.component === "overall",
  )?.value;
  const leaf = frameworkLeaves(framework("minh-hoa-province", "province")).find(
    ({ kind }) => kind === "sipas",
  );
  const made = evaluateRule(leaf?.rule as Rule, "10", { percent: percent ?? null });
  expect([percent, leaf?.max, made.status === "scored" && made.points]).toEqual(["91.17", "10.00", "9.117"]);
  expect(new Big("9.117").toFixed(2)).toBe("9.12");
});

test("a national mean is recomputed only where every unit is known: of all published years, the ministries of 2023", () => {
  const known = (file: typeof rows.par_ministry, year: number) =>
    file.filter((row) => row.year === year && row.component === "total" && row.value !== null).length;
  const years = Array.from({ length: 14 }, (_, i) => 2011 + i);
  expect(years.filter((year) => known(rows.par_ministry, year) >= 17)).toEqual([2023]);
  expect(years.filter((year) => known(rows.par_province, year) >= 63)).toEqual([]);
});

test("no published count of a group is less than the units known to be in it", () => {
  const lines: Record<string, [number, number]> = { A: [90, 101], B: [80, 90], C: [70, 80] };
  const counts = rows.par_means.filter(
    (row) => row.level === "province" && /^group [ABC] count$/.test(row.component),
  );
  const known = counts.map((row) => {
    const [from, below] = lines[row.component.slice(6, 7)]!;
    return rows.par_province.filter(
      (unit) =>
        unit.year === row.year &&
        unit.component === "total" &&
        unit.value !== null &&
        Number(unit.value) >= from &&
        Number(unit.value) < below,
    ).length;
  });
  expect(counts).toHaveLength(16);
  expect(counts.filter((row, i) => Number(row.value) < known[i]!)).toEqual([]);
  const groupA = (year: number) =>
    counts.findIndex((row) => row.year === year && row.component === "group A count");
  expect([counts[groupA(2022)]?.value, known[groupA(2022)]]).toEqual(["2", 2]); // both units of group A are known
  expect([counts[groupA(2020)]?.value, known[groupA(2020)]]).toEqual(["2", 2]);
  expect([counts[groupA(2021)]?.value, known[groupA(2021)]]).toEqual(["3", 3]);
});
