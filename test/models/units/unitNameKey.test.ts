import { expect, test } from "vitest";
import { unitNameKey } from "../../../models/units/unitNameKey.ts";

test.each([
  ["decomposed Unicode", "Hà Nội".normalize("NFD"), "Hà Nội"],
  ["capitals", "ĐẮK LẮK", "Đắk Lắk"],
  ["an en dash", "Thừa Thiên – Huế", "Thừa Thiên Huế"],
  ["an em dash without spaces", "Thừa Thiên—Huế", "Thừa Thiên Huế"],
  ["a hyphen without spaces", "Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"],
  ["a non-breaking hyphen", "Bà Rịa\u2011Vũng Tàu", "Bà Rịa - Vũng Tàu"],
  ["a non-breaking space", "Hà\u00a0Nội", "Hà Nội"],
  ["double and outer spaces", "  Hà   Nội ", "Hà Nội"],
  ["a zero-width space", "Hà\u200b Nội", "Hà Nội"],
  ["a byte order mark", "\ufeffHà Nội", "Hà Nội"],
  ["the old tone place of hoà", "Khánh Hoà", "Khánh Hòa"],
  ["the old tone place of thuý", "Thuý", "Thúy"],
  ["the old tone place of uỷ", "Uỷ ban Dân tộc", "Ủy ban Dân tộc"],
  ["the word for province", "Tỉnh Nghệ An", "Nghệ An"],
  ["the word for city", "Thành phố Đà Nẵng", "Đà Nẵng"],
  ["the abbreviated word for city", "TP. Đà Nẵng", "Đà Nẵng"],
  ["the same, closed up", "TP.Đà Nẵng", "Đà Nẵng"],
  ["the same, without a point", "tp Đà Nẵng", "Đà Nẵng"],
  ["the same, with two points", "T.P. Đà Nẵng", "Đà Nẵng"],
  ["an ampersand", "Bộ Nông nghiệp & Môi trường", "Bộ Nông nghiệp và Môi trường"],
  ["Icelandic Ð in place of Đ", "Ðồng Nai", "Đồng Nai"],
])("%s makes no other name", (_, written, meant) => {
  expect(unitNameKey(written)).toBe(unitNameKey(meant));
});

test.each([
  ["Hà Nam", "Hà Nàm"],
  ["Hải Dương", "Hải Đương"],
  ["Quảng Nam", "Quảng Ngãi"],
  ["Hòa Bình", "Hoa Bình"],
])("%s and %s are two names", (one, other) => {
  expect(unitNameKey(one)).not.toBe(unitNameKey(other));
});
