import type { TopLevelSpec } from "vega-lite";
import type { Figure } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { theme } from "../theme.ts";
import { wrapLabel } from "./chart.ts";

type Framing = Pick<Figure, "title" | "subtitle" | "chart" | "provenance">;

/**
 * The chart with its title and theme. A chart of invented figures says so inside the picture, where no cutting-out
 * can lose it; no caller can forget, because the mark follows from the rows' provenance.
 */
export function framed(figure: Framing, words: Words): TopLevelSpec {
  const mark = figure.provenance === "illustrative" ? [words.say("provenance.mark")] : [];
  return {
    ...figure.chart,
    title: {
      text: wrapLabel(figure.title, 96).split("\n"),
      subtitle: [
        ...mark,
        ...wrapLabel(figure.subtitle, 132)
          .split("\n")
          .filter((line) => line !== ""),
      ],
      ...(mark.length > 0 ? { subtitleColor: theme.warningInk } : {}),
    },
    config: chartConfig(words),
  };
}

function chartConfig({ locale }: Words): NonNullable<TopLevelSpec["config"]> {
  return {
    aria: false, // the picture as a whole has its text: one description, not one for every dot
    font: theme.font,
    background: theme.paper,
    locale: { number: { ...locale.chart, grouping: [3], currency: ["", " ₫"] } },
    view: { stroke: null },
    axis: {
      labelColor: theme.ink,
      labelFontSize: 12,
      labelLimit: 320,
      labelPadding: 6,
      titleColor: theme.muted,
      titleFontSize: 12,
      titleFontWeight: "normal",
      gridColor: theme.line,
      domainColor: theme.line,
      tickColor: theme.line,
    },
    legend: {
      symbolOpacity: 1,
      labelFontSize: 12,
      labelColor: theme.ink,
      labelLimit: 320,
      orient: "top",
      title: null,
    },
    title: {
      aria: false,
      anchor: "start",
      frame: "bounds",
      fontSize: 15,
      lineHeight: 20,
      subtitleLineHeight: 17,
      subtitlePadding: 5,
      color: theme.ink,
      subtitleFontSize: 12,
      subtitleColor: theme.muted,
      offset: 14,
    },
  };
}
