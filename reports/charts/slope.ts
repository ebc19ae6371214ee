import { theme } from "../theme.ts";
import { type Chart, chartWidth, type Layer, tip, tipOf } from "./chart.ts";

export interface SlopeRow {
  readonly label: string;
  readonly before: number;
  readonly after: number;
}

interface SlopeOptions {
  readonly before: string;
  readonly after: string;
}

const placeHeight = 17;

/** Ranks on the left, ranks on the right, a line between: those that cross are what moved. Rank 1 stands on top. */
export function slope(rows: readonly SlopeRow[], { before, after }: SlopeOptions): Chart {
  const values = rows.flatMap((row) => {
    const shared = {
      label: row.label,
      moves: row.before !== row.after,
      tip: tipOf(row.label, `${row.before} → ${row.after}`),
    };
    return [
      { ...shared, side: before, place: row.before, text: `${row.label}  ${row.before}` },
      { ...shared, side: after, place: row.after, text: `${row.after}  ${row.label}` },
    ];
  });
  const last = Math.max(...rows.flatMap((row) => [row.before, row.after]));
  const domain = [0, last + 1];
  const x = {
    field: "side",
    type: "nominal",
    sort: null,
    axis: { title: null, labelAngle: 0, orient: "top", domain: false, ticks: false, grid: false },
    scale: { padding: 1 },
  } as const;
  const y = {
    field: "place",
    type: "quantitative",
    scale: { domain, reverse: true, nice: false, zero: false },
    axis: null,
  } as const;
  const color = {
    field: "moves",
    type: "nominal",
    scale: { domain: [false, true], range: [theme.other, theme.own] },
    legend: null,
  } as const;
  const line = (moves: boolean, opacity: number): Layer => ({
    transform: [{ filter: { field: "moves", equal: moves } }],
    mark: { type: "line", strokeWidth: 1.6, opacity },
    encoding: { x, y, color, detail: { field: "label", type: "nominal" }, description: tip },
  });
  const text = (side: string, align: "left" | "right"): Layer => ({
    transform: [{ filter: { field: "side", equal: side } }],
    mark: { type: "text", align, dx: align === "left" ? 8 : -8, fontSize: 11 },
    encoding: { x, y, color, text: { field: "text", type: "nominal" } },
  });
  return {
    width: chartWidth,
    height: (last + 1) * placeHeight,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    data: { values },
    layer: [
      line(false, 0.3),
      line(true, 0.9),
      {
        mark: { type: "point", filled: true, size: 22, opacity: 0.9 },
        encoding: { x, y, color, description: tip },
      },
      text(before, "right"),
      text(after, "left"),
    ],
  };
}
