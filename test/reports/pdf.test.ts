import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Bundle } from "../../reports/bundle.ts";
import { makeMarts } from "./fixture.ts";
import { hue, national, render, withRows } from "./renderAll.ts";
import { fictionalProvince } from "./scorecardFixture.ts";

const pdfOf = (bundle: Bundle, path: string) => {
  const file = bundle.files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`no ${path} among ${bundle.files.map((each) => each.path)}`);
  return file.bytes;
};
const formats = { formats: ["pdf"] };

/** An independent reader: Poppler's. */
const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;
function poppler(program: "pdftotext" | "pdfinfo" | "pdffonts", bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-pdf-"));
  try {
    writeFileSync(join(folder, "report.pdf"), bytes);
    const options = program === "pdftotext" ? ["-layout", "report.pdf", "-"] : ["report.pdf"];
    return spawnSync(program, options, { cwd: folder, encoding: "utf8" }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the same bundle gives the same PDF, byte for byte, and its page leads to it", async () => {
  const bundle = await render(hue, undefined, formats);
  const again = await render(hue, undefined, formats);
  const path = "bao-cao-minh-hoa.pdf";
  expect(Buffer.from(pdfOf(bundle, path)).equals(Buffer.from(pdfOf(again, path)))).toBe(true);
  const html = new TextDecoder().decode(bundle.files.find((file) => file.path === "index.html")?.bytes);
  expect(html).toContain(`<a href="${path}">Báo cáo để in (PDF)</a>`);
});

test.skipIf(!hasPoppler)(
  "a province's PDF is tagged, has its fonts inside, and its Vietnamese words can be searched for (needs Poppler)",
  async () => {
    const bytes = pdfOf(await render(hue, undefined, formats), "bao-cao-minh-hoa.pdf");
    expect(poppler("pdfinfo", bytes)).toMatch(/Tagged: +yes/);
    const fonts = poppler("pdffonts", bytes).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts) expect(font).toMatch(/(Tinos|BeVietnamPro).* yes +yes +yes +\d/); // embedded, subset, Unicode
    const text = poppler("pdftotext", bytes).normalize("NFC");
    expect(text).toContain("Thừa Thiên Huế");
    expect(text).toContain("dữ liệu minh họa – invented respondents");
    expect(text).toContain("Tỉnh đứng ở đâu trong cả nước?");
    expect(text).toContain("2023-r1");
  },
);

test.skipIf(!hasPoppler)(
  "hostile words are set as words, and Typst's own signs with them (needs Poppler)",
  async () => {
    const hostile = `#panic("x") *b* _i_ $x$ @ref <l> [c] \\ "q" =HYPERLINK("x") <script>`;
    const marts = withRows(makeMarts(), "marts.perceptions", (row) => ({ ...row, item_name: hostile }));
    const bytes = pdfOf(await render(hue, marts, formats), "bao-cao-minh-hoa.pdf");
    expect(poppler("pdftotext", bytes).replace(/\s+/g, " ")).toContain('#panic("x") *b* _i_ $x$ @ref');
  },
);

test.skipIf(!hasPoppler)(
  "the national PDF holds every chapter of the national pages (needs Poppler)",
  async () => {
    const bundle = await render(national, undefined, formats);
    const text = poppler("pdftotext", pdfOf(bundle, "bao-cao-minh-hoa.pdf")).normalize("NFC");
    for (const title of ["Chỉ số hài lòng SIPAS 2022", "PAR INDEX các bộ 2023", "Phương pháp"]) {
      expect(text).toContain(title);
    }
  },
);

/** Of each page the part between its margins that is white below the last line. */
function whiteEnds(bytes: Uint8Array): readonly number[] {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-pdf-"));
  try {
    writeFileSync(join(folder, "report.pdf"), bytes);
    spawnSync("pdftoppm", ["-r", "20", "-gray", "report.pdf", "page"], { cwd: folder });
    const pages = readdirSync(folder).filter((name) => name.endsWith(".pgm"));
    return pages.sort().map((name) => whiteEnd(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function whiteEnd(picture: Buffer): number {
  const [, columns, rows] = /^P5\s(\d+)\s(\d+)\s/.exec(picture.toString("latin1", 0, 40)) ?? [];
  const [width, height] = [Number(columns), Number(rows)];
  const points = picture.subarray(picture.length - width * height);
  const rowAt = (millimetres: number) => Math.floor((height * millimetres) / 297);
  const [top, bottom] = [rowAt(24), rowAt(297 - 22)];
  let last = bottom - 2; // the rule of the footer is just below
  while (last > top && points.subarray(last * width, (last + 1) * width).every((shade) => shade > 200))
    last -= 1;
  return (bottom - last) / (bottom - top);
}

test.skipIf(!hasPoppler)(
  "no page between the first and the last ends early for what comes next (needs Poppler)",
  async () => {
    for (const reader of [national, hue, fictionalProvince]) {
      const [, ...inner] = whiteEnds(pdfOf(await render(reader, undefined, formats), "bao-cao-minh-hoa.pdf"));
      expect(inner.length).toBeGreaterThan(3);
      expect(Math.max(...inner.slice(0, -1))).toBeLessThan(0.3);
    }
  },
);

test("both languages stand side by side, and each page leads to the other", async () => {
  const bundle = await render(hue, undefined, { languages: ["vi", "en"], formats: ["pdf"] });
  const paths = bundle.files.map(({ path }) => path).filter((path) => !path.startsWith("assets/"));
  expect(paths).toEqual(["bao-cao-minh-hoa.en.pdf", "bao-cao-minh-hoa.pdf", "index.en.html", "index.html"]);
  const page = (path: string) =>
    new TextDecoder().decode(bundle.files.find((file) => file.path === path)?.bytes);
  expect(page("index.html")).toContain('<a href="index.en.html" lang="en" hreflang="en">English</a>');
  expect(page("index.en.html")).toContain('<a href="index.html" lang="vi" hreflang="vi">Tiếng Việt</a>');
});
