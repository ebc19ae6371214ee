import { expect, test } from "vitest";
import { componentName, publishedDomain } from "../../reports/components.ts";
import { wordsOf } from "../../reports/messages/words.ts";

test.each([
  ["mean total", "điểm trung bình", "mean points"],
  ["group A count", "số đơn vị nhóm A", "units in group A"],
  ["count total >80", "số đơn vị trên 80 điểm", "units above 80 points"],
  ["count <80", "số đơn vị dưới 80 điểm", "units below 80 points"],
  ["count 80-<90", "số đơn vị từ 80 đến 90 điểm", "units with 80 to 90 points"],
  ["part:policy:min_province", "phần chính sách, tỉnh thấp nhất", "policy part, lowest province"],
  [
    "perception:some_harassment",
    "cho rằng có một số công chức gây phiền hà",
    "say that some officials harass",
  ],
  ["something new", "something new", "something new"],
])(
  "what a published table calls %s is said in words, and what nobody has words for stays as it is",
  (name, vi, en) => {
    expect([componentName(name, wordsOf("vi")), componentName(name, wordsOf("en"))]).toEqual([vi, en]);
  },
);

test.each([
  ["(63 tỉnh)", "63 tỉnh, thành phố", "63 provinces"],
  ["(17 bộ)", "17 bộ, cơ quan ngang bộ", "17 ministries"],
  ["(các bộ)", "các bộ, cơ quan ngang bộ", "ministries"],
  ["10 pilot provinces", "10 tỉnh thí điểm", "10 pilot provinces"],
  ["Cả nước", "Cả nước", "Nation"],
  ["Tây Nguyên", "Tây Nguyên", "Central Highlands"],
  ["Đắk Nông", "Đắk Nông", "Dak Nong"],
  ["Khánh Hòa: Sở Nội vụ", "Khánh Hòa: Sở Nội vụ", "Khanh Hoa: Sở Nội vụ"],
])("%s is said in the language of the report, but for an agency's own name", (name, vi, en) => {
  expect([publishedDomain(name, wordsOf("vi")), publishedDomain(name, wordsOf("en"))]).toEqual([vi, en]);
});
