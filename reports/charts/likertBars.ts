import { theme } from "../theme.ts";
import { type Chart, chartWidth, type Layer, tip, wrapLabel } from "./chart.ts";

/** One bar: the answers to one thing in one domain, from the worst to the best, adding to 100. */
export interface LikertBar {
  /** What was asked; bars of one label stand together. */
  readonly label: string;
  /** Whose answers; written at the end of the bar, with what is said there. */
  readonly endLabel: string;
  readonly shares: readonly number[];
}

interface LikertOptions {
  readonly axisTitle: string;
  /** The answers from the worst to the best, five of them. */
  readonly answers: readonly string[];
  /** How a share is written in a bar and in its tip. */
  readonly shareText: (share: number) => string;
}

const barHeight = 24;
/** Narrower parts have no room for their figure; the table has it. */
const narrowest = 7;

/**
 * Answers on both sides of their middle one: what is worse lies to the left of zero, what is better to the right, and the
 * middle answer half on each side. So bars can be compared by where they reach, without adding.
 */
export function likertBars(bars: readonly LikertBar[], options: LikertOptions): Chart {
  const rows = bars.map((bar, position) => ({
    ...bar,
    row: position,
    label: position > 0 && bars[position - 1]?.label === bar.label ? "" : wrapLabel(bar.label, 34),
  }));
  const parts = rows.flatMap((row) => partsOf(row, options));
  const domain = [
    Math.floor(Math.min(-10, ...parts.map(({ from }) => from)) / 10) * 10,
    Math.ceil(Math.max(10, ...parts.map(({ to }) => to)) / 10) * 10,
  ];
  const y = { field: "row", type: "ordinal", axis: null, scale: { paddingInner: 0.18 } } as const;
  const x = (field: string) =>
    ({
      field,
      type: "quantitative",
      scale: { domain, nice: false },
      axis: {
        title: options.axisTitle,
        labelExpr: bothSides,
        tickCount: 8,
        orient: "top",
      },
    }) as const;
  const figures = options.answers.map(
    (_, position): Layer => ({
      data: { values: parts.filter((part) => part.order === position && part.to - part.from >= narrowest) },
      mark: { type: "text", fontSize: 11.5, color: theme.diverging[position]?.ink ?? theme.ink },
      encoding: { y, x: x("middle"), text: { field: "figure", type: "nominal" } },
    }),
  );
  return {
    width: chartWidth,
    height: bars.length * barHeight,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    layer: [
      {
        data: { values: [{ at: 0 }] },
        mark: { type: "rule", color: theme.ink, strokeWidth: 1 },
        encoding: { x: { field: "at", type: "quantitative", scale: { domain, nice: false } } },
      },
      {
        data: { values: parts },
        mark: { type: "bar", height: 18, stroke: theme.paper, strokeWidth: 0.8 },
        encoding: {
          y,
          x: x("from"),
          x2: { field: "to" },
          color: {
            field: "answer",
            type: "nominal",
            sort: null,
            scale: { domain: [...options.answers], range: theme.diverging.map(({ paper }) => paper) },
            legend: { symbolStrokeColor: theme.other, symbolStrokeWidth: 1 },
          },
          description: tip,
        },
      },
      ...figures,
      {
        data: { values: rows.map(({ row, label }) => ({ row, lines: label })) },
        mark: {
          type: "text",
          align: "right",
          dx: -8,
          fontSize: 12,
          lineHeight: 13,
          lineBreak: "\n",
          color: theme.ink,
        },
        encoding: { y, x: { value: 0 }, text: { field: "lines", type: "nominal" } },
      },
      {
        data: { values: rows.map(({ row, endLabel }) => ({ row, endLabel })) },
        mark: { type: "text", align: "left", dx: 8, fontSize: 12, color: theme.ink },
        encoding: { y, x: { value: "width" }, text: { field: "endLabel", type: "nominal" } },
      },
    ],
  };
}

/** A constant expression: shares are written without their side. */
const bothSides = "format(abs(datum.value), ',d')";

function partsOf(
  { row, label, endLabel, shares }: LikertBar & { readonly row: number },
  { answers, shareText }: LikertOptions,
) {
  const middle = (shares.length - 1) / 2;
  let from = -shares.reduce((sum, share, i) => sum + (i < middle ? share : i === middle ? share / 2 : 0), 0);
  return shares.map((share, order) => {
    const to = from + share;
    const part = {
      ...{
        row,
        order,
        from,
        to,
        middle: (from + to) / 2,
        answer: answers[order] as string,
        figure: shareText(share),
      },
      tip: `${label === "" ? "" : `${label.replaceAll("\n", " ")} – `}${endLabel} – ${answers[order]}: ${shareText(share)}`,
    };
    from = to;
    return part;
  });
}
