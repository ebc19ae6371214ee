import { theme } from "../theme.ts";
import { type Chart, chartWidth, percentDomain, splitAtLineEnds, tip, tipOf, wrapLabel } from "./chart.ts";

export interface ComparedRow {
  /** What is compared: one line of the chart. */
  readonly label: string;
  /** Which of the compared: one of the names given in the options. */
  readonly series: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The value with its interval in figures. */
  readonly valueLabel: string;
}

interface CompareDotsOptions {
  readonly axisTitle: string;
  /** The compared, the bundle's own unit first. Colour and shape both tell them apart. */
  readonly series: readonly string[];
}

const lineHeight = 48;
const labelWidth = 34;

/** For each label, the unit beside its region and the nation: dots with their 95 % intervals, one under another. */
export function compareDots(rows: readonly ComparedRow[], { axisTitle, series }: CompareDotsOptions): Chart {
  const labels = new Set(rows.map(({ label }) => label));
  const domain = [...series];
  const lines = [...labels].map((label) => wrapLabel(label, labelWidth));
  const place = {
    y: {
      field: "label",
      type: "nominal",
      sort: null,
      scale: { domain: lines, paddingInner: 0.3 },
      axis: {
        title: null,
        labelExpr: splitAtLineEnds,
        labelLineHeight: 14,
        ticks: false,
        domain: false,
      },
    },
    yOffset: { field: "series", type: "nominal", scale: { domain } },
    color: {
      field: "series",
      type: "nominal",
      scale: { domain, range: [theme.own, theme.region, theme.nation].slice(0, series.length) },
    },
  } as const;
  const x = (field: string) =>
    ({
      field,
      type: "quantitative",
      scale: {
        domain: percentDomain(rows.flatMap(({ value, low, high }) => [value, low, high])),
        nice: false,
      },
      axis: { title: axisTitle, format: ",d", tickCount: 6, orient: "top" },
    }) as const;
  return {
    width: chartWidth,
    height: labels.size * lineHeight,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    data: {
      values: rows.map((row) => ({
        ...row,
        label: wrapLabel(row.label, labelWidth),
        tip: tipOf(`${row.series} – ${row.label}`, row.valueLabel),
      })),
    },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 2.5, opacity: 0.5 },
        encoding: { ...place, x: x("low"), x2: { field: "high" }, description: tip },
      },
      {
        mark: { type: "point", filled: true, size: 60, opacity: 1 },
        encoding: {
          ...place,
          x: x("value"),
          description: tip,
          shape: {
            field: "series",
            type: "nominal",
            scale: { domain, range: ["circle", "diamond", "square"].slice(0, series.length) },
          },
        },
      },
    ],
  };
}
