import { theme } from "../theme.ts";

/** The editable report: A4, millimetres for lengths, points for letters; its font is the one that offices have. */
export const reportLayout = {
  width: 210,
  height: 297,
  margin: { top: 22, bottom: 22, left: 22, right: 18 },
  font: "Times New Roman",
  textSize: 11,
  noteSize: 9,
  /** Of a table's letters, by its number of columns: what has more is set smaller. */
  tableSize: (columns: number): number => (columns > 9 ? 6.5 : columns > 6 ? 8 : 9),
} as const;

export const reportWidth = reportLayout.width - reportLayout.margin.left - reportLayout.margin.right;

/** A colour of the theme as Word writes it. */
export const colour = (name: "ink" | "muted" | "brand" | "panel" | "warningInk" | "warningPaper" | "line") =>
  theme[name].slice(1).toUpperCase();
