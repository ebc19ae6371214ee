import { theme } from "../theme.ts";
import { type Chart, chartWidth, splitAtLineEnds, tip, wrapLabel } from "./chart.ts";

export interface HeatCell {
  readonly row: string;
  readonly column: string;
  /** null: withheld or not available; `valueLabel` then holds the mark. */
  readonly value: number | null;
  readonly valueLabel: string;
}

interface HeatTableOptions {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Bounds between the five shades, four of them, in the cells' own figure. */
  readonly steps: readonly number[];
  /** What a shade stands for, one more than the bounds. */
  readonly stepLabels: readonly string[];
  readonly noFigure: string;
  readonly legendTitle: string;
  /** How many rows stand apart on top, such as the nation. */
  readonly nHeads?: number;
}

const cellHeight = 22;
/** Letters in a line of a column head, and the height of the line. */
const headWidth = 10;
const lineHeight = 12;
const blank = { paper: theme.paper, ink: theme.warningInk } as const;

/** Rows by columns, the figure in every cell and a shade behind it: the shade helps the eye and says nothing by itself. */
export function heatTable(cells: readonly HeatCell[], options: HeatTableOptions): Chart {
  const { stepLabels, noFigure, nHeads = 0 } = options;
  const [heads, others] = [options.rows.slice(0, nHeads), options.rows.slice(nHeads)];
  const domain = [...options.rows];
  const nLines = Math.max(
    ...options.columns.map((column) => wrapLabel(column, headWidth).split("\n").length),
  );
  /** Short heads begin with empty lines, so that all end just above their column. */
  const head = (column: string) => {
    const lines = wrapLabel(column, headWidth).split("\n");
    return [...Array.from({ length: nLines - lines.length }, () => ""), ...lines].join("\n");
  };
  const columns = options.columns.map(head);
  const shaded = cells.map(({ row, column, value, valueLabel }) => {
    const step = value === null ? null : options.steps.filter((bound) => value >= bound).length;
    return {
      ...{ row, valueLabel, column: head(column) },
      shade: step === null ? noFigure : (stepLabels[step] as string),
      ink: step === null ? blank.ink : (theme.sequential[step]?.ink ?? theme.ink),
      tip: `${row} – ${column}: ${valueLabel}`,
    };
  });
  const papers = new Map([
    ...stepLabels.map((label, i) => [label, theme.sequential[i]?.paper ?? theme.panel] as const),
    [noFigure, blank.paper] as const,
  ]);
  const legend = [...papers.keys()].filter((label) => shaded.some(({ shade }) => shade === label));
  const y = {
    field: "row",
    type: "nominal",
    sort: null,
    scale: { domain, paddingInner: 0.06 },
    axis: { title: null, ticks: false, domain: false },
  } as const;
  const x = {
    field: "column",
    type: "nominal",
    sort: null,
    scale: { domain: columns, paddingInner: 0.04 },
    axis: {
      title: null,
      orient: "top",
      labelAngle: 0,
      labelExpr: splitAtLineEnds,
      labelLineHeight: lineHeight,
      labelFontSize: 10,
      labelBaseline: "top",
      labelPadding: nLines * lineHeight + 5,
      ticks: false,
      domain: false,
    },
  } as const;
  return {
    width: chartWidth,
    height: options.rows.length * cellHeight,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    data: { values: shaded },
    encoding: { x, y },
    layer: [
      {
        mark: { type: "rect", stroke: theme.line, strokeWidth: 0.6 },
        encoding: {
          color: {
            field: "shade",
            type: "nominal",
            sort: null,
            scale: { domain: legend, range: legend.map((label) => papers.get(label) as string) },
            legend: {
              title: options.legendTitle,
              columns: 6,
              symbolStrokeColor: theme.other,
              symbolStrokeWidth: 1,
            },
          },
          description: tip,
        },
      },
      ...[false, true].map((isHead) => ({
        transform: [{ filter: { field: "row", oneOf: isHead ? heads : others } }],
        mark: {
          type: "text" as const,
          fontSize: 11.5,
          fontWeight: isHead ? ("bold" as const) : ("normal" as const),
        },
        encoding: {
          text: { field: "valueLabel", type: "nominal" as const },
          color: { field: "ink", type: "nominal" as const, scale: null, legend: null },
        },
      })),
    ],
    resolve: { scale: { color: "independent" } },
  };
}
