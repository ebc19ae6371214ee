import { afterAll, beforeAll, expect, test } from "vitest";
import { unitRegistry } from "../../../models/units/unitRegistry.ts";
import { monitorMarts } from "../../../pipelines/monitor/monitorMarts.ts";
import { readMonitorPages } from "../../../pipelines/monitor/renderMonitor.ts";
import { rowsFor } from "../../../pipelines/renderBundles.ts";
import { type Bundle, composeBundle, writeBundle } from "../../../reports/bundle.ts";
import { visibleText } from "../../../reports/html/readTags.ts";
import { letterFiles } from "../../../reports/letters/letterFiles.ts";
import { wordsOf } from "../../../reports/messages/words.ts";
import { remindersWriter } from "../../../reports/monitor/reminders.ts";
import type { UnitForm } from "../../../reports/monitor/rows.ts";
import type { Reader, UnitReader } from "../../../reports/reader.ts";
import { findValues, scanBundle } from "../../../reports/scanner.ts";
import html from "../../../reports/writers/html.ts";
import xlsx from "../../../reports/writers/xlsx.ts";
import { readSheets } from "../../../sources/workbook/readSheets.ts";
import type { Row } from "../../../sql/table.ts";
import { spec } from "../../models/specFiles.ts";
import { readAssets } from "../../reports/fixture.ts";
import { openSeason, type SeasonWarehouse } from "./seasonWarehouse.ts";

/** The twentieth day of an invented season of four provinces and two ministries. */
let season: SeasonWarehouse;
const marts = new Map<string, Row[]>();
const bundles = new Map<string, Bundle>();
const assets = readAssets();
const facts = {
  asOfDate: "2023-11-20",
  snapshotHash: "5f0c7a1e9b3d4c2f",
  methodVersion: "1",
  codeVersion: "0",
};
const day = "2023-11-20";
let readers: Reader[] = [];

beforeAll(async () => {
  season = await openSeason({ units: 4 });
  await season.goTo(day, { withChecks: true });
  for (const mart of monitorMarts) marts.set(mart, await season.query(`from ${mart}`));
  const units = await season.query(
    "select distinct domain_level, domain_code, domain_name, domain_name_en from marts.participation_units where domain_level <> 'nation' and document is null order by all",
  );
  readers = [
    { kind: "national" },
    ...units.map((row) => ({
      kind: row["domain_level"] as UnitReader["kind"],
      unit_code: String(row["domain_code"]),
      unit_name: String(row["domain_name"]),
      unit_name_en: String(row["domain_name_en"]),
      is_fictional: false,
    })),
  ];
  const pages = await readMonitorPages();
  const writers = [
    { format: "html", writer: html },
    { format: "xlsx", writer: xlsx },
    { format: "reminders", writer: remindersWriter(marts.get("marts.reminders") ?? []) },
  ];
  for (const reader of readers) {
    const rowsOf = (mart: string) => rowsFor(reader, marts.get(mart) ?? []);
    const composed = await composeBundle({ reader, pages, rowsOf, languages: ["vi"] });
    bundles.set(codeOf(reader), await writeBundle(composed, { facts, assets, writers }));
  }
}, 120_000);
afterAll(() => season.close());

const codeOf = (reader: Reader): string => (reader.kind === "national" ? "vn" : reader.unit_code);
const fileOf = (code: string, path: string): Uint8Array => {
  const file = bundles.get(code)?.files.find((each) => each.path === path);
  if (file === undefined)
    throw new Error(`No ${path}; there are ${bundles.get(code)?.files.map((each) => each.path)}.`);
  return file.bytes;
};
const textOf = (code: string, path: string): string =>
  visibleText(new TextDecoder().decode(fileOf(code, path)));

test("the national page tells what asks for something to be done first, with the name of the unit", () => {
  const text = textOf("vn", "theo-doi-2023-minh-hoa.html");
  const signals = (marts.get("marts.participation_signals") ?? []).filter(
    ({ signal_code }) => signal_code === "broken_domain",
  );
  expect(signals.length).toBeGreaterThan(0);
  for (const { unit_name, subject_key } of signals) {
    expect(text).toContain(`tên miền thư hỏng: ${subject_key}`);
    expect(text.indexOf(String(unit_name))).toBeLessThan(text.indexOf("Thư mời dừng lại ở bước nào?", 3000));
  }
});

