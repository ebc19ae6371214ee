import type { TopLevelSpec } from "vega-lite";

/** The picture alone; `framed` adds its title, its theme and, where they are invented, the mark of its figures. */
export type Chart = TopLevelSpec;

/** One layer of a chart made of layers. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

/** Total width of every chart, and the height of one row of a chart of rows, in pixels. */
export const chartWidth = 860;
export const rowHeight = 23;

/** The widest range of percentages that these values need, out to the next multiple of five. */
export function percentDomain(values: readonly (number | null)[]): [number, number] {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return [0, 100];
  const low = Math.max(0, Math.floor(Math.min(...known) / 5) * 5);
  const high = Math.min(100, Math.ceil(Math.max(...known) / 5) * 5);
  return low === high ? [Math.max(0, low - 5), Math.min(100, high + 5)] : [low, high];
}

/** The axis of differences: around zero, in steps of five points. */
export function differenceDomain(values: readonly (number | null)[]): [number, number] {
  const known = [0, ...values.filter((value) => value !== null)];
  return [Math.floor(Math.min(...known) / 5) * 5, Math.ceil(Math.max(...known) / 5) * 5 || 5];
}

/** Breaks a label into lines of about so many characters; axes split it at the line ends again. */
export function wrapLabel(label: string, width: number): string {
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join("\n");
}

/** A constant expression: the only one that axes of rows use. No expression is ever made from data. */
export const splitAtLineEnds = "split(datum.label, '\\n')";

/** What a reader sees who points at a mark: its `tip`, drawn as the mark's own title, which needs no script. */
export const tip = { field: "tip", type: "nominal" } as const;

/** What a tip says of a row: its name on one line, and its figure as it is written elsewhere. */
export function tipOf(label: string, valueLabel: string): string {
  return `${label.replaceAll("\n", " ")}: ${valueLabel}`;
}
