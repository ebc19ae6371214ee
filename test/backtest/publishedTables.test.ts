import Big from "big.js";
import { describe, expect, test } from "vitest";
import { spec } from "../models/specFiles.ts";

/** The published PAR INDEX table of 17 ministries, 2023, as exact decimals. */
const table = [
  ...new Set(
    spec.published.par
      .filter(
        (row) => row.unit_level === "ministry" && row.year === 2023 && row.component === "điểm thẩm định",
      )
      .map((row) => row.unit_code),
  ),
].map((unit_code) => {
  const figure = (component: string) =>
    spec.published.par.find(
      (row) =>
        row.year === 2023 &&
        row.unit_code === unit_code &&
        row.component === component &&
        row.provenance === "published",
    );
  return {
    unit_code,
    appraised: new Big(figure("điểm thẩm định")?.value ?? Number.NaN),
    survey: new Big(figure("điểm điều tra XHH")?.value ?? Number.NaN),
    total: new Big(figure("total")?.value ?? Number.NaN),
    rank: figure("total")?.published_rank,
  };
});

describe("PAR INDEX 2023 of the ministries, as published", () => {
  test("17 ministries have both parts, a total and a rank; the ranks follow from the totals", () => {
    expect(table).toHaveLength(17);
    const byTotal = [...table].sort((a, b) => b.total.cmp(a.total)).map((row) => row.rank);
    expect(byTotal).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(new Set(table.map((row) => row.total.toString())).size).toBe(17);
  });

  test("in 9 of 17 rows the printed parts differ from the printed total, always by 0.01", () => {
    const gaps = table.map((row) => row.appraised.plus(row.survey).minus(row.total).abs().toString());
    expect(gaps.filter((gap) => gap === "0.01")).toHaveLength(9);
    expect(gaps.filter((gap) => gap === "0")).toHaveLength(8);
  });

  test("the first ministry has 89.95 in print, not the 89.96 of its parts", () => {
    const first = table.find((row) => row.rank === 1);
    expect([
      first?.unit_code,
      first?.total.toString(),
      first?.appraised.plus(first.survey).toString(),
    ]).toEqual(["btp", "89.95", "89.96"]);
  });

  test("the mean of the totals prints as the published 84.38", () => {
    expect(
      table
        .reduce((sum, row) => sum.plus(row.total), new Big(0))
        .div(17)
        .toFixed(2),
    ).toBe("84.38");
  });

  test("14 ministries are above 80 and 3 below, as listed, and none is on a border of the groups", () => {
    expect(table.filter((row) => row.total.gt(80))).toHaveLength(14);
    expect(table.filter((row) => row.total.lt(80))).toHaveLength(3);
    expect(table.filter((row) => row.total.gte(90))).toEqual([]);
  });

  test("the ministries that are ranked are those of the round without the two unpublished", () => {
    const round = spec.rounds.find((each) => each.round.round === "2023")?.round.indices.par_ministry;
    const unpublished = round?.unpublished.map((row) => row.unit);
    expect(unpublished).toEqual(["ttcp", "ubdt"]);
    expect(table.map((row) => row.unit_code).filter((code) => unpublished?.includes(code ?? ""))).toEqual([]);
  });
});

describe("SIPAS of the nation, as published", () => {
  const national = (year: number, component: string) =>
    new Big(
      spec.published.sipas.find(
        (row) =>
          row.year === year &&
          row.domain_level === "nation" &&
          row.component === component &&
          !row.is_uncertain,
      )?.value ?? Number.NaN,
    );

  test("2022: the plain mean of the two parts prints as the published overall value", () => {
    const mean = national(2022, "part:policy").plus(national(2022, "part:service_delivery")).div(2);
    expect(mean.toString()).toBe("80.075");
    expect(mean.toFixed(2)).toBe(national(2022, "overall").toString());
    expect(spec.rounds[0]?.round.indices.sipas?.rules.service_weight).toMatchObject({
      value: 0.5,
      status: "inferred",
    });
  });

  test("2024: the plain mean of the two parts does not print as the published overall value", () => {
    const mean = national(2024, "part:policy").plus(national(2024, "part:service_delivery")).div(2);
    expect(mean.toFixed(2)).toBe("83.97");
    expect(national(2024, "overall").toString()).toBe("83.94");
  });
});

test("the census of 2019: the provinces add to the country and to every region whose total was printed", () => {
  const total = (code: string | null) =>
    spec.units
      .filter(
        (unit) =>
          unit.unit_level === "province" &&
          !unit.unit_code.endsWith("-2025") &&
          (code === null || unit.region_code === code),
      )
      .reduce((sum, unit) => sum + (unit.population_2019 ?? 0), 0);
  const printed = spec.published.census.filter(
    (row) => row.margin === "total" && row.provenance === "published",
  );
  expect(printed.map((row) => total(row.region_code))).toEqual(printed.map((row) => Number(row.value)));
  expect(printed).toHaveLength(5);
});
