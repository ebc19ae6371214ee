import { expect, test, vi } from "vitest";
import { scanBundle } from "../../reports/scanner.ts";
import { linesOf, partsOf, tablesOf } from "./docxText.ts";
import { fourProvinces, makeMarts, province } from "./fixture.ts";
import { hue, inspectorate, justice, national, render, withRows } from "./renderAll.ts";
import { fictionalProvince } from "./scorecardFixture.ts";

const word = { formats: ["docx"] };
type Files = { readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[] };
const wordFiles = ({ files }: Files) =>
  files.map(({ path }) => path).filter((path) => path.endsWith(".docx"));
const xmlOf = ({ files }: Files, path: string) =>
  partsOf(files.find((file) => file.path === path)?.bytes as Uint8Array)["word/document.xml"] as string;
const said = (xml: string) => linesOf(xml).filter((line) => line !== "");

const nation = await render(national, undefined, word);
const unit = await render(hue, undefined, word);
const fictional = await render(fictionalProvince, undefined, word);

test("the nation has a submission and a draft decision of each ranking, and a unit its plan; invented figures show in the names", () => {
  expect(wordFiles(nation)).toEqual([
    "bao-cao-minh-hoa.docx",
    "du-thao-quyet-dinh-sipas-2022-minh-hoa.docx",
    "to-trinh-sipas-2022-minh-hoa.docx",
  ]);
  expect(wordFiles(unit)).toEqual(["ke-hoach-2022-minh-hoa.docx"]);
});

test("a draft decision has the parts of one in their order, and nothing that only its signer may write", () => {
  const lines = said(xmlOf(nation, "du-thao-quyet-dinh-sipas-2022-minh-hoa.docx"));
  expect(lines.slice(0, 17)).toEqual([
    "BỘ NỘI VỤ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: /",
    "Hà Nội, ngày tháng năm",
    "QUYẾT ĐỊNH",
    "Phê duyệt kết quả SIPAS năm 2022",
    "BỘ TRƯỞNG BỘ NỘI VỤ",
    "Căn cứ ………………………………………………………………;",
    "Căn cứ ………………………………………………………………;",
    "Theo đề nghị của Vụ trưởng Vụ Cải cách hành chính.",
    "QUYẾT ĐỊNH:",
    "Điều 1. Phê duyệt kết quả SIPAS năm 2022 của 4 đơn vị được xếp hạng tại Phụ lục kèm theo Quyết định này.",
    "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.",
    "Điều 3. …………………………………………… chịu trách nhiệm thi hành Quyết định này./.",
    "Nơi nhận:",
    "- Như Điều 3;",
  ]);
  const annex = lines.indexOf("Phụ lục");
  expect(lines.slice(annex, annex + 3)).toEqual([
    "Phụ lục",
    "KẾT QUẢ SIPAS NĂM 2022, THEO THỨ HẠNG",
    "(Kèm theo Quyết định số / ngày tháng năm của Bộ Nội vụ)",
  ]);
});

test("the annex counts its own pages", () => {
  const xml = xmlOf(nation, "du-thao-quyet-dinh-sipas-2022-minh-hoa.docx");
  expect(xml.match(/<w:pgNumType w:start="1"/g)).toHaveLength(2);
});

test("of an article of the decision only its name is bold", () => {
  const xml = xmlOf(nation, "du-thao-quyet-dinh-sipas-2022-minh-hoa.docx");
  const article = (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).find((each) => each.includes("Điều 2.")) ?? "";
  const runs = [...article.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run]) => run as string);
  expect(runs.map((run) => [run.replace(/<[^>]*>/g, ""), run.includes("<w:b/>")])).toEqual([
    ["Điều 2. ", true],
    ["Quyết định này có hiệu lực thi hành kể từ ngày ký.", false],
  ]);
});

test("a submission names the ministry above the department that submits it, and only the department is bold", () => {
  const xml = xmlOf(nation, "to-trinh-sipas-2022-minh-hoa.docx");
  expect(said(xml).slice(0, 2)).toEqual(["BỘ NỘI VỤ", "VỤ CẢI CÁCH HÀNH CHÍNH"]);
  const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
  const isBold = (name: string) => paragraphs.find((each) => each.includes(`>${name}<`))?.includes("<w:b/>");
  expect(["BỘ NỘI VỤ", "VỤ CẢI CÁCH HÀNH CHÍNH"].map(isBold)).toEqual([false, true]);
});

test("the annex of a submission and of a decision is the same ranking, with intervals", () => {
  const [submission, decision] = ["to-trinh", "du-thao-quyet-dinh"].map((stem) =>
    tablesOf(xmlOf(nation, `${stem}-sipas-2022-minh-hoa.docx`)).find(([head]) => head?.[0] === "Hạng"),
  );
  expect(submission).toEqual(decision);
  expect(submission?.map((row) => row[0])).toEqual(["Hạng", "1", "2", "3", "4"]);
  expect(submission?.[1]?.[3]).toMatch(/^\d\d,\d\d – \d\d,\d\d$/);
});

