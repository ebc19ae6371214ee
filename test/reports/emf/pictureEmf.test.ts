import { expect, test } from "vitest";
import { measureText } from "../../../reports/charts/measureText.ts";
import { pictureEmf } from "../../../reports/emf/pictureEmf.ts";
import { svgShapes } from "../../../reports/emf/svgShapes.ts";
import { readAssets } from "../fixture.ts";

const measure = measureText(readAssets());
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><title>Only heard</title><desc>Only heard too</desc>
<rect width="200" height="100" fill="#ffffff"/><g transform="translate(10,20)"><g>
<line transform="translate(0,5)" x2="100" y2="0" stroke="#0072b2" stroke-width="2" stroke-dasharray="4,2" opacity="1"/>
<path class="tip" d="M0,0h40v10h-40Z" fill="#000" opacity="0.5"><title>Huế: 81,20</title></path>
<path d="M5,0A5,5,0,1,1,-5,0A5,5,0,1,1,5,0" fill="#c04f00" stroke="none"/>
<path d="" fill="#c04f00" display="none"/>
<text text-anchor="middle" transform="translate(50,40)" font-size="12px" font-weight="bold" fill="#1a2430">Thừa Thiên</text>
<text text-anchor="end" transform="translate(-5,30) rotate(-90) translate(0,-2)" font-size="10px" fill="#52606d"><tspan>Tỷ lệ</tspan><tspan x="0" dy="12">A &amp; B</tspan></text>
</g></g></svg>`;

/** Every record: its number, and where it is. */
function recordsOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer);
  const records: { type: number; at: number; size: number }[] = [];
  for (let at = 0; at < bytes.length; at += view.getUint32(at + 4, true))
    records.push({ type: view.getUint32(at, true), at, size: view.getUint32(at + 4, true) });
  return { view, records };
}

test("a picture is read as what it shows: places added up, half transparent ink paler, texts that are only heard left out", () => {
  const shapes = svgShapes(svg);
  expect(shapes.map(({ kind }) => kind)).toEqual([
    ...["outline", "outline", "outline", "outline"],
    ...["label", "label", "label"],
  ]);
  const [paper, line, bar, dot, name, ...turned] = shapes;
  expect(paper).toMatchObject({ fill: "ffffff", stroke: null });
  expect(line).toMatchObject({
    segments: [
      { kind: "move", to: [10, 25] },
      { kind: "line", to: [110, 25] },
    ],
    fill: null,
    stroke: { colour: "0072b2", width: 2, dashes: [4, 2] },
  });
  expect(bar).toMatchObject({ fill: "808080" });
  const { segments } = dot as Extract<typeof dot, { kind: "outline" }>;
  expect(new Set(segments.map(({ kind }) => kind))).toEqual(new Set(["move", "curve"]));
  expect(name).toMatchObject({
    text: "Thừa Thiên",
    at: [60, 60],
    anchor: "middle",
    isBold: true,
    size: 12,
    turn: 0,
  });
  expect(turned).toMatchObject([
    { text: "Tỷ lệ", turn: -90, anchor: "end" },
    { text: "A & B", turn: -90 },
  ]);
  const [first, second] = turned.map((label) => (label as { at: readonly number[] }).at.map(Math.round));
  expect([first, second]).toEqual([
    [3, 50],
    [15, 50],
  ]);
});

test("what no chart of reports holds is refused by name instead of being left out", () => {
  expect(() => svgShapes(`<svg><image width="1" height="1"/></svg>`)).toThrow("A chart holds <image>");
  expect(() => svgShapes(`<svg><path d="M0,0h1v1Z" fill="url(#shade)"/></svg>`)).toThrow(
    'the colour "url(#shade)"',
  );
});

test("a metafile is as [MS-EMF] lays it out: its header counts its bytes, records and handles, and each handle is freed before it is made again", () => {
  const bytes = pictureEmf(svg, { width: 200, height: 100 }, measure);
  const { view, records } = recordsOf(bytes);
  expect(records[0]).toEqual({ type: 1, at: 0, size: 108 });
  expect(new TextDecoder().decode(bytes.slice(40, 44))).toBe(" EMF");
  expect([48, 52].map((at) => view.getUint32(at, true))).toEqual([bytes.length, records.length]);
  expect(view.getUint16(56, true)).toBe(4);
  expect([24, 28, 32, 36].map((at) => view.getInt32(at, true))).toEqual([0, 0, 5292, 2646]); // hundredths of a millimetre at 96 dpi
  expect(records.at(-1)).toMatchObject({ type: 14, size: 20 });
  expect(records.every(({ size }) => size % 4 === 0)).toBe(true);
  const held = new Set<number>();
  for (const { type, at } of records) {
    const handle = view.getUint32(at + 8, true);
    if (type === 40) held.delete(handle);
    if (![39, 82, 95].includes(type)) continue;
    expect(held.has(handle)).toBe(false);
    held.add(handle);
  }
});

test("texts stay texts, each letter as wide as in the report's own font, and end where they should", () => {
  const bytes = pictureEmf(svg, { width: 200, height: 100 }, measure);
  const { view, records } = recordsOf(bytes);
  const texts = records
    .filter(({ type }) => type === 84)
    .map(({ at }) => {
      const [x, y, length, start, , , , , , advances] = Array.from({ length: 10 }, (_, i) =>
        view.getInt32(at + 36 + 4 * i, true),
      ) as [number, number, number, number, number, number, number, number, number, number];
      return {
        text: new TextDecoder("utf-16le").decode(bytes.slice(at + start, at + start + 2 * length)),
        start: [x / 16, y / 16] as const,
        width:
          Array.from({ length }, (_, i) => view.getInt32(at + advances + 4 * i, true)).reduce(
            (a, b) => a + b,
          ) / 16,
      };
    });
  expect(texts.map(({ text }) => text)).toEqual(["Thừa Thiên", "Tỷ lệ", "A & B"]);
  const [name, share] = texts as [(typeof texts)[0], (typeof texts)[0]];
  expect(name.width).toBeCloseTo(measure("Thừa Thiên", { fontSize: 12, isBold: true }), 0);
  expect(name.start[0] + name.width / 2).toBeCloseTo(60, 0);
  // it runs upwards and ends at 50, so it starts below by its width
  expect(share.start[1] - share.width).toBeCloseTo(50, 0);
});
