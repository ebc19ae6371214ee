import { theme } from "../theme.ts";
import { type Chart, chartWidth, type Layer, percentDomain, tip, tipOf } from "./chart.ts";

export interface TrendPoint {
  readonly series: string;
  readonly year: number;
  readonly value: number;
  /** The value in figures, with its interval where it has one. */
  readonly valueLabel: string;
  /** Counts up where the framework changed: values on both sides are not comparable. */
  readonly segment: number;
  /** Beside the point, such as its rank; empty for none. */
  readonly pointLabel: string;
  /** Obtained from published changes, not printed as such: drawn hollow. */
  readonly isDerived: boolean;
  /** The ends of its 95 % interval: a ribbon beside the line. Without them the line stands alone. */
  readonly low?: number | null;
  readonly high?: number | null;
}

/** A stretch of years under one framework. */
export interface TrendSegment {
  /** The first year of it that is known. */
  readonly year: number;
  readonly label: string;
}

interface TrendLinesOptions {
  readonly axisTitle: string;
  /** The bundle's own unit first. */
  readonly series: readonly string[];
  readonly segments: readonly TrendSegment[];
}

/** Values over years. A line never crosses a change of framework; the change is a dashed upright with its name. */
export function trendLines(points: readonly TrendPoint[], options: TrendLinesOptions): Chart {
  const years = points.map(({ year }) => year);
  const last = Math.max(...years);
  const roomForName =
    options.segments.some(({ year }) => year === last) && options.segments.length > 1 ? 1.2 : 0.6;
  const xScale = { domain: [Math.min(...years) - 0.6, last + roomForName], nice: false };
  const x = {
    field: "year",
    type: "quantitative",
    scale: xScale,
    axis: { title: null, format: "d", tickMinStep: 1, tickCount: 14, grid: false },
  } as const;
  const y = {
    field: "value",
    type: "quantitative",
    scale: {
      domain: withFoot(
        percentDomain(points.flatMap(({ value, low = null, high = null }) => [value, low, high])),
        options.segments.length,
      ),
      nice: false,
    },
    axis: { title: options.axisTitle, format: ",d", tickCount: 6 },
  } as const;
  const isKnown = ({ low = null, high = null }: TrendPoint): boolean => low !== null && high !== null;
  const color = {
    field: "series",
    type: "nominal",
    scale: {
      domain: [...options.series],
      range: [theme.own, theme.nation, theme.region].slice(0, options.series.length),
    },
  } as const;
  const dots = (isDerived: boolean): Layer => ({
    data: {
      values: points
        .filter((point) => point.isDerived === isDerived)
        .map((point) => ({ ...point, tip: tipOf(`${point.series} ${point.year}`, point.valueLabel) })),
    },
    mark: {
      type: "point",
      size: 70,
      opacity: 1,
      strokeWidth: 2,
      ...(isDerived ? { fill: theme.paper } : { filled: true }),
    },
    encoding: { x, y, color, description: tip },
  });
  return {
    width: chartWidth,
    height: chartHeight,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    layer: [
      ...options.segments.map((segment, position) => segmentMark(segment, position, x.scale)),
      ...(points.some(isKnown) ? ribbon(points.filter(isKnown), { x, y, color }) : []),
      {
        data: { values: [...points] },
        mark: { type: "line", strokeWidth: 2 },
        encoding: { x, y, color, detail: { field: "segment", type: "nominal" } },
      },
      dots(false),
      dots(true),
      {
        data: { values: points.filter(({ pointLabel }) => pointLabel !== "") },
        mark: { type: "text", dy: -13, fontSize: 11.5, color: theme.ink },
        encoding: { x, y, text: { field: "pointLabel", type: "nominal" } },
      },
    ],
  };
}

/** Between the ends of the intervals of one stretch; a year alone in its stretch has an upright instead. */
function ribbon(
  points: readonly TrendPoint[],
  { x, y, color }: { x: object; y: object; color: object },
): Layer[] {
  const encoding = { x, y: { ...y, field: "low" }, y2: { field: "high" }, color };
  return [
    {
      data: { values: [...points] },
      mark: { type: "area", opacity: 0.16 },
      encoding: { ...encoding, detail: { field: "segment", type: "nominal" } },
    },
    { data: { values: [...points] }, mark: { type: "rule", strokeWidth: 2, opacity: 0.5 }, encoding },
  ] as Layer[];
}

/** Names of frameworks that lasted a year are wider than it: neighbours stand on different rows. */
const rowsOfNames = 3;
const lineHeight = 15;
const chartHeight = 320;

/** Names of frameworks stand below every value: none is drawn over a point. */
function withFoot([low, high]: [number, number], segments: number): [number, number] {
  const foot = (12 + lineHeight * Math.min(segments, rowsOfNames)) / chartHeight;
  return [Math.max(0, low - ((high - low) * foot) / (1 - foot)), high];
}

/** The framework's name at the foot of its years, and a dashed upright where it took over from another. */
function segmentMark(
  { year, label }: TrendSegment,
  position: number,
  scale: { domain: number[]; nice: boolean },
): Layer {
  const x = { field: "at", type: "quantitative", scale } as const;
  const name: Layer = {
    mark: {
      type: "text",
      align: "left",
      baseline: "bottom",
      dx: 5,
      dy: -4 - lineHeight * (position % rowsOfNames),
      fontSize: 11.5,
      color: theme.muted,
    },
    encoding: { x, y: { value: "height" }, text: { field: "label", type: "nominal" } },
  };
  const upright: Layer = { mark: { type: "rule", strokeDash: [5, 4], color: theme.muted }, encoding: { x } };
  return { data: { values: [{ at: year - 0.5, label }] }, layer: position === 0 ? [name] : [upright, name] };
}