test("a unit's plan names each matter and leaves measure, owner and deadline blank", () => {
  const xml = xmlOf(unit, "ke-hoach-2022-minh-hoa.docx");
  const [weak, gap] = tablesOf(xml).filter(([head]) => head?.[0] === "Nội dung");
  expect(weak?.slice(1)).toEqual([["Trụ sở sạch sẽ", "−7,30", "", "", ""]]);
  expect(gap?.slice(1)).toEqual([["Phí đúng quy định", "−2,40", "", "", ""]]);
  expect(said(xml).slice(0, 2)).toEqual(["ỦY BAN NHÂN DÂN", "TỈNH THỪA THIÊN HUẾ"]);
  expect(said(xml)).toContain("KẾ HOẠCH");
});

test("of a scorecard the plan gives lost points, most first, and who answers for each", () => {
  const [path] = wordFiles(fictional);
  const [lost] = tablesOf(xmlOf(fictional, path as string)).filter(([head]) => head?.[0] === "Nội dung");
  expect(lost?.[0]).toEqual([
    "Nội dung",
    "Bị trừ",
    "Đơn vị phụ trách",
    "Biện pháp",
    "Người chịu trách nhiệm",
    "Thời hạn",
  ]);
  const points = (lost ?? []).slice(1).map((row) => Number(row[1]?.replace(",", ".")));
  expect(points).toEqual([...points].sort((a, b) => b - a));
  expect(lost?.[1]?.[2]).toMatch(/^Sở minh họa/);
});

test("a ministry of which only blocks are published is told so, and a unit without figures has no plan", async () => {
  const own = await render(justice, undefined, word);
  expect(wordFiles(own)).toEqual(["ke-hoach-2023.docx"]);
  const html = new TextDecoder().decode(own.files.find(({ path }) => path === "index.html")?.bytes);
  expect(html).toContain("chỉ nêu được hai khối điểm");
  expect(wordFiles(await render(inspectorate, undefined, word))).toEqual([]);
});

test("every draft says that it is one, that its figures are invented, and at its foot which release they are from", () => {
  for (const path of wordFiles(nation).slice(1)) {
    const parts = partsOf(nation.files.find((file) => file.path === path)?.bytes as Uint8Array);
    const named = (part: string) =>
      Object.entries(parts)
        .filter(([name]) => name.startsWith(`word/${part}`))
        .map(([, xml]) => xml);
    expect(named("header").every((xml) => /DỰ THẢO – dữ liệu minh họa/.test(xml))).toBe(true);
    expect(named("footer").map((xml) => xml.includes("2023-r1"))).toEqual([true, true, true, true]);
  }
});

test("the newest round alone is drafted", async () => {
  const marts = makeMarts();
  const later = (marts["marts.sipas_ranking"] ?? []).map((row) => ({ ...row, round_code: "2023" }));
  const both = { ...marts, "marts.sipas_ranking": [...(marts["marts.sipas_ranking"] ?? []), ...later] };
  const names = wordFiles(await render(national, both, word)).filter((path) => path.includes("sipas"));
  expect(names).toEqual(["du-thao-quyet-dinh-sipas-2023-minh-hoa.docx", "to-trinh-sipas-2023-minh-hoa.docx"]);
});

test("the same drafts give the same bytes, and in English every word is English", async () => {
  vi.useFakeTimers({ now: new Date("2031-05-06"), toFake: ["Date"] });
  const later = await render(hue, undefined, { ...word, languages: ["vi", "en"] });
  vi.useRealTimers();
  const bytes = (from: Files) => from.files.find(({ path }) => path === "ke-hoach-2022-minh-hoa.docx")?.bytes;
  expect(Buffer.from(bytes(later) ?? []).equals(bytes(unit) ?? new Uint8Array())).toBe(true);
  const english = said(xmlOf(later, "ke-hoach-2022-minh-hoa.en.docx")).join("\n");
  expect(english).toContain("Measure, owner and deadline of each matter are filled in by the unit");
  expect(english).toContain("Clean offices");
});

test("a plan holds no other unit, and hostile names in it are words", async () => {
  const units = [...fourProvinces.map(province), justice, inspectorate];
  expect(scanBundle(unit.files, hue, units)).toEqual([]);
  const hostile = `</w:t><w:instrText>DDE</w:instrText><script>`;
  const marts = withRows(makeMarts(), "marts.action_plan", (row) => ({ ...row, node_name: hostile }));
  const xml = xmlOf(await render(hue, marts, word), "ke-hoach-2022-minh-hoa.docx");
  expect(xml).not.toMatch(/<w:instrText|<script/);
  expect(said(xml)).toContain(hostile);
});
