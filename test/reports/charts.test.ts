import { compile, type TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import type { Chart } from "../../reports/charts/chart.ts";
import { compareDots } from "../../reports/charts/compareDots.ts";
import { framed } from "../../reports/charts/framed.ts";
import { heatTable } from "../../reports/charts/heatTable.ts";
import { intervalPlot } from "../../reports/charts/intervalPlot.ts";
import { likertBars } from "../../reports/charts/likertBars.ts";
import { measureText } from "../../reports/charts/measureText.ts";
import { pairedDots } from "../../reports/charts/pairedDots.ts";
import { placeDots } from "../../reports/charts/placeDots.ts";
import { renderSvg } from "../../reports/charts/renderSvg.ts";
import { shadeSteps } from "../../reports/charts/shadeSteps.ts";
import { slope } from "../../reports/charts/slope.ts";
import { type TrendPoint, trendLines } from "../../reports/charts/trendLines.ts";
import { valueSlope } from "../../reports/charts/valueSlope.ts";
import { waterfall } from "../../reports/charts/waterfall.ts";
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
    valueLabel: String(value),
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

const drawn = (chart: Chart, title = "A") =>
  draw(framed({ title, subtitle: "", provenance: "published", chart }, words));
/** The marks of one kind, as the renderer groups them. */
const marksOf = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`class="mark-${kind} [\\s\\S]*?</g>`, "g"))].map(([group]) => group);
const tipsOf = (svg: string) =>
  [...svg.matchAll(/class="tip"[^>]*><title>([^<]*)<\/title>/g)].map(([, text]) => text);

const answers = ["rất tệ", "tệ", "vừa", "tốt", "rất tốt"];
const likert = (shares: readonly number[], label = "Thủ tục") =>
  likertBars([{ label, endLabel: "Huế", shares }], {
    axisTitle: "%",
    answers,
    shareText: (share) => `${share}%`,
  });

test("answers stand on both sides of their middle one, which is half on each", () => {
  const { layer } = likert([10, 20, 30, 25, 15]) as { layer: { data: { values: object[] } }[] };
  const parts = layer.flatMap(
    ({ data }) => data.values as { tip?: string; order?: number; from: number; to: number }[],
  );
  const whole = parts.filter(({ tip }) => tip !== undefined).slice(0, 5);
  expect(whole.map(({ from, to }) => [from, to])).toEqual([
    [-45, -35],
    [-35, -15],
    [-15, 15],
    [15, 40],
    [40, 55],
  ]);
});

test("each part of a bar has its text, and a part too narrow for its figure has no other", async () => {
  const svg = await drawn(likert([2, 20, 30, 33, 15]));
  expect(tipsOf(svg)).toEqual(
    ["rất tệ: 2%", "tệ: 20%", "vừa: 30%", "tốt: 33%", "rất tốt: 15%"].map(
      (text) => `Thủ tục – Huế – ${text}`,
    ),
  );
  expect(svg).toContain(">20%</text>");
  expect(svg).not.toContain(">2%</text>");
});

const shades = {
  steps: [72, 76, 80, 84],
  stepLabels: ["a", "b", "c", "d", "e"],
  noFigure: "[x]",
  legendTitle: "",
};

test("a heat table writes every figure, takes the shade of its step, and withholds as a mark on white", async () => {
  const cells = [
    { row: "Huế", column: "Tiếp cận", value: 71.9, valueLabel: "71,9" },
    { row: "Huế", column: "Thủ tục", value: 84, valueLabel: "84,0" },
    { row: "Đắk Nông", column: "Tiếp cận", value: null, valueLabel: "[c]" },
    { row: "Đắk Nông", column: "Thủ tục", value: 76, valueLabel: "76,0" },
  ];
  const svg = await drawn(
    heatTable(cells, { ...shades, rows: ["Huế", "Đắk Nông"], columns: ["Tiếp cận", "Thủ tục"] }),
  );
  for (const { valueLabel } of cells) expect(svg).toContain(`>${valueLabel}</text>`);
  const fills = marksOf(svg, "rect").flatMap((group) =>
    [...group.matchAll(/fill="(#[0-9a-f]{6})"/g)].map(([, fill]) => fill),
  );
  expect(fills).toEqual(["#f2f6f9", "#0b3c5d", "#ffffff", "#93c1e0"]);
});

