import { theme } from "../theme.ts";
import { type Chart, chartWidth, percentDomain, splitAtLineEnds, tip, tipOf, wrapLabel } from "./chart.ts";

export interface PairedRow {
  readonly label: string;
  /** null: there is no such value. */
  readonly before: number | null;
  readonly after: number | null;
  /** Both in figures. */
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

interface PairedDotsOptions {
  readonly axisTitle: string;
  /** What the two dots of a row are called. */
  readonly before: string;
  readonly after: string;
}

/** One row a thing and two dots in it, before and after, joined by a line: how far they are apart. */
export function pairedDots(
  rows: readonly PairedRow[],
  { axisTitle, before, after }: PairedDotsOptions,
): Chart {
  const labelled = rows.map((row) => ({
    ...row,
    label: wrapLabel(row.label, 44),
    tip: tipOf(row.label, `${row.beforeLabel} → ${row.afterLabel}`),
    beforeTip: tipOf(`${row.label} – ${before}`, row.beforeLabel),
    afterTip: tipOf(`${row.label} – ${after}`, row.afterLabel),
  }));
  const y = {
    field: "label",
    type: "nominal",
    sort: null,
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
      scale: { domain: percentDomain(rows.flatMap((row) => [row.before, row.after])), nice: false },
      axis: { title: axisTitle, format: ",d", tickCount: 6, orient: "top" },
    }) as const;
  const series = [before, after];
  const dots = labelled.flatMap(({ label, ...row }) => [
    { label, series: before, value: row.before, tip: row.beforeTip },
    { label, series: after, value: row.after, tip: row.afterTip },
  ]);
  const domain = { domain: series };
  return {
    width: chartWidth,
    height: rows.length * 36,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    layer: [
      {
        data: { values: labelled },
        mark: { type: "rule", strokeWidth: 2.5, color: theme.other },
        encoding: { y, x: x("before"), x2: { field: "after" }, description: tip },
      },
      {
        data: { values: dots.filter(({ value }) => value !== null) },
        mark: { type: "point", filled: true, size: 80, opacity: 1 },
        encoding: {
          y,
          x: x("value"),
          description: tip,
          color: { field: "series", type: "nominal", scale: { ...domain, range: [theme.region, theme.own] } },
          shape: { field: "series", type: "nominal", scale: { ...domain, range: ["diamond", "circle"] } },
        },
      },
    ],
  };
}
