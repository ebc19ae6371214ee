import { expect, test } from "vitest";
import { SourceError } from "../../../models/errors.ts";
import { unitRegistry } from "../../../models/units/unitRegistry.ts";
import { spec } from "../specFiles.ts";

const registry = unitRegistry(spec);
const codes = (level: "province" | "ministry", date: string) =>
  registry.unitsOn(level, date).map((unit) => unit.unit_code);
const population = (date: string) =>
  registry.unitsOn("province", date).reduce((sum, unit) => sum + (unit.population_2019 ?? Number.NaN), 0);

test("63 provinces and 19 ministries exist at the end of 2022", () => {
  expect(codes("province", "2022-12-31")).toHaveLength(63);
  expect(codes("ministry", "2022-12-31")).toHaveLength(19);
});

test("34 provinces exist at the end of 2025: 11 that went on and 23 that were formed", () => {
  const then = codes("province", "2025-12-31");
  expect(then).toHaveLength(34);
  expect(then.filter((code) => !code.endsWith("-2025"))).toEqual([
    "01",
    "04",
    "11",
    "12",
    "14",
    "20",
    "22",
    "38",
    "40",
    "42",
    "46",
  ]);
});

test("the ministries at the end of 2025 are those that went on and the two formed on 1 March", () => {
  expect(codes("ministry", "2025-12-31").sort()).toEqual([
    "bct",
    "bdttg",
    "bgddt",
    "bkhcn",
    "bng",
    "bnnmt",
    "bnv",
    "btc",
    "btp",
    "bvhttdl",
    "bxd",
    "byt",
    "nhnn",
    "ttcp",
  ]);
});

test("the day of the merger belongs to the new provinces, the day before to the old", () => {
  expect(codes("province", "2025-06-30")).toHaveLength(63);
  expect(codes("province", "2025-07-01")).toHaveLength(34);
  expect(codes("ministry", "2025-02-28")).toHaveLength(19);
  expect(codes("ministry", "2025-03-01")).toHaveLength(14);
});

test("the populations of the provinces add to the census of 2019, before and after the merger", () => {
  expect(population("2022-12-31")).toBe(96_208_984);
  expect(population("2025-12-31")).toBe(96_208_984);
});

test("a merged province has its parents' people, and their region only when they share one", () => {
  const merged = new Map(spec.units.map((unit) => [unit.unit_code, unit]));
  expect(merged.get("08-2025")).toMatchObject({
    unit_name: "Tuyên Quang",
    population_2019: 854_679 + 784_811,
    region_code: "trung-du-va-mien-nui-phia-bac",
  });
  expect(merged.get("25-2025")).toMatchObject({ unit_name: "Phú Thọ", region_code: null });
});

test.each([
  ["Hà Nội".normalize("NFD"), "01"],
  ["TP.HCM", "79"],
  ["TPHCM", "79"],
  ["Thành phố Hồ Chí Minh", "79"],
  ["Tp Hồ  Chí Minh", "79"],
  ["Ho Chi Minh City", "79"],
  ["Bà Rịa-Vũng Tàu", "77"],
  ["Thừa Thiên – Huế", "46"],
  ["Huế", "46"],
  ["Khánh Hoà", "56"],
  ["Thanh Hoá", "38"],
  ["Hoà Bình", "17"],
  ["Đắc Lắc", "66"],
  ["HÀ TĨNH", "42"],
  ["Tỉnh Lào Cai", "10"],
  ["Hµ Néi", "01"],
  ["Haø Noäi", "01"],
])("the province that a source calls %s in 2022 is %s", (name, code) => {
  expect(registry.matchUnit("province", name, "2022-12-31").unit_code).toBe(code);
});

test.each([
  ["Uỷ ban Dân tộc", "ubdt"],
  ["Bộ Nông nghiệp và PTNT", "bnnptnt"],
  ["BỘ GIAO THÔNG VẬN TẢI", "bgtvt"],
  ["Bộ Lao động – Thương binh và Xã hội", "bldtbxh"],
  ["Bộ LĐ-TB&XH", "bldtbxh"],
  ["Ngân hàng Nhà nước", "nhnn"],
  ["BTP", "btp"],
])("the ministry that a source calls %s in 2023 is %s", (name, code) => {
  expect(registry.matchUnit("ministry", name, "2023-12-31").unit_code).toBe(code);
});

test("one name means the old province before the merger and the new one after it", () => {
  expect(registry.matchUnit("province", "Lào Cai", "2024-12-31").unit_code).toBe("10");
  expect(registry.matchUnit("province", "Lào Cai", "2025-12-31").unit_code).toBe("15-2025");
});

test("Thừa Thiên Huế goes on as the city of Huế since 2025, under the same code", () => {
  const nameOn = (date: string) => registry.unitsOn("province", date).find((unit) => unit.unit_code === "46");
  expect(nameOn("2024-12-31")).toMatchObject({ unit_name: "Thừa Thiên Huế", unit_type: "province" });
  expect(nameOn("2025-12-31")).toMatchObject({ unit_name: "Huế", unit_type: "city" });
});

test("an unknown name is an error that quotes it, never a new unit", () => {
  const match = () => registry.matchUnit("province", "Hà Nộii", "2022-12-31");
  expect(match).toThrow(SourceError);
  expect(match).toThrow('No province of the registry is called "Hà Nộii" on 2022-12-31.');
  expect(registry.maybeMatchUnit("province", "Sài Gòn – Gia Định", "2022-12-31")).toBeNull();
  expect(registry.maybeMatchUnit("province", "", "2022-12-31")).toBeNull();
});

test("a name of one level is unknown at another, and a unit that ended is unknown afterwards", () => {
  expect(registry.maybeMatchUnit("ministry", "Hà Nội", "2022-12-31")).toBeNull();
  expect(registry.maybeMatchUnit("province", "Hà Giang", "2025-12-31")).toBeNull();
});
