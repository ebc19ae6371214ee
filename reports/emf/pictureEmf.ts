import type { TextMeasure } from "../charts/measureText.ts";
import { EmfRecords } from "./emfRecords.ts";
import { type Label, type Outline, type Point, svgShapes } from "./svgShapes.ts";

/** Steps of one pixel: places are rounded to them. */
const steps = 16;
/** The font of labels, which offices have; its letters are set as wide as those of the picture they stand for. */
const font = "Arial";

/**
 * A chart's picture for programs that cannot draw SVG: the same outlines and texts as an Enhanced Metafile, sharp in print
 * at any size, in the form that office programs have read since long before SVG.
 *
 * Microsoft, [MS-EMF]: Enhanced Metafile Format.
 */
export function pictureEmf(
  svg: string,
  size: { readonly width: number; readonly height: number },
  measure: TextMeasure,
): Uint8Array {
  const emf = new EmfRecords(size, steps);
  for (const shape of svgShapes(svg)) {
    if (shape.kind === "outline") drawOutline(emf, shape);
    else drawLabel(emf, shape, measure);
  }
  return emf.finish();
}

const step = (pixels: number): number => Math.round(pixels * steps);
const stepped = ([x, y]: Point): Point => [step(x), step(y)];

function drawOutline(emf: EmfRecords, { segments, fill, stroke }: Outline): void {
  emf.brush(fill);
  emf.pen(stroke && { colour: stroke.colour, width: step(stroke.width), dashes: stroke.dashes.map(step) });
  emf.beginPath();
  for (const segment of segments) {
    if (segment.kind === "close") emf.closeFigure();
    else if (segment.kind === "curve") emf.curveTo(segment.points.map(stepped));
    else if (segment.kind === "move") emf.moveTo(stepped(segment.to));
    else emf.lineTo(stepped(segment.to));
  }
  emf.endPath({ isFilled: fill !== null, isStroked: stroke !== null });
}

function drawLabel(
  emf: EmfRecords,
  { text, at, anchor, turn, size, isBold, colour }: Label,
  measure: TextMeasure,
): void {
  const characters = [...text.normalize("NFC")];
  const widths = characters.map((each) => measure(each, { fontSize: size, isBold }));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const before = anchor === "start" ? 0 : anchor === "middle" ? whole / 2 : whole;
  const angle = (turn * Math.PI) / 180;
  const start: Point = [at[0] - before * Math.cos(angle), at[1] - before * Math.sin(angle)];
  emf.font({ name: font, size: step(size), isBold, turn });
  emf.text(stepped(start), colour, characters, widths.map(step));
}
