import { gridFor, tilePlaces } from "../../models/units/tileGrids.ts";
import { theme } from "../theme.ts";
import { type Chart, chartWidth, tip, wrapLabel } from "./chart.ts";

export interface Tile {
  readonly unit_code: string;
  readonly name: string;
  /** null: no figure; `valueLabel` then holds the mark. */
  readonly value: number | null;
  readonly valueLabel: string;
  /** Drawn with a thick edge: what the map is meant to find. */
  readonly isMarked: boolean;
}

interface TileMapOptions {
  readonly legendTitle: string;
  /** Bounds between the shades, from low to high, in the tiles' own figure. */
  readonly steps: readonly number[];
  /** What a shade stands for, one more than the bounds. */
  readonly stepLabels: readonly string[];
  readonly noFigure: string;
}

const blank = { paper: theme.paper, ink: theme.muted } as const;
const tileHeight = 44;

/**
 * One tile of one size for each province, roughly where it lies, with its name and figure in it: shade helps the eye and is
 * never the only sign. Units without a place (ministries) are left out. Null when no unit has a place.
 */
export function tileMap(tiles: readonly Tile[], options: TileMapOptions): Chart | null {
  const grid = gridFor(tiles.map(({ unit_code }) => unit_code));
  if (grid === null) return null;
  const places = tilePlaces(grid);
  const values = tiles.flatMap((tile) => {
    const place = places.get(tile.unit_code);
    if (place === undefined) return [];
    const step =
      tile.value === null ? null : options.steps.filter((bound) => (tile.value as number) >= bound).length;
    const shade = step === null ? options.noFigure : (options.stepLabels[step] as string);
    const ink = step === null ? blank.ink : (theme.sequential[step]?.ink ?? theme.ink);
    const name = wrapLabel(tile.name, 16);
    const { valueLabel, isMarked } = tile;
    return [{ ...place, name, valueLabel, shade, ink, isMarked, tip: `${tile.name}: ${valueLabel}` }];
  });
  const columns = Math.max(...[...places.values()].map(({ column }) => column)) + 1;
  const isKept = (label: string) => values.some(({ shade }) => shade === label);
  const legend = [...options.stepLabels, options.noFigure].filter(isKept);
  const papers = [
    ...options.stepLabels.map((_, i) => theme.sequential[i]?.paper ?? theme.panel),
    blank.paper,
  ];
  const paperOf = new Map(
    [...options.stepLabels, options.noFigure].map((label, i) => [label, papers[i] as string]),
  );
  const x = {
    field: "column",
    type: "ordinal",
    scale: { domain: Array.from({ length: columns }, (_, i) => i), paddingInner: 0.04 },
    axis: null,
  } as const;
  const y = {
    field: "row",
    type: "ordinal",
    scale: { domain: grid.rows.map((_, i) => i), paddingInner: 0.1 },
    axis: null,
  } as const;
  return {
    width: chartWidth,
    height: grid.rows.length * tileHeight,
    autosize: { type: "fit-x", contains: "padding" },
    padding: 4,
    data: { values },
    encoding: { x, y },
    layer: [
      {
        mark: { type: "rect", cornerRadius: 3, stroke: theme.other, strokeWidth: 0.7 },
        encoding: {
          color: {
            field: "shade",
            type: "nominal",
            sort: null,
            scale: { domain: legend, range: legend.map((label) => paperOf.get(label) as string) },
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
      {
        data: { values: values.filter(({ isMarked }) => isMarked) },
        mark: { type: "rect", cornerRadius: 3, filled: false, stroke: theme.region, strokeWidth: 2.5 },
      },
      {
        mark: { type: "text", dy: -8, fontSize: 11, lineHeight: 12 },
        encoding: { text: { field: "name", type: "nominal" }, color: ink },
      },
      {
        mark: { type: "text", dy: 10, fontSize: 12.5, fontWeight: "bold" },
        encoding: { text: { field: "valueLabel", type: "nominal" }, color: ink },
      },
    ],
    resolve: { scale: { color: "independent" } },
  };
}

const ink = { field: "ink", type: "nominal", scale: null, legend: null } as const;
