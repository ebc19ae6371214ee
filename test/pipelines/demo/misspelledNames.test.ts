import { expect, test } from "vitest";
import { toUnicode } from "../../../models/text/legacyEncoding.ts";
import { misspelledNames } from "../../../pipelines/demo/misspelledNames.ts";
import { readAsLatin1 } from "../../../pipelines/demo/tcvn3.ts";

const textOf = (name: string, kind: string) =>
  misspelledNames(name).find((variant) => variant.kind === kind)?.text;

test("Hà Nội typed in TCVN3 and read as Latin-1 is Hµ Néi", () => {
  expect(readAsLatin1("Hà Nội")).toBe("Hµ Néi");
});

test("every Vietnamese letter that TCVN3 has comes back from it", () => {
  const letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";
  expect(toUnicode(readAsLatin1(letters), "tcvn3")).toBe(letters.normalize("NFC"));
});

test.each([
  ["Hòa Bình", "old_tone", "Hoà Bình"],
  ["Khánh Hòa", "old_tone", "Khánh Hoà"],
  ["Thanh Hóa", "old_tone", "Thanh Hoá"],
  ["TP. Hồ Chí Minh", "abbreviated", "TP.HCM"],
  ["Bà Rịa - Vũng Tàu", "en_dash", "Bà Rịa – Vũng Tàu"],
  ["Bà Rịa - Vũng Tàu", "bare_hyphen", "Bà Rịa-Vũng Tàu"],
  ["Thừa Thiên Huế", "en_dash", "Thừa Thiên – Huế"],
  ["Đà Nẵng", "no_break_space", "Đà\u00a0Nẵng"],
  ["Đà Nẵng", "double_space", "Đà  Nẵng"],
  ["Đà Nẵng", "tcvn3_read_as_latin1", "§µ N½ng"],
])("%s is also written %s: %s", (name, kind, text) => {
  expect(textOf(name, kind)).toBe(text);
});

test("a name is never among its own misspellings", () => {
  for (const name of ["Long An", "Hải Phòng", "Cà Mau"]) {
    expect(misspelledNames(name).map((variant) => variant.text)).not.toContain(name);
  }
});