test("shades have a round width and hold every value", () => {
  expect(shadeSteps([71.2, 84.9], words).steps).toEqual([72, 76, 80, 84]);
  expect(shadeSteps([80, 80], words).steps).toEqual([80.5, 81, 81.5, 82]);
  expect(shadeSteps([0, 100], words).steps).toEqual([20, 40, 60, 80]);
  expect(shadeSteps([71.2, 84.9], words).stepLabels).toEqual([
    "dưới 72%",
    "72 đến dưới 76%",
    "76 đến dưới 80%",
    "80 đến dưới 84%",
    "từ 84%",
  ]);
});

test("one dot stands for each unit and one's own is a diamond in its stretch, told apart without colour", async () => {
  const bins = [
    { from: 78, to: 79, n: 2, tip: "78 đến dưới 79%: 2 tỉnh" },
    { from: 79, to: 80, n: 3, tip: "79 đến dưới 80%: 3 tỉnh" },
  ];
  const own = { value: 79, low: 77, high: 81, label: "Huế" };
  const svg = await drawn(placeDots(bins, { axisTitle: "%", own }));
  expect(tipsOf(svg).filter((text) => text?.startsWith("78"))).toHaveLength(2);
  expect(tipsOf(svg).filter((text) => text?.startsWith("79"))).toHaveLength(3);
  const values = (n: number) =>
    (placeDots(bins, { axisTitle: "%", own }) as { layer: { data: { values: unknown[] } }[] }).layer[n]?.data
      .values;
  expect(values(0)).toHaveLength(4);
  expect(values(1)).toEqual([{ at: 79.5, level: 1, tip: "79 đến dưới 80%: 3 tỉnh", isOwn: true }]);
  expect((placeDots(bins, { axisTitle: "%", own: null }) as { layer: unknown[] }).layer).toHaveLength(1);
});

test("a change whose interval leaves out zero has a whole line, any other a dashed one", async () => {
  const change = (label: string, isClear: boolean, after: number) => ({
    ...{ label, isClear, before: 80, after },
    ...{ beforeLabel: "80,0", afterLabel: `${after},0`, changeLabel: `+${after - 80}` },
  });
  const svg = await drawn(
    valueSlope([change("Tiếp cận", true, 84), change("Thủ tục", false, 81)], {
      before: "2022",
      after: "2023",
    }),
  );
  const lines = marksOf(svg, "line").flatMap((group) => group.match(/<path [^>]*>/g) ?? []);
  expect(lines.map((line) => line.includes("stroke-dasharray"))).toEqual([true, false]);
  expect(tipsOf(svg)).toContain("Tiếp cận: 80,0 → 84,0, +4");
});

test("labels of ends that lie together stand apart, in the order of their values", async () => {
  const rows = [80, 80.1, 80.2].map((value, i) => ({
    ...{
      label: `n${i}`,
      isClear: false,
      before: value,
      after: value,
    },
    ...{ beforeLabel: "80", afterLabel: "80", changeLabel: "+0" },
  }));
  const svg = await drawn(valueSlope(rows, { before: "2022", after: "2023" }));
  const heights = ["n2", "n1", "n0"].map((name) =>
    Number(new RegExp(`translate\\([-\\d.]+,([-\\d.]+)\\)[^>]*>${name} `).exec(svg)?.[1]),
  );
  expect((heights[1] as number) - (heights[0] as number)).toBeGreaterThanOrEqual(14.9);
  expect((heights[2] as number) - (heights[1] as number)).toBeGreaterThanOrEqual(14.9);
});

