import { compile, type TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import { framed } from "../../reports/charts/framed.ts";
import { intervalPlot } from "../../reports/charts/intervalPlot.ts";
import { measureText } from "../../reports/charts/measureText.ts";
import { renderSvg } from "../../reports/charts/renderSvg.ts";
import { trendLines } from "../../reports/charts/trendLines.ts";
import { wordsOf } from "../../reports/messages/words.ts";
import { readAssets } from "./fixture.ts";

const measure = measureText(readAssets());
const words = wordsOf("vi");
const labels = { id: "hinh", title: "Hình thử", description: "Một hình thử" };
const row = { label: "Hà Nội", value: 80, low: 78, high: 82, valueLabel: "80,00 (78,00–82,00)" };
const draw = (spec: TopLevelSpec) => renderSvg(spec, labels, measure);

test("text is measured in the font itself: a Vietnamese name is narrower than 0.8 em a letter", () => {
  const width = measure("Thừa Thiên Huế", { fontSize: 10, isBold: false });
  expect(width).toBeGreaterThan(68);
  expect(width).toBeLessThan(82);
  expect(measure("Huê\u0301", { fontSize: 10, isBold: false })).toBe(
    measure("Huế", { fontSize: 10, isBold: false }),
  );
});

test("a chart of invented figures says so inside the picture; one of published figures does not", async () => {
  const picture = { title: "Xếp hạng", subtitle: "", chart: intervalPlot([row], { axisTitle: "%" }) };
  expect(await draw(framed({ ...picture, provenance: "illustrative" }, words))).toContain(
    "invented respondents",
  );
  expect(await draw(framed({ ...picture, provenance: "published" }, words))).not.toContain("invented");
});

test("axis numbers follow the language", async () => {
  const figure = { title: "Điểm", subtitle: "", provenance: "published", description: "" } as const;
  const spec = framed({ ...figure, chart: intervalPlot([row], { axisTitle: "%" }) }, words);
  const decimal = {
    ...spec,
    layer: undefined,
    mark: "point",
    encoding: { x: { field: "value", type: "quantitative" } },
  };
  const svg = await draw({
    ...decimal,
    data: { values: [{ value: 0 }, { value: 1 }] },
  } as unknown as TopLevelSpec);
  expect(svg).toContain(">0,20</text>");
});

test("drawing twice gives the same bytes", async () => {
  const spec = framed(
    { title: "A", subtitle: "b", provenance: "published", chart: intervalPlot([row], { axisTitle: "%" }) },
    words,
  );
  expect(await draw(spec)).toBe(await draw(spec));
});

test.each(["https://evil.example/a.json", "file:///etc/passwd", "data:application/json,[]", "a.csv"])(
  "a chart that asks for %s is refused",
  async (url) => {
    const spec = { data: { url }, mark: "point", encoding: {} } as TopLevelSpec;
    await expect(draw(spec)).rejects.toThrow(/charts may fetch nothing/);
  },
);

test("a name that looks like a specification or an expression is drawn as its letters", async () => {
  const label = `{"signal":"1+1"} datum.value </text><script>`;
  const svg = await draw(
    framed(
      {
        title: label,
        subtitle: label,
        provenance: "published",
        chart: intervalPlot([{ ...row, label }], { axisTitle: label }),
      },
      words,
    ),
  );
  expect(svg).not.toContain("<script>");
  expect(svg).toContain("{&quot;signal&quot;".replaceAll("&quot;", '"'));
});

test("a withheld value keeps its row, with a mark and without a dot", async () => {
  const withheld = { label: "Đắk Nông", value: null, low: null, high: null, valueLabel: "[c]" };
  const svg = await draw(
    framed(
      {
        title: "A",
        subtitle: "",
        provenance: "published",
        chart: intervalPlot([row, withheld], { axisTitle: "%" }),
      },
      words,
    ),
  );
  expect(svg).toContain(">[c]</text>");
  expect(svg).toContain(">Đắk Nông</text>");
  expect(
    [...svg.matchAll(/class="mark-symbol[\s\S]*?<\/g>/g)].map(([marks]) => marks.split("<path").length - 1),
  ).toEqual([1]);
});

test("a line stops where the criteria set changed", async () => {
  const point = (year: number, value: number, segment: number) => ({
    series: "Bộ Tư pháp",
    year,
    value,
    segment,
    pointLabel: "",
    isDerived: false,
  });
  const chart = trendLines([point(2020, 90, 1), point(2021, 91, 1), point(2022, 85, 2), point(2023, 86, 2)], {
    axisTitle: "",
    series: ["Bộ Tư pháp"],
    segments: [
      { year: 2020, label: "1149/QĐ-BNV" },
      { year: 2022, label: "876/QĐ-BNV" },
    ],
  });
  const svg = await draw(framed({ title: "A", subtitle: "", provenance: "published", chart }, words));
  const lines = [...svg.matchAll(/class="mark-line[\s\S]*?<\/g>/g)].flatMap(
    ([group]) => group.match(/ d="[^"]+"/g) ?? [],
  );
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line.match(/[ML]/g)).toHaveLength(2);
});

test("no chart function mutates or keeps the rows it is given", () => {
  const rows = Object.freeze([Object.freeze({ ...row })]);
  const spec = intervalPlot(rows, { axisTitle: "%" });
  compile(spec);
  expect(rows).toEqual([row]);
});
