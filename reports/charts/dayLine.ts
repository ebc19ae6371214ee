import { theme } from "../theme.ts";
import { type Chart, chartWidth, type Layer } from "./chart.ts";

export interface DayPoint {
  /** ISO date of a day in Vietnam. */
  readonly day: string;
  readonly value: number;
}

export interface Forecast {
  readonly day: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface DayLineOptions {
  readonly axisTitle: string;
  /** First and last day of the axis. */
  readonly opens: string;
  readonly closes: string;
  /** From here on it is enough: shaded up to the top. */
  readonly target: { readonly value: number; readonly label: string } | null;
  readonly ceiling: { readonly value: number; readonly label: string } | null;
  readonly forecast: (Forecast & { readonly label: string }) | null;
}

/**
 * A count that grows day by day, with the band of its target above it, and from the last day on the forecast with its
 * interval. Days are dates without a time: the axis is in UTC, so that no machine's zone can move one.
 */
export function dayLine(points: readonly DayPoint[], options: DayLineOptions): Chart {
  const { target, ceiling, forecast } = options;
  const last = points.at(-1);
  const tops = [...points.map(({ value }) => value), target?.value, ceiling?.value, forecast?.high];
  const top = Math.max(1, ...tops.filter((value) => value !== undefined)) * 1.08;
  const days = [utc(options.opens), utc(options.closes)];
  const counts = [0, top];
  const x = {
    field: "at",
    type: "quantitative",
    scale: { domain: days, nice: false, zero: false },
    axis: { title: null, labelExpr: dayOfMonth, values: ticks(days), grid: false },
  } as const;
  const y = (field: string) =>
    ({
      field,
      type: "quantitative",
      scale: { domain: counts, nice: false },
      axis: { title: options.axisTitle, format: ",d", tickCount: 6, tickMinStep: 1 },
    }) as const;
  const ends = { from: days[0], to: days[1] };
  const level = (
    at: { readonly value: number; readonly label: string },
    color: string,
    dash: number[],
  ): Layer => ({
    data: { values: [{ ...at, at: days[0] }] },
    layer: [
      { mark: { type: "rule", color, strokeDash: dash, strokeWidth: 1.4 }, encoding: { y: y("value") } },
      {
        mark: { type: "text", align: "left", baseline: "bottom", dx: 6, dy: -3, fontSize: 11.5, color },
        encoding: { x, y: y("value"), text: { field: "label", type: "nominal" } },
      },
    ],
  });
  const layers: Layer[] = [];
  if (target !== null) {
    layers.push({
      data: { values: [{ ...ends, low: target.value, high: top }] },
      mark: { type: "rect", color: "#d9efe2", opacity: 0.8 },
      encoding: { x: { ...x, field: "from" }, x2: { field: "to" }, y: y("low"), y2: { field: "high" } },
    });
    layers.push(level(target, "#1d6b43", [6, 3]));
  }
  if (ceiling !== null) layers.push(level(ceiling, theme.other, [2, 3]));
  if (forecast !== null && last !== undefined) layers.push(...forecastLayers(last, forecast, x, y));
  layers.push({
    data: { values: points.map(placed) },
    mark: { type: "line", strokeWidth: 2.5, color: theme.own, interpolate: "linear" },
    encoding: { x, y: y("value") },
  });
  if (last !== undefined)
    layers.push({
      data: { values: [placed(last)] },
      mark: { type: "point", filled: true, size: 70, color: theme.own, opacity: 1 },
      encoding: { x, y: y("value") },
    });
  return {
    width: chartWidth,
    height: 300,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    layer: layers,
  };
}

function forecastLayers(
  last: DayPoint,
  forecast: Forecast & { readonly label: string },
  x: object,
  y: (field: string) => object,
): Layer[] {
  const cone = [
    { at: utc(last.day), value: last.value, low: last.value, high: last.value },
    { at: utc(forecast.day), value: forecast.value, low: forecast.low, high: forecast.high },
  ];
  return [
    {
      data: { values: cone },
      mark: { type: "area", color: theme.region, opacity: 0.18 },
      encoding: { x, y: y("low"), y2: { field: "high" } },
    },
    {
      data: { values: cone },
      mark: { type: "line", color: theme.region, strokeDash: [5, 4], strokeWidth: 2 },
      encoding: { x, y: y("value") },
    },
    {
      data: { values: cone.slice(1).map((point) => ({ ...point, label: forecast.label })) },
      mark: {
        type: "text",
        align: "right",
        baseline: "bottom",
        dx: -4,
        dy: -6,
        fontSize: 11.5,
        color: theme.region,
        fontWeight: "bold",
      },
      encoding: { x, y: y("value"), text: { field: "label", type: "nominal" } },
    },
  ] as Layer[];
}

/** A constant expression: the only one here. No expression is ever made from data. */
const dayOfMonth = "utcFormat(datum.value, '%d/%m')";

const placed = ({ day, value }: DayPoint) => ({ at: utc(day), value });
const dayLength = 86_400_000;

/** About eight days, evenly apart, from the first one. */
function ticks([first = 0, last = 0]: readonly number[]): number[] {
  const step = Math.max(1, Math.ceil((last - first) / dayLength / 8)) * dayLength;
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}

/** Midnight of a day in UTC, as the axis counts it. */
function utc(day: string): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, date);
}