test.each([
  [
    "ranking with intervals",
    intervalPlot([{ label: "Hà Nội", value: 82, low: 80, high: 84, valueLabel: "82,00 (80,00–84,00)" }], {
      axisTitle: "%",
    }),
    ["Hà Nội: 82,00 (80,00–84,00)", "Hà Nội: 82,00 (80,00–84,00)"],
  ],
  [
    "waterfall",
    waterfall([{ label: "Thể chế", value: 2, valueLabel: "−2,00" }], {
      axisTitle: "%",
      from: { label: "Tối đa", value: 100, valueLabel: "100,00" },
      to: { label: "Đạt", value: 98, valueLabel: "98,00" },
    }),
    ["Thể chế: −2,00", "Tối đa: 100,00", "Đạt: 98,00"],
  ],
  [
    "profile",
    compareDots(
      [{ label: "Tiếp cận", series: "Huế", value: 80, low: null, high: null, valueLabel: "80,00" }],
      { axisTitle: "%", series: ["Huế"] },
    ),
    ["Huế – Tiếp cận: 80,00"],
  ],
  [
    "self and final",
    pairedDots([{ label: "1. Chỉ đạo", before: 90, after: 80, beforeLabel: "90 %", afterLabel: "80 %" }], {
      axisTitle: "%",
      before: "Tự chấm",
      after: "Thẩm định",
    }),
    ["1. Chỉ đạo: 90 % → 80 %", "1. Chỉ đạo – Tự chấm: 90 %", "1. Chỉ đạo – Thẩm định: 80 %"],
  ],
  [
    "ranks before and after",
    slope(
      [
        { label: "Huế", before: 1, after: 2 },
        { label: "Hà Nội", before: 2, after: 2 },
      ],
      {
        before: "a",
        after: "b",
      },
    ),
    ["Hà Nội: 2 → 2", "Huế: 1 → 2", "Huế: 1 → 2", "Huế: 1 → 2", "Hà Nội: 2 → 2", "Hà Nội: 2 → 2"],
  ],
])("whoever points at a mark of a %s is told its name and figure", async (_, chart, tips) => {
  expect(tipsOf(await drawn(chart))).toEqual(tips);
});

test("a ribbon stops where the line stops, and a year alone has an upright", async () => {
  const point = (year: number, segment: number): TrendPoint => ({
    ...{
      series: "Cả nước",
      year,
      value: 80,
      valueLabel: "80",
      segment,
      pointLabel: "",
      isDerived: false,
      low: 78,
      high: 82,
    },
  });
  const chart = trendLines([point(2020, 1), point(2021, 2), point(2022, 2)], {
    axisTitle: "",
    series: ["Cả nước"],
    segments: [
      { year: 2020, label: "a" },
      { year: 2021, label: "b" },
    ],
  });
  const svg = await drawn(chart);
  expect(marksOf(svg, "area").flatMap((group) => group.match(/<path [^>]*d="[^"]+"/g) ?? [])).toHaveLength(2);
  expect(marksOf(svg, "rule").flatMap((group) => group.match(/stroke-width="2"/g) ?? [])).toHaveLength(3);
});

/** Names of fields and things that Vega-Lite would take for more than letters, were they ever looked up. */
const hostile = [
  "a.b[0]['c']",
  `{"signal":"alert(1)"}`,
  `datum.value + alert(1)`,
  `"]}<script>alert(1)</script>`,
  "javascript:alert(1)",
  "constructor",
  "__proto__",
  "data:text/html,x",
];

test.each(hostile)(
  "the name %s is letters in every kind of chart: drawn, said in tips, never looked up",
  async (name) => {
    const end = { value: 80, low: 79, high: 81 };
    const label = name;
    const charts: Chart[] = [
      likert([10, 20, 30, 25, 15], name),
      heatTable([{ row: name, column: name, value: 80, valueLabel: name }], {
        ...shades,
        stepLabels: ["a", "b", name, "d", "e"],
        rows: [name],
        columns: [name],
        legendTitle: name,
      }),
      placeDots([{ from: 79, to: 80, n: 2, tip: name }], { axisTitle: name, own: { ...end, label: name } }),
      valueSlope(
        [
          {
            label,
            isClear: true,
            before: 80,
            after: 81,
            beforeLabel: name,
            afterLabel: name,
            changeLabel: name,
          },
        ],
        { before: name, after: `${name}2` },
      ),
      trendLines(
        [
          {
            series: name,
            year: 2020,
            value: 80,
            valueLabel: name,
            segment: 1,
            pointLabel: name,
            isDerived: false,
            low: 79,
            high: 81,
          },
        ],
        { axisTitle: name, series: [name], segments: [{ year: 2020, label: name }] },
      ),
    ];
    for (const chart of charts) {
      const svg = await drawn(chart, name);
      expect(svg).not.toMatch(/<script|<a[ >]|href=|<image|on\w+="/);
      const text = svg
        .replace(/<[^>]*>/g, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'");
      expect(text).toContain(name);
    }
  },
);
