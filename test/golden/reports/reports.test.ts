import { expect, test } from "vitest";
import { framed } from "../../../reports/charts/framed.ts";
import { wordsOf } from "../../../reports/messages/words.ts";
import type { Reader } from "../../../reports/reader.ts";
import { composeSections } from "../../../reports/sections.ts";
import { linesOf, partsOf } from "../../reports/docxText.ts";
import { makeMarts, rowsFor } from "../../reports/fixture.ts";
import { readPages } from "../../reports/readPages.ts";
import {
  fileOf,
  hue,
  inspectorate,
  justice,
  national,
  render,
  renderIndex,
} from "../../reports/renderAll.ts";
import { fictionalProvince } from "../../reports/scorecardFixture.ts";

const golden = (name: string) => `./output/${name}`;

/** Pictures are held by their specifications (below) and by their texts; their strokes are the renderer's own. */
const withoutStrokes = (html: string) => html.replace(/(<svg[\s\S]*?<\/desc>)[\s\S]*?<\/svg>/g, "$1</svg>");

test.each([
  ["index.html"],
  ["sipas-2022-minh-hoa.html"],
  ["par-index-bo-2023.html"],
  ["par-index-nhieu-nam.html"],
  ["phuong-phap.html"],
])("a reader of the national report would see no change in %s", async (path) => {
  const html = withoutStrokes(fileOf(await render(national), path));
  await expect(html).toMatchFileSnapshot(golden(`national/${path}`));
});

test.each([
  ["a province", hue, "province.html"],
  ["a ministry", justice, "ministry.html"],
  ["a ministry without published figures", inspectorate, "ministryUnpublished.html"],
  ["a unit that does not exist", fictionalProvince, "fictional.html"],
] as const)("a reader of the report of %s would see no change", async (_, reader, name) => {
  await expect(withoutStrokes(fileOf(await render(reader), "index.html"))).toMatchFileSnapshot(golden(name));
});

test("an English reader of a province's report would see no change", async () => {
  const bundle = await render(hue, undefined, { languages: ["en"] });
  await expect(withoutStrokes(fileOf(bundle, "index.html"))).toMatchFileSnapshot(golden("province.en.html"));
});

test.each([
  ["national", national, "du-thao-quyet-dinh-sipas-2022-minh-hoa.docx"],
  ["national", national, "to-trinh-sipas-2022-minh-hoa.docx"],
  ["unit", fictionalProvince, "ke-hoach-2023-minh-hoa.docx"],
] as const)(
  "whoever completes the %s draft would see no change in its words (%#)",
  async (_, reader, path) => {
    const { files } = await render(reader, undefined, { formats: ["docx"] });
    const parts = partsOf(files.find((file) => file.path === path)?.bytes as Uint8Array);
    const lines = linesOf(parts["word/document.xml"] as string).filter((line) => line !== "");
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(golden(path.replace(".docx", ".txt")));
  },
);

test("a reader of the release's first page would see no change", async () => {
  const bundles = [
    await render(national),
    await render(hue),
    await render(justice),
    await render(fictionalProvince),
  ];
  await expect(fileOf(await renderIndex(bundles), "index.html")).toMatchFileSnapshot(golden("release.html"));
});

test.each([
  ["national", national],
  ["province", hue],
  ["ministry", justice],
  ["fictional", fictionalProvince],
] as [string, Reader][])("the charts of the %s bundle are specified as before", async (name, reader) => {
  const words = wordsOf("vi");
  const rowsOf = rowsFor(makeMarts(), reader);
  const sections = await composeSections(reader, await readPages(), rowsOf, words);
  const specs = sections.flatMap(({ section }) =>
    section.blocks.flatMap((block) =>
      block.kind === "figure" ? [{ section: section.id, spec: framed(block, words) }] : [],
    ),
  );
  expect(specs.length).toBeGreaterThan(0);
  await expect(`${JSON.stringify(specs, null, 1)}\n`).toMatchFileSnapshot(golden(`charts/${name}.json`));
});
