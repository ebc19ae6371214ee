import { theme } from "../theme.ts";
import { type Chart, chartWidth, tip } from "./chart.ts";

/** How many units lie in a stretch of the scale. */
export interface PlaceBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly tip: string;
}

interface PlaceDotsOptions {
  readonly axisTitle: string;
  /** The bundle's own unit; it is one of those in its bin. Null: it has no figure. */
  readonly own: {
    readonly value: number;
    readonly label: string;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
}

const dotHeight = 15;

/**
 * One dot for each unit over the stretch of the scale where it lies, nobody named but one's own: a diamond with its name
 * and its interval. Shape and place tell it apart, colour only helps.
 */
export function placeDots(bins: readonly PlaceBin[], { axisTitle, own }: PlaceDotsOptions): Chart {
  const isOwn = ({ from, to }: PlaceBin, i: number) =>
    own !== null && own.value >= from && (own.value < to || i === bins.length - 1);
  const dots = bins.flatMap((bin, i) =>
    Array.from({ length: bin.n }, (_, level) => ({
      at: (bin.from + bin.to) / 2,
      level: level + 1,
      tip: bin.tip,
      isOwn: isOwn(bin, i) && level === 0,
    })),
  );
  const width = (bins[0]?.to ?? 1) - (bins[0]?.from ?? 0);
  const reached = [...bins.flatMap(({ from, to }) => [from, to]), own?.low ?? null, own?.high ?? null].filter(
    (value) => value !== null,
  );
  const domain = [
    Math.max(0, Math.floor(Math.min(...reached) / width) * width),
    Math.min(100, Math.ceil(Math.max(...reached) / width) * width),
  ];
  const top = Math.max(4, ...bins.map(({ n }) => n));
  const x = (field: string) =>
    ({
      field,
      type: "quantitative",
      scale: { domain, nice: false },
      axis: { title: axisTitle, format: ",d", tickCount: 10, grid: true },
    }) as const;
  const levels = [-1.6, top + 0.7];
  const y = {
    field: "level",
    type: "quantitative",
    scale: { domain: levels, nice: false },
    axis: null,
  } as const;
  return {
    width: chartWidth,
    height: (top + 2.3) * dotHeight,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    layer: [
      {
        data: { values: dots.filter((dot) => !dot.isOwn) },
        mark: { type: "point", shape: "circle", filled: true, size: 105, color: theme.other, opacity: 1 },
        encoding: { x: x("at"), y, description: tip },
      },
      ...(own === null
        ? []
        : [
            {
              data: { values: dots.filter((dot) => dot.isOwn) },
              mark: {
                type: "point",
                shape: "diamond",
                filled: true,
                size: 170,
                color: theme.own,
                stroke: theme.ink,
                opacity: 1,
              } as const,
              encoding: { x: x("at"), y, description: tip },
            },
            {
              data: { values: [{ ...own, level: -0.4 }] },
              mark: { type: "rule", strokeWidth: 2.5, color: theme.own, opacity: 0.55 } as const,
              encoding: { x: x("low"), x2: { field: "high" }, y },
            },
            {
              data: { values: [{ ...own, level: -0.4 }] },
              mark: {
                type: "point",
                shape: "diamond",
                filled: true,
                size: 70,
                color: theme.own,
                opacity: 1,
              } as const,
              encoding: { x: x("value"), y },
            },
            {
              data: { values: [{ ...own, level: -1.2 }] },
              mark: { type: "text", fontSize: 12, fontWeight: "bold", color: theme.own } as const,
              encoding: { x: x("value"), y, text: { field: "label", type: "nominal" } as const },
            },
          ]),
    ],
  };
}
