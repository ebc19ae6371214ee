import * as vega from "vega";
import { expect, test } from "vitest";
import type { Figure } from "../../reports/blocks.ts";
import { compareDots } from "../../reports/charts/compareDots.ts";
import { compileShared } from "../../reports/charts/compileShared.ts";
import { framed } from "../../reports/charts/framed.ts";
import { type IntervalRow, intervalPlot } from "../../reports/charts/intervalPlot.ts";
import { measureText } from "../../reports/charts/measureText.ts";
import { renderSvg } from "../../reports/charts/renderSvg.ts";
import { wordsOf } from "../../reports/messages/words.ts";
import { readAssets } from "./fixture.ts";
import { compose, hue, justice, national } from "./renderAll.ts";

const measure = measureText(readAssets());
const words = wordsOf("vi");
const logger = vega.logger(vega.None);

test("every chart of a release drawn by a shared template is, byte for byte, the chart drawn alone", async () => {
  const bundles = await Promise.all([national, hue, justice].map((reader) => compose(reader)));
  const figures = bundles
    .flatMap(({ editions }) => editions.flatMap(({ documents }) => documents))
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .filter((block): block is Figure => block.kind === "figure");
  expect(figures.length).toBeGreaterThan(20);
  for (const figure of figures) {
    const spec = framed(figure, words);
    const labels = { id: "hinh", title: figure.title, description: "" };
    const shared = await renderSvg(spec, labels, measure, compileShared);
    expect(shared, figure.title).toBe(await renderSvg(spec, labels, measure));
  }
});

const row = { label: "Hà Nội", value: 80, low: 78, high: 82, valueLabel: "80,00" };
const plot = (title: string, rows: readonly IntervalRow[]) =>
  framed(
    { title, subtitle: "", provenance: "published", chart: intervalPlot(rows, { axisTitle: "%" }) },
    words,
  );

test("charts that differ in rows, title, height and the ends of their axis share a template, one of other layers has its own", () => {
  const one = compileShared(plot("Một", [row]), logger);
  const other = compileShared(plot("Hai\ndòng", [row, { ...row, label: "Huế", low: 41 }]), logger);
  const withLine = framed(
    {
      title: "Một",
      subtitle: "",
      provenance: "published",
      chart: intervalPlot([row], { axisTitle: "%", reference: 79 }),
    },
    words,
  );
  expect(other.runtime).toBe(one.runtime);
  expect(compileShared(withLine, logger).runtime).not.toBe(one.runtime);
});

test("charts of two units beside the nation share a template: the names on a scale are filled in, and are right", async () => {
  const beside = (unit: string) =>
    framed(
      {
        title: "Một",
        subtitle: "",
        provenance: "published",
        chart: compareDots(
          [unit, "Cả nước"].map((series) => ({ ...row, label: "Thủ tục", series })),
          { axisTitle: "%", series: [unit, "Cả nước"] },
        ),
      },
      words,
    );
  expect(compileShared(beside("Huế"), logger).runtime).toBe(compileShared(beside("Hà Nội"), logger).runtime);
  const labels = { id: "hinh", title: "Một", description: "" };
  const svg = await renderSvg(beside("Huế"), labels, measure, compileShared);
  expect(svg).toBe(await renderSvg(beside("Huế"), labels, measure));
  expect(svg).toContain(">Huế<");
  expect(svg).not.toContain("Hà Nội");
});

test("a picture does not depend on what was drawn by its template before", async () => {
  const draw = (spec: ReturnType<typeof plot>) =>
    renderSvg(spec, { id: "hinh", title: "Một", description: "" }, measure, compileShared);
  const first = await draw(plot("Một", [row]));
  await draw(
    plot("Hai", [
      { ...row, value: 12, low: 3, high: 30 },
      { ...row, label: "Huế" },
    ]),
  );
  expect(await draw(plot("Một", [row]))).toBe(first);
});
