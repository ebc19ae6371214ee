import { theme } from "../theme.ts";
import { type Chart, chartWidth, type Layer, splitAtLineEnds, tip, tipOf, wrapLabel } from "./chart.ts";

export interface ShareRow {
  readonly label: string;
  /** The answer, and its place in the order of answers. */
  readonly option: string;
  readonly order: number;
  readonly value: number;
  readonly valueLabel: string;
}

interface ShareBarsOptions {
  readonly axisTitle: string;
  readonly options: readonly string[];
}

/** As many answers side by side as the longest of them leaves room for. */
function legendColumns(options: readonly string[]): number {
  const widest = Math.max(...options.map(({ length }) => Math.min(320, 6.5 * length))) + 30;
  return Math.max(1, Math.min(options.length, Math.floor(chartWidth / widest)));
}

/** Answers that add to 100 % a row, side by side in the order of the scale; figures where there is room for them. */
export function shareBars(rows: readonly ShareRow[], { axisTitle, options }: ShareBarsOptions): Chart {
  const labels = new Set(rows.map(({ label }) => label));
  return {
    width: chartWidth,
    height: labels.size * 34,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    data: { values: stacked(rows) },
    encoding: {
      y: {
        field: "label",
        type: "nominal",
        sort: null,
        axis: { title: null, labelExpr: splitAtLineEnds, labelLineHeight: 13, ticks: false, domain: false },
      },
    },
    layer: [
      {
        mark: { type: "bar", height: 22 },
        encoding: {
          x: {
            field: "from",
            type: "quantitative",
            scale: { domain: [0, 100] },
            axis: { title: axisTitle, format: ",d", tickCount: 5, orient: "top" },
          },
          x2: { field: "to" },
          description: tip,
          color: {
            field: "option",
            type: "nominal",
            scale: {
              domain: [...options],
              range: theme.scale.slice(0, options.length).map(({ paper }) => paper),
            },
            legend: { columns: legendColumns(options) },
          },
        },
      },
      ...options.map(
        (_, position): Layer => ({
          transform: [{ filter: { field: "labelled", equal: position } }],
          mark: { type: "text", fontSize: 11.5, color: theme.scale[position]?.ink ?? theme.ink },
          encoding: {
            x: { field: "middle", type: "quantitative" },
            text: { field: "valueLabel", type: "nominal" },
          },
        }),
      ),
    ],
  };

  /** Where each part begins and ends; parts under 6 % are too narrow for their figure. */
  function stacked(all: readonly ShareRow[]) {
    const ends = new Map<string, number>();
    return [...all]
      .sort((a, b) => a.order - b.order)
      .map((row) => {
        const from = ends.get(row.label) ?? 0;
        const to = Math.min(100, from + row.value);
        ends.set(row.label, to);
        const position = options.indexOf(row.option);
        return {
          label: wrapLabel(row.label, 40),
          option: row.option,
          valueLabel: row.valueLabel,
          tip: tipOf(`${row.label} – ${row.option}`, row.valueLabel),
          from,
          to,
          middle: (from + to) / 2,
          labelled: to - from < 6 ? -1 : position,
        };
      });
  }
}
