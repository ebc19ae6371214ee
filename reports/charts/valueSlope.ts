import { theme } from "../theme.ts";
import { type Chart, chartWidth, tip } from "./chart.ts";

export interface ValueSlopeRow {
  readonly label: string;
  readonly before: number;
  readonly after: number;
  /** Does the interval of the change leave out zero? Then the line is whole, else dashed. */
  readonly isClear: boolean;
  readonly beforeLabel: string;
  readonly afterLabel: string;
  readonly changeLabel: string;
}

interface ValueSlopeOptions {
  readonly before: string;
  readonly after: string;
}

const slopeHeight = 430;
/** Labels of neighbours stand at least so far apart. */
const labelHeight = 15;

/**
 * Values of two rounds and a line between. A whole line is a change whose interval leaves out zero,
 * a dashed one is not; so nothing rests on colour.
 */
export function valueSlope(rows: readonly ValueSlopeRow[], { before, after }: ValueSlopeOptions): Chart {
  const reached = rows.flatMap((row) => [row.before, row.after]);
  const domain = [Math.floor(Math.min(...reached) - 0.5), Math.ceil(Math.max(...reached) + 0.5)];
  const sides = [-0.24, 1.24];
  const lines = rows.flatMap((row) =>
    (["before", "after"] as const).map((side, at) => ({
      ...{
        label: row.label,
        isClear: row.isClear,
        tip: `${row.label}: ${row.beforeLabel} → ${row.afterLabel}, ${row.changeLabel}`,
      },
      ...{ at, value: row[side] },
    })),
  );
  const x = {
    field: "at",
    type: "quantitative",
    scale: { domain: sides, nice: false, zero: false },
    axis: null,
  } as const;
  const y = (field: string) =>
    ({
      field,
      type: "quantitative",
      scale: { domain, nice: false, zero: false },
      axis: null,
    }) as const;
  const perPixel = ((domain[1] as number) - (domain[0] as number)) / slopeHeight;
  const texts = (["before", "after"] as const).flatMap((side, at) =>
    apart(
      rows.map((row) => row[side]),
      labelHeight * perPixel,
    ).map((place, i) => {
      const row = rows[i] as ValueSlopeRow;
      return {
        ...{ side, at, place, value: row[side], edge: sides[at] },
        text:
          side === "before"
            ? `${row.label}  ${row.beforeLabel}`
            : `${row.afterLabel} (${row.changeLabel})  ${row.label}`,
      };
    }),
  );
  const color = {
    field: "isClear",
    type: "nominal",
    scale: { domain: [false, true], range: [theme.nation, theme.own] },
    legend: null,
  } as const;
  return {
    width: chartWidth,
    height: slopeHeight,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    layer: [
      {
        data: { values: texts },
        mark: { type: "rule", strokeWidth: 0.7, color: theme.line },
        encoding: { x, y: y("value"), x2: { field: "edge" }, y2: { field: "place" } },
      },
      ...[false, true].map((isClear) => ({
        data: { values: lines.filter((line) => line.isClear === isClear) },
        mark: {
          type: "line" as const,
          strokeWidth: isClear ? 2.2 : 1.4,
          ...(isClear ? {} : { strokeDash: [5, 4] }),
        },
        encoding: { x, y: y("value"), color, detail: { field: "label", type: "nominal" as const } },
      })),
      {
        data: { values: lines },
        mark: { type: "point", filled: true, size: 46, opacity: 1 },
        encoding: { x, y: y("value"), color, description: tip },
      },
      ...(["before", "after"] as const).map((side) => ({
        data: { values: texts.filter((text) => text.side === side) },
        mark: {
          type: "text" as const,
          align: side === "before" ? ("right" as const) : ("left" as const),
          dx: side === "before" ? -6 : 6,
          fontSize: 11.5,
          color: theme.ink,
        },
        encoding: {
          x: { value: side === "before" ? 0 : ("width" as const) },
          y: y("place"),
          text: { field: "text", type: "nominal" as const },
        },
      })),
      {
        data: { values: [before, after].map((year, at) => ({ at, year })) },
        mark: {
          type: "text",
          baseline: "bottom",
          dy: -8,
          fontSize: 13,
          fontWeight: "bold",
          color: theme.ink,
        },
        encoding: { x, y: { value: 0 }, text: { field: "year", type: "nominal" } },
      },
    ],
  };
}

/** Places as near to their values as they can be, with at least so much between neighbours; in the order of the values. */
function apart(values: readonly number[], gap: number): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value || a.i - b.i);
  const groups: { sum: number; n: number }[] = [];
  for (const { value } of order) {
    groups.push({ sum: value, n: 1 });
    while (groups.length > 1) {
      const [below, above] = groups.slice(-2) as [{ sum: number; n: number }, { sum: number; n: number }];
      const top = below.sum / below.n + ((below.n - 1) / 2) * gap;
      if (above.sum / above.n - ((above.n - 1) / 2) * gap - top >= gap) break;
      groups.splice(-2, 2, { sum: below.sum + above.sum, n: below.n + above.n });
    }
  }
  const places = groups.flatMap(({ sum, n }) =>
    Array.from({ length: n }, (_, i) => sum / n + (i - (n - 1) / 2) * gap),
  );
  const found = new Array<number>(values.length);
  order.forEach(({ i }, at) => {
    found[i] = places[at] as number;
  });
  return found;
}
