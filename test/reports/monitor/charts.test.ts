import { expect, test } from "vitest";
import { gridFor, tileGrids, tilePlaces } from "../../../models/units/tileGrids.ts";
import { unitRegistry } from "../../../models/units/unitRegistry.ts";
import type { Chart } from "../../../reports/charts/chart.ts";
import { dayLine } from "../../../reports/charts/dayLine.ts";
import { framed } from "../../../reports/charts/framed.ts";
import { measureText } from "../../../reports/charts/measureText.ts";
import { renderSvg } from "../../../reports/charts/renderSvg.ts";
import { tileMap } from "../../../reports/charts/tileMap.ts";
import { wordsOf } from "../../../reports/messages/words.ts";
import { spec } from "../../models/specFiles.ts";
import { readAssets } from "../fixture.ts";

const measure = measureText(readAssets());
const draw = (chart: Chart) =>
  renderSvg(
    framed({ title: "Hình", subtitle: "", provenance: "published", chart }, wordsOf("vi")),
    { id: "hinh", title: "Hình", description: "Hình" },
    measure,
  );
const registry = unitRegistry(spec);

test.each([
  ["2023-12-30", 63],
  ["2025-12-30", 34],
])("on %s every one of %i provinces has one tile, and no tile is of another day", (day, n) => {
  const codes = registry.unitsOn("province", day).map(({ unit_code }) => unit_code);
  const grid = gridFor(codes);
  expect(codes).toHaveLength(n);
  expect([...tilePlaces(grid!).keys()].sort()).toEqual([...codes].sort());
});

test.each(tileGrids.map((grid, i) => [i, grid] as const))(
  "grid %i lies as the country does: north above south, the coast to the east",
  (_, grid) => {
    const places = tilePlaces(grid);
    const row = (code: string) => (places.get(code) ?? places.get(`${code}-2025`))!.row;
    const column = (code: string) => (places.get(code) ?? places.get(`${code}-2025`))!.column;
    const southward = ["04", "01", "38", "40", "42", "46", "48", "56", "79", "96"].map(row);
    expect(southward).toEqual([...southward].sort((a, b) => a - b));
    expect(column("11")).toBeLessThan(column("01")); // Điện Biên, Hà Nội
    expect(column("01")).toBeLessThan(column("22")); // Hà Nội, Quảng Ninh
    expect(column("66")).toBeLessThanOrEqual(column("56")); // Đắk Lắk, Khánh Hòa
    expect(column("91")).toBeLessThan(column("79")); // Kiên Giang or An Giang, Hồ Chí Minh
  },
);

test("units that have no tile, such as ministries, make no map", () => {
  const options = { legendTitle: "", steps: [50], stepLabels: ["thấp", "cao"], noFigure: "[x]" };
  const tile = { name: "Bộ Tư pháp", value: 1, valueLabel: "1%", isMarked: false };
  expect(tileMap([{ ...tile, unit_code: "btp" }], options)).toBeNull();
});

test("a tile map writes each province's name and figure, marks those below target, and leaves [x] where none is known", async () => {
  const tiles = registry.unitsOn("province", "2023-12-30").map((unit, i) => ({
    unit_code: unit.unit_code,
    name: unit.unit_name,
    value: i === 0 ? null : i,
    valueLabel: i === 0 ? "[x]" : `${i}%`,
    isMarked: i === 5,
  }));
  const chart = tileMap(tiles, {
    legendTitle: "Đã trả lời",
    steps: [20, 40],
    stepLabels: ["dưới 20%", "20 đến dưới 40%", "từ 40%"],
    noFigure: "không có [x]",
  });
  const svg = await draw(chart as Chart);
  expect(svg).toContain(">[x]</text>");
  expect(svg).toContain(">62%</text>");
  expect(svg.match(/stroke="#c04f00"/g)).toHaveLength(1);
});

const options = {
  axisTitle: "Số người",
  opens: "2023-11-01",
  closes: "2023-12-30",
  target: { value: 30, label: "chỉ tiêu 30" },
  ceiling: { value: 40, label: "đăng ký 40" },
  forecast: { day: "2023-12-30", value: 25, low: 20, high: 33, label: "dự báo 25" },
};

test("days stand on the axis as days of the calendar, whatever the machine's time zone", async () => {
  const svg = await draw(
    dayLine(
      [
        { day: "2023-11-01", value: 1 },
        { day: "2023-11-30", value: 12 },
      ],
      options,
    ),
  );
  expect(process.env["TZ"]).toBe("America/New_York");
  for (const day of ["01/11", "09/11", "17/11", "19/12"]) expect(svg).toContain(`>${day}</text>`);
  for (const label of ["chỉ tiêu 30", "đăng ký 40", "dự báo 25"]) expect(svg).toContain(`>${label}</text>`);
});

test("without target and forecast the line stands alone", async () => {
  const svg = await draw(
    dayLine([{ day: "2023-11-01", value: 1 }], { ...options, target: null, forecast: null }),
  );
  expect(svg).not.toContain("dự báo");
  expect(svg).not.toContain("chỉ tiêu");
});
