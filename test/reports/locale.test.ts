import { expect, test } from "vitest";
import { localeOf } from "../../reports/locale.ts";

const vi = localeOf("vi");
const en = localeOf("en");

test("Vietnamese writes a comma for decimals and a dot for thousands, also from ten thousand down", () => {
  expect([vi.number(79.725, 2), vi.number(36000, 0), vi.number(1234.5, 1)]).toEqual([
    "79,73",
    "36.000",
    "1.234,5",
  ]);
  expect([en.number(79.725, 2), en.number(36000, 0), en.number(1234.5, 1)]).toEqual([
    "79.73",
    "36,000",
    "1,234.5",
  ]);
});

test("a difference shows its sign, nothing has none, and what rounds to nothing is no negative zero", () => {
  expect([vi.signed(0.41, 2), vi.signed(-0.41, 2), vi.signed(0, 2), vi.signed(-0.001, 2)]).toEqual([
    "+0,41",
    "−0,41",
    "0,00",
    "0,00",
  ]);
});

test("a published decimal changes its separator and keeps every digit", () => {
  expect([vi.decimal("89.95"), vi.decimal("85.93290"), en.decimal("89.95")]).toEqual([
    "89,95",
    "85,93290",
    "89.95",
  ]);
});

test("a date is written day, month, year, whatever the machine's zone", () => {
  expect(vi.date("2024-04-17")).toBe("17/04/2024");
});

test("Vietnamese names sort with Đ after D, and accents after plain letters", () => {
  const names = ["Đồng Nai", "Đà Nẵng", "Dạ", "Điện Biên", "An Giang", "Ấp", "Yên Bái", "Bắc Kạn"];
  expect([...names].sort(vi.compare)).toEqual([
    "An Giang",
    "Ấp",
    "Bắc Kạn",
    "Dạ",
    "Đà Nẵng",
    "Điện Biên",
    "Đồng Nai",
    "Yên Bái",
  ]);
});
