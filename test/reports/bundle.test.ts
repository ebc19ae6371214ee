import { expect, test, vi } from "vitest";
import { composeBundle } from "../../reports/bundle.ts";
import { fourProvinces, makeMarts, province, rowsFor } from "./fixture.ts";
import { readPages } from "./readPages.ts";
import {
  allHtml,
  fileOf,
  hue,
  inspectorate,
  justice,
  national,
  render,
  renderIndex,
  withRows,
} from "./renderAll.ts";
import { fictionalProvince } from "./scorecardFixture.ts";

const htmlFiles = (bundle: { files: readonly { path: string }[] }) =>
  bundle.files.map(({ path }) => path).filter((path) => path.endsWith(".html"));

test("a folder or file whose figures are invented carries minh-hoa in its name, and no other does", async () => {
  expect((await render(hue)).folder).toBe("provinces/46-thua-thien-hue-minh-hoa");
  expect((await render(justice)).folder).toBe("ministries/btp-bo-tu-phap");
  const all = await render(national);
  expect(all.folder).toBe("national");
  expect(htmlFiles(all)).toEqual([
    "index.html",
    "par-index-bo-2023.html",
    "par-index-nhieu-nam.html",
    "par-index-tinh-2023-minh-hoa.html",
    "phuong-phap.html",
    "sipas-2022-minh-hoa.html",
  ]);
});

test("every chart and every table of invented figures says so itself", async () => {
  const html = fileOf(await render(national), "sipas-2022-minh-hoa.html");
  const parts = [...html.matchAll(/<svg[\s\S]*?<\/svg>/g), ...html.matchAll(/<caption>[\s\S]*?<\/caption>/g)];
  expect(parts.length).toBeGreaterThan(15);
  for (const [part] of parts) expect(part).toContain("dữ liệu minh họa – invented respondents");
  expect(html.indexOf('class="warning"')).toBeLessThan(html.indexOf("<main"));
});

test("no page of published figures carries the mark of invented ones", async () => {
  const all = await render(national);
  for (const path of ["par-index-bo-2023.html", "par-index-nhieu-nam.html"]) {
    expect(fileOf(all, path)).not.toContain("minh họa –");
  }
});

test("the first national page gives published results in words, and of invented ones the questions alone", async () => {
  const index = fileOf(await render(national), "index.html");
  expect(index).toContain("Bộ Tư pháp có kết quả cao nhất (89,95 điểm)");
  expect(index.split("89,95"), "the leader is named once").toHaveLength(2);
  expect(index).toContain('<a href="sipas-2022-minh-hoa.html#sipasranking-r2022">');
  expect(index).not.toMatch(/hài lòng cao nhất, \d/);
});

test("the first page of the nation lists each question once", async () => {
  const index = fileOf(await render(national), "index.html");
  expect(index).not.toContain('class="contents"');
  const links = [...index.matchAll(/href="([^"]*#[^"]+)"/g)].map(([, href]) => href);
  expect(links.length).toBeGreaterThan(10);
  expect(new Set(links).size).toBe(links.length);
});

test("an interval stands with its degrees of freedom and its number of responses", async () => {
  const html = fileOf(await render(hue), "index.html");
  expect(html).toMatch(
    /Khoảng tin cậy 95%<\/th><th scope="col" class="right">Bậc tự do<\/th><th[^>]*>Số phiếu/,
  );
});

test("every chart has a title and a description for those who do not see it, under ids of its own", async () => {
  const html = fileOf(await render(national), "sipas-2022-minh-hoa.html");
  const charts = [...html.matchAll(/<svg[^>]*>/g)].map(([tag]) => tag);
  expect(charts.length).toBeGreaterThan(5);
  for (const tag of charts) {
    const [title = "", description = ""] = (/aria-labelledby="([^"]+)"/.exec(tag)?.[1] ?? "").split(" ");
    expect(tag).toContain('role="img"');
    expect(html).toMatch(
      new RegExp(`<title id="${title}">[^<]{10,}</title><desc id="${description}">[^<]{20,}</desc>`),
    );
  }
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("tables have a caption, column heads and row heads", async () => {
  const html = allHtml(await render(hue));
  const tables = [...html.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) => table);
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) {
    expect(table).toMatch(/<caption>/);
    expect(table).toMatch(/<th scope="col"/);
    expect(table).toMatch(/<th scope="row"/);
  }
});

test("a withheld figure is [c] and a missing one [x], each explained, never nought and never blank", async () => {
  const marts = makeMarts();
  const dakNong = province(fourProvinces[2] as (typeof fourProvinces)[number]);
  const own = allHtml(await render(dakNong, marts));
  expect(own).toContain(
    '<abbr title="không công bố: số này, tự nó hay cùng số khác, kể cả của kỳ công bố trước, cho biết câu trả lời của quá ít người">[c]</abbr>',
  );
  expect(own).toContain("<b>[c]</b> không công bố: số này, tự nó hay cùng số khác");
  const unpublished = fileOf(await render(inspectorate, marts), "index.html");
  expect(unpublished).toContain(
    '<abbr title="được đánh giá nhưng không xếp hạng, kết quả không công bố">[x]</abbr>',
  );
  expect(unpublished).not.toMatch(/>0(,0+)?</);
});

