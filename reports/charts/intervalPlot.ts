import { theme } from "../theme.ts";
import {
  type Chart,
  chartWidth,
  differenceDomain,
  type Layer,
  percentDomain,
  rowHeight,
  splitAtLineEnds,
  tip,
  tipOf,
  wrapLabel,
} from "./chart.ts";

export interface IntervalRow {
  readonly label: string;
  /** null: withheld or not available; `valueLabel` then holds the mark. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly valueLabel: string;
  readonly tone?: "own" | "nation" | "region";
}

interface IntervalPlotOptions {
  readonly axisTitle: string;
  /** A dashed upright to compare with, named in the chart's subtitle. */
  readonly reference?: number;
  /** Values are differences of percentages, on both sides of zero. */
  readonly isDifference?: boolean;
}

/**
 * One row a unit: a dot at its value, a line over its 95 % interval, and the value in figures. Rows keep the order
 * they come in. Dots and lines rather than bars: the axis need not start at zero.
 */
export function intervalPlot(
  rows: readonly IntervalRow[],
  { axisTitle, reference, isDifference = false }: IntervalPlotOptions,
): Chart {
  const labelled = rows.map((row) => ({
    tone: "own",
    ...row,
    label: wrapLabel(row.label, 48),
    tip: tipOf(row.label, row.valueLabel),
  }));
  const isTall = labelled.some(({ label }) => label.includes("\n"));
  const values = rows.flatMap(({ value, low, high }) => [value, low, high]);
  const domain = isDifference ? differenceDomain(values) : percentDomain(values);
  const tones = ["own", "nation", "region"] as const;
  const hasGaps = rows.some(({ low }) => low === null) && rows.some(({ low }) => low !== null);
  const y = {
    field: "label",
    type: "nominal",
    sort: null,
    // a row without a line would else come after those that have one
    ...(hasGaps && { scale: { domain: labelled.map(({ label }) => label) } }),
    axis: {
      title: null,
      labelExpr: splitAtLineEnds,
      labelLineHeight: 13,
      ticks: false,
      domain: false,
      grid: true,
    },
  } as const;
  const x = (field: string) =>
    ({
      field,
      type: "quantitative",
      scale: { domain, nice: false },
      axis: { title: axisTitle, format: ",d", tickCount: 6, orient: "top", grid: false },
    }) as const;
  const color = {
    field: "tone",
    type: "nominal",
    scale: { domain: tones, range: tones.map((tone) => theme[tone]) },
    legend: null,
  } as const;
  return {
    width: chartWidth,
    height: rows.length * (isTall ? 1.45 * rowHeight : rowHeight),
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    data: { values: labelled },
    layer: [
      ...(reference === undefined ? [] : [referenceLine(reference, domain)]),
      {
        mark: { type: "rule", strokeWidth: 2.5, opacity: 0.55 },
        encoding: { y, x: x("low"), x2: { field: "high" }, color, description: tip },
      },
      {
        mark: { type: "point", filled: true, size: 55, opacity: 1 },
        encoding: { y, x: x("value"), color, description: tip },
      },
      {
        mark: { type: "text", align: "left", dx: 10, fontSize: 12, color: theme.ink },
        encoding: { y, x: { value: "width" }, text: { field: "valueLabel", type: "nominal" } },
      },
    ],
  };
}

function referenceLine(value: number, domain: number[]): Layer {
  return {
    data: { values: [{ at: value }] },
    mark: { type: "rule", color: theme.nation, strokeDash: [5, 4], strokeWidth: 1.2 },
    encoding: { x: { field: "at", type: "quantitative", scale: { domain, nice: false } } },
  };
}