test("units are listed by how much of their target is missing in the forecast, the furthest first", () => {
  const rows = (marts.get("marts.participation_units") ?? []).filter(
    (row) =>
      row["instrument_code"] === "pchc-dia-phuong" &&
      row["respondent_group"] === "all" &&
      row["document"] === null &&
      row["domain_level"] !== "nation",
  );
  const byPriority = rows.toSorted((a, b) => Number(a["priority_order"]) - Number(b["priority_order"]));
  const page = new TextDecoder().decode(fileOf("vn", "theo-doi-2023-minh-hoa.html"));
  const table =
    /<table[^>]*><caption><span class="caption">Phiếu cải cách hành chính đánh giá địa phương: từng đơn vị[\s\S]*?<\/table>/.exec(
      page,
    )?.[0];
  const listed = [...(table ?? "").matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map(([, name]) => name);
  expect(listed).toEqual(byPriority.map(({ domain_name }) => domain_name));
});

test("nobody's page holds another unit's row, a script, or anything that is fetched", () => {
  const units = readers.filter((reader): reader is UnitReader => reader.kind !== "national");
  for (const reader of readers)
    expect([codeOf(reader), scanBundle(bundles.get(codeOf(reader))!.files, reader, units)]).toEqual([
      codeOf(reader),
      [],
    ]);
});

test("tokens stand in the workbook of their own unit and in no other file", () => {
  const reminders = marts.get("marts.reminders") ?? [];
  for (const reader of readers.filter(({ kind }) => kind !== "national")) {
    const own = reminders.filter(({ unit_code }) => unit_code === codeOf(reader));
    expect(own.length).toBeGreaterThan(0);
    const tokens = readSheets(fileOf(codeOf(reader), "can-nhac-minh-hoa.xlsx"))
      .sheets.slice(3)
      .flatMap(({ rows }) => rows.slice(3).map(({ cells }) => cells.get(1)?.text));
    expect(tokens.toSorted()).toEqual(own.map(({ participant_key }) => participant_key).toSorted());
  }
  const all = reminders.map(({ participant_key }) => String(participant_key));
  expect(bundles.get("vn")!.files.some(({ path }) => path.startsWith("can-nhac"))).toBe(false);
  const excepted = new Set(
    (marts.get("marts.participation_exceptions") ?? []).map((row) => row["exception_key"]),
  );
  const tokens = all.filter((token) => !excepted.has(token));
  for (const { files } of bundles.values())
    expect(
      findValues(
        files.filter(({ path }) => !path.startsWith("can-nhac")),
        tokens,
      ),
    ).toEqual([]);
});

test("a self-selected poll is shown with its caveat and without an interval", () => {
  const text = textOf("vn", "theo-doi-2023-minh-hoa.html");
  const polls = text.slice(text.lastIndexOf("Những người tham gia xin ý kiến trực tuyến trả lời thế nào?"));
  const own = polls.slice(0, polls.indexOf("Hỏi – đáp: bao nhiêu"));
  expect(own).toContain("Vì vậy không có khoảng tin cậy nào được in");
  expect(own.replaceAll("không có khoảng tin cậy nào", "")).not.toMatch(/khoảng tin cậy|\d – \d|±/);
});

test("figures of a document stand apart from invented ones, with its name", () => {
  const files = bundles.get("vn")!.files.map(({ path }) => path);
  expect(files).toContain("theo-doi-2021.html");
  const text = textOf("vn", "theo-doi-2021.html");
  expect(text).toContain(
    "Nghệ An, Phiếu cải cách hành chính đánh giá địa phương: 9 lượt trả lời trên 43 người đăng ký (20,9%); tài liệu 9547/UBND-KSTT không nói bao nhiêu người",
  );
  expect(text).not.toContain("invented");
});

test("what the store holds is accounted for line by line, and a page that does not balance is not made", async () => {
  const broken = (marts.get("marts.participation_balance") ?? []).map((row) =>
    row["line_code"] === "second_answer" ? { ...row, n: 999n } : row,
  );
  const rowsOf = (mart: string) => (mart === "marts.participation_balance" ? broken : []);
  const pages = (await readMonitorPages()).filter(({ page }) => page.from === "marts.participation_balance");
  await expect(
    composeBundle({ reader: { kind: "national" }, pages, rowsOf, languages: ["vi"] }),
  ).rejects.toThrow(/The store holds \d+ submissions of .*, but valid ones and those not counted add to/);
});

test("the English pages hold no Vietnamese sentence of ours", async () => {
  const pages = await readMonitorPages();
  const reader: Reader = { kind: "national" };
  const rowsOf = (mart: string) => marts.get(mart) ?? [];
  const composed = await composeBundle({ reader, pages, rowsOf, languages: ["en"] });
  const said = JSON.stringify(
    composed.editions.map(({ documents }) =>
      documents.map(({ title, sections }) => [title, sections.map(({ title, note }) => [title, note])]),
    ),
  );
  expect(said).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/);
});

test("two letters a unit are drafted in both formats, invented figures show in their names, and a first page lists them", async () => {
  const rows = (marts.get("marts.participation_units") ?? []) as unknown as UnitForm[];
  const unit = unitRegistry(spec)
    .unitsOn("province", "2023-12-30")
    .find(({ unit_name }) => unit_name === "Hà Nội")!;
  const forms = rows.filter(
    (row) => row.unit_code === unit.unit_code && row.respondent_group === "all" && row.mode === "online",
  );
  const standing = { unit, round: "2023", threshold: 90, forms, groups: [], mail: [] };
  const files = await letterFiles([standing], { words: wordsOf("vi"), facts, assets, threshold: 90 });
  expect(files.map(({ path }) => path).filter((path) => !path.startsWith("assets/"))).toEqual([
    "01-ha-noi-bo-gui-don-vi-minh-hoa.docx",
    "01-ha-noi-bo-gui-don-vi-minh-hoa.html",
    "01-ha-noi-don-vi-gui-co-quan-minh-hoa.docx",
    "01-ha-noi-don-vi-gui-co-quan-minh-hoa.html",
    "index.html",
  ]);
  expect(scanBundle(files, { kind: "national" }, [])).toEqual([]);
  const none = await letterFiles([], { words: wordsOf("vi"), facts, assets, threshold: 5 });
  expect(none.filter(({ path }) => path.endsWith(".docx"))).toEqual([]);
});