test("the printed total is shown where the printed parts add to something else, and the page says why", async () => {
  const html = fileOf(await render(justice), "index.html");
  expect(html).toContain("89,95/100,00 điểm, xếp thứ 1 trong 3");
  expect(html).toContain("Cộng hai phần đã làm tròn được 89,96, nhưng điểm công bố là 89,95");
});

test("two recipes stand side by side and neither is called official", async () => {
  const html = fileOf(await render(hue), "index.html");
  expect(html).toContain("tính trọng số theo thiết kế mẫu");
  expect(html).toContain("mỗi phiếu tính như nhau");
  expect(html).toContain("không cách nào là cách chính thức");
});

test("the footer has the release, the snapshot, method and code, and the round's date; no clock", async () => {
  const html = fileOf(await render(hue), "index.html");
  const footer = html.slice(html.indexOf("<footer>"));
  for (const fact of ["2023-r1", "5f0c7a1e9b3d", "2022.1", "0.1.0", "17/04/2024"])
    expect(footer).toContain(fact);
  vi.useFakeTimers({ now: new Date("2031-05-06"), toFake: ["Date"] });
  const later = fileOf(await render(hue), "index.html");
  vi.useRealTimers();
  expect(later).toBe(html);
});

test("the same rows give the same bytes, twice and in any order of rows", async () => {
  const first = await render(national);
  expect(await render(national)).toEqual(first);
  const marts = makeMarts();
  const reversed = Object.fromEntries(
    Object.entries(marts).map(([mart, rows]) => [mart, [...rows].reverse()]),
  );
  for (const path of ["sipas-2022-minh-hoa.html", "par-index-bo-2023.html"]) {
    expect(fileOf(await render(national, reversed), path)).toBe(fileOf(first, path));
  }
});

test("English is complete: no Vietnamese sentence of ours is left in an English bundle", async () => {
  const html = fileOf(await render(hue, makeMarts(), { languages: ["en"] }), "index.html");
  expect(html).toContain('<html lang="en">');
  expect(html).toContain("Where does the province stand in the country?");
  expect(html).not.toContain("Đọc thế nào");
  expect(html).toMatch(/\d\d\.\d\d – \d\d\.\d\d/);
});

test("a row of another unit stops the bundle it was given to", async () => {
  const request = {
    reader: hue,
    pages: await readPages(),
    rowsOf: rowsFor(makeMarts(), national),
    languages: ["vi"],
  } as const;
  await expect(composeBundle(request)).rejects.toThrow(
    /The bundle of 46 was given a row of 01 from marts\.\w+ \(page \w+\)/,
  );
});

test("a column that is missing or of another kind is named with its page, mart, row and value", async () => {
  const broken = withRows(makeMarts(), "marts.fieldwork", ({ n_valid: _, ...row }) => ({
    ...row,
    n_refused: "many",
  }));
  await expect(render(hue, broken)).rejects.toThrow(
    /Page fieldwork cannot read marts\.fieldwork: \d+ problem[\s\S]*row 1, column n_refused: [\s\S]*"many"/,
  );
});

test("a response flow that does not add up stops the release", async () => {
  const broken = withRows(makeMarts(), "marts.response_flow", (row) =>
    row["step_code"] === "test_response" ? { ...row, n_responses: 5n } : row,
  );
  await expect(render(hue, broken)).rejects.toThrow(
    /Thừa Thiên Huế holds 1000 responses, but valid and dropped ones add to 1001/,
  );
});

test("the release's first page lists every bundle in the order of the alphabet, the warning first", async () => {
  const bundles = [await render(national), await render(hue), await render(justice)];
  for (const place of fourProvinces) if (place.code !== "46") bundles.push(await render(province(place)));
  const html = fileOf(await renderIndex(bundles), "index.html");
  const links = [...html.matchAll(/<a href="([^"#]+\/index\.html)">/g)].map(([, href]) => href);
  expect(links).toEqual([
    "national/index.html",
    "provinces/95-bac-lieu-minh-hoa/index.html",
    "provinces/67-dak-nong-minh-hoa/index.html",
    "provinces/01-ha-noi-minh-hoa/index.html",
    "provinces/46-thua-thien-hue-minh-hoa/index.html",
    "ministries/btp-bo-tu-phap/index.html",
  ]);
  expect(html.indexOf("invented respondents")).toBeLessThan(html.indexOf("<main"));
});

test("every link to where a figure comes from leads to a row of the same file", async () => {
  const html = fileOf(await render(fictionalProvince), "index.html");
  const links = [...html.matchAll(/href="#(muc-[^"]+)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(3);
  for (const id of links) expect(html).toContain(`<tr id="${id}"`);
});
