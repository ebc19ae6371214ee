import { expect, test } from "vitest";
import { unitSlug } from "../../../models/units/unitSlug.ts";

test.each([
  ["Đắk Lắk", "dak-lak"],
  ["Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"],
  ["TP. Hồ Chí Minh", "tp-ho-chi-minh"],
  ["Bộ Lao động - Thương binh và Xã hội", "bo-lao-dong-thuong-binh-va-xa-hoi"],
  ["Thừa Thiên Huế".normalize("NFD"), "thua-thien-hue"],
])("%s becomes the folder name %s", (name, slug) => {
  expect(unitSlug(name)).toBe(slug);
});
