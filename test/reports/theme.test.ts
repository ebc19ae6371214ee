import { expect, test } from "vitest";
import { theme } from "../../reports/theme.ts";

/** WCAG 2: the ratio of the lighter to the darker luminance, each with 0.05 of flare. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("black on white has contrast 21, so the measure is right", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
});

test("every text is at least 4.5 : 1 on its ground, every dot and line of a series 3 : 1", () => {
  const texts = [
    [theme.ink, theme.paper],
    [theme.ink, theme.panel],
    [theme.muted, theme.paper],
    [theme.muted, theme.panel],
    [theme.link, theme.panel],
    [theme.brand, theme.paper],
    [theme.paper, theme.brand],
    [theme.warningInk, theme.warningPaper],
    [theme.warningInk, theme.panel],
    ...[...theme.scale, ...theme.diverging, ...theme.sequential].map(
      ({ ink, paper }) => [ink, paper] as const,
    ),
  ] as const;
  expect(texts.filter(([ink, paper]) => contrast(ink, paper) < 4.5)).toEqual([]);
  const series = [theme.own, theme.region, theme.nation];
  expect(series.filter((color) => contrast(color, theme.paper) < 3)).toEqual([]);
});

test("in grey a scale from low to high darkens step by step, and answers darken away from the middle", () => {
  const greys = (scale: readonly { readonly paper: string }[]) => scale.map(({ paper }) => luminance(paper));
  const rises = (values: readonly number[]) =>
    values.every((value, i) => i === 0 || value > (values[i - 1] as number));
  expect(rises(greys(theme.sequential).reverse())).toBe(true);
  expect(rises(greys(theme.diverging).slice(0, 3))).toBe(true);
  expect(rises(greys(theme.diverging).slice(2).reverse())).toBe(true);
});
