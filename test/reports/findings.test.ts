import { expect, test } from "vitest";
import type { Language } from "../../reports/locale.ts";
import { makeMarts } from "./fixture.ts";
import { fileOf, national, render } from "./renderAll.ts";

const nothing = {
  ...{ unit_name: null, unit_name_en: null, value_percent: null, value_points: null, n_others: null },
  ...{ n_alike: null, n_up: null, n_down: null, earlier_round: null, change_percent: null },
  ...{ change_percent_low: null, change_percent_high: null, test_p: null },
};
const sipas = { ...nothing, round_code: "2022", index_code: "sipas", ranking_code: "sipas" };
const hue = { unit_name: "Huế", unit_name_en: "Hue", value_percent: 88.126, n_others: 62 };

/** The chapter of SIPAS with this finding alone, of real respondents. */
async function chapter(finding: object, language: Language = "vi"): Promise<{ page: string; first: string }> {
  const row = { ...sipas, finding_order: 1, provenance: "derived", ...finding };
  const marts = { "marts.key_findings": [row] };
  const bundle = await render(national, marts, { languages: [language] });
  return { page: fileOf(bundle, "sipas-2022.html"), first: fileOf(bundle, "index.html") };
}

test.each([
  ["established", 0, "và phân biệt được với cả 62 đơn vị khác"],
  ["not_established", 40, "nhưng chưa thể nói là hơn 40 trong 62 đơn vị khác"],
  ["not_tested", null, "không có sai số nên chưa kiểm định được"],
])("of a leader whose lead is %s the first page says no more than that", async (verdict, n_alike, said) => {
  const finding = {
    ...hue,
    finding_kind: "leader",
    verdict,
    n_alike,
    test_code: n_alike === null ? null : "pairs_holm",
  };
  const { page, first } = await chapter(finding);
  for (const html of [page, first]) expect(html).toContain(`Huế có kết quả cao nhất (88,13%)`);
  for (const html of [page, first]) expect(html).toContain(said);
});

test("a change whose interval includes 0 is neither a rise nor a fall, in either language", async () => {
  const change = {
    change_percent: 1.2,
    change_percent_low: -0.4,
    change_percent_high: 2.8,
    earlier_round: "2021",
  };
  const finding = {
    ...change,
    finding_kind: "change",
    verdict: "not_established",
    test_code: "change",
    test_p: 0.14,
  };
  const { first } = await chapter(finding);
  expect(first).toContain("Chưa thể nói cả nước tăng hay giảm so với năm 2021");
  expect(first).not.toMatch(/Cả nước (tăng|giảm)/);
  const english = await chapter(finding, "en");
  expect(english.first).toContain("It cannot be told whether the nation rose or fell since 2021");
  expect(english.first).not.toMatch(/The nation (rose|fell)/);
});

test("an established change says which way it went and stands with its test and p-value", async () => {
  const change = {
    change_percent: -1.2,
    change_percent_low: -2,
    change_percent_high: -0.4,
    earlier_round: "2021",
  };
  const finding = {
    ...change,
    finding_kind: "change",
    verdict: "established",
    test_code: "change",
    test_p: 0.004,
  };
  const { page, first } = await chapter(finding);
  expect(first).toContain("Cả nước giảm so với năm 2021: thay đổi −1,20 điểm phần trăm");
  expect(page).toMatch(
    /đã được xác lập<\/td><td class="left long">khoảng tin cậy 95% của thay đổi[^<]*<\/td><td class="right">0,004/,
  );
});

test("findings of invented respondents stay in the file whose name says so", async () => {
  const leader = {
    ...hue,
    finding_kind: "leader",
    verdict: "not_established",
    n_alike: 40,
    test_code: "pairs_holm",
  };
  const row = { ...sipas, ...leader, finding_order: 1, provenance: "illustrative" };
  const bundle = await render(national, { ...makeMarts(), "marts.key_findings": [row] });
  expect(fileOf(bundle, "sipas-2022-minh-hoa.html")).toContain("Huế có kết quả cao nhất");
  expect(fileOf(bundle, "index.html")).not.toContain("Huế có kết quả cao nhất");
});
