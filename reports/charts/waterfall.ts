import { theme } from "../theme.ts";
import { type Chart, chartWidth, rowHeight, splitAtLineEnds, tip, tipOf, wrapLabel } from "./chart.ts";

/** One step down from the value before it (up, where it is below zero). */
export interface WaterfallStep {
  readonly label: string;
  readonly value: number;
  readonly valueLabel: string;
}

interface WaterfallOptions {
  readonly axisTitle: string;
  readonly from: WaterfallStep;
  /** Its value is the start less every step, given rather than computed here. */
  readonly to: WaterfallStep;
}

/** From a start down to an end, one bar for what each step takes. Ends are dots: bars do not start from zero. */
export function waterfall(steps: readonly WaterfallStep[], { axisTitle, from, to }: WaterfallOptions): Chart {
  let level = from.value;
  const bars = steps.map(({ label, value, valueLabel }) => {
    const high = level;
    level -= value;
    return { label: wrapLabel(label, 44), low: level, high, valueLabel, tip: tipOf(label, valueLabel) };
  });
  const ends = [from, to].map(({ label, value, valueLabel }) => ({
    label: wrapLabel(label, 44),
    value,
    valueLabel,
    tip: tipOf(label, valueLabel),
  }));
  const reached = [from.value, to.value, ...bars.flatMap(({ low, high }) => [low, high])];
  const domain = [Math.floor(Math.min(...reached) / 5) * 5, Math.ceil(Math.max(...reached) / 5) * 5];
  const inOrder = [ends[0], ...bars, ends[1]].map((row) => row?.label ?? "");
  const y = {
    field: "label",
    type: "nominal",
    sort: null,
    scale: { domain: inOrder },
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
      axis: { title: axisTitle, format: ",d", tickCount: 6, orient: "top" },
    }) as const;
  const text = { type: "text", align: "left", dx: 8, fontSize: 12, color: theme.ink } as const;
  return {
    width: chartWidth,
    height: (steps.length + 2) * 1.45 * rowHeight,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    layer: [
      {
        data: { values: bars },
        mark: { type: "bar", color: theme.region, height: 14 },
        encoding: { y, x: x("low"), x2: { field: "high" }, description: tip },
      },
      {
        data: { values: ends },
        mark: { type: "point", filled: true, size: 90, opacity: 1, color: theme.own },
        encoding: { y, x: x("value"), description: tip },
      },
      {
        data: { values: [...bars, ...ends].map(({ label, valueLabel }) => ({ label, valueLabel })) },
        mark: text,
        encoding: { y, x: { value: "width" }, text: { field: "valueLabel", type: "nominal" } },
      },
    ],
  };
}
