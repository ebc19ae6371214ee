import { theme } from "../theme.ts";
import { type Chart, chartWidth, splitAtLineEnds, tip, tipOf, wrapLabel } from "./chart.ts";

export interface CountRow {
  readonly label: string;
  readonly value: number;
  readonly valueLabel: string;
}

/** One bar a row, from zero, with its figure at the end: counts only, for shares and indices use `intervalPlot`. */
export function countBars(rows: readonly CountRow[], { axisTitle }: { readonly axisTitle: string }): Chart {
  const y = {
    field: "label",
    type: "nominal",
    sort: null,
    axis: { title: null, labelExpr: splitAtLineEnds, labelLineHeight: 13, ticks: false, domain: false },
  } as const;
  const x = {
    field: "value",
    type: "quantitative",
    scale: { zero: true, nice: true },
    axis: { title: axisTitle, format: ",d", tickCount: 5, tickMinStep: 1, orient: "top" },
  } as const;
  return {
    width: chartWidth,
    height: rows.length * 30,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    data: {
      values: rows.map((row) => ({
        ...row,
        label: wrapLabel(row.label, 44),
        tip: tipOf(row.label, row.valueLabel),
      })),
    },
    layer: [
      { mark: { type: "bar", color: theme.own, height: 16 }, encoding: { y, x, description: tip } },
      {
        mark: { type: "text", align: "left", dx: 6, fontSize: 12, color: theme.ink },
        encoding: { y, x, text: { field: "valueLabel", type: "nominal" } },
      },
    ],
  };
}
