import opentype from "opentype.js";
import type { Assets } from "../assets.ts";

/** Width of a text in pixels, set in the reports' own font. */
export type TextMeasure = (text: string, style: { fontSize: number; isBold: boolean }) => number;

/**
 * Measures text by the advance widths of the font itself: without a canvas Vega would guess 0.8 em a character,
 * half as much again as Vietnamese text really takes.
 */
export function measureText(assets: Assets): TextMeasure {
  let measure = measures.get(assets);
  if (measure === undefined) {
    measure = measureBy(assets);
    measures.set(assets, measure);
  }
  return measure;
}

/** Fonts are parsed once for all bundles of a release. */
const measures = new WeakMap<Assets, TextMeasure>();

function measureBy(assets: Assets): TextMeasure {
  const regular = advanceWidths(assets["BeVietnamPro_400Regular.ttf"]);
  const bold = advanceWidths(assets["BeVietnamPro_700Bold.ttf"]);
  return (text, { fontSize, isBold }) => {
    const widthOf = isBold ? bold : regular;
    let ems = 0;
    for (const character of text.normalize("NFC")) ems += widthOf(character);
    return ems * fontSize;
  };
}

function advanceWidths(bytes: Uint8Array): (character: string) => number {
  const font = opentype.parse(bytes.slice().buffer);
  const known = new Map<string, number>();
  return (character) => {
    let width = known.get(character);
    if (width === undefined) {
      width = font.charToGlyph(character).advanceWidth / font.unitsPerEm;
      known.set(character, width);
    }
    return width;
  };
}
