import type { Point } from "./svgShapes.ts";

interface Pen {
  readonly colour: string;
  readonly width: number;
  readonly dashes: readonly number[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Numbers of the records that a chart needs, as [MS-EMF] 2.1.1 counts them. */
const record = {
  header: 1,
  setWindowSize: 9,
  setWindowOrigin: 10,
  setViewportSize: 11,
  setViewportOrigin: 12,
  endOfFile: 14,
  setMapMode: 17,
  setBackgroundMode: 18,
  setFillMode: 19,
  setTextAlign: 22,
  setTextColour: 24,
  moveTo: 27,
  select: 37,
  createBrush: 39,
  delete: 40,
  lineTo: 54,
  curveTo: 5,
  beginPath: 59,
  endPath: 60,
  closeFigure: 61,
  fillPath: 62,
  strokeAndFillPath: 63,
  strokePath: 64,
  createFont: 82,
  text: 84,
  createPen: 95,
} as const;

/** Of each kind one thing at a time is made, used and thrown away; before it and after it stands what every player has: nothing, or its own font. */
const kinds = {
  brush: { handle: 1, stock: 0x8000_0005 },
  pen: { handle: 2, stock: 0x8000_0008 },
  font: { handle: 3, stock: 0x8000_000d },
} as const;
type Kind = keyof typeof kinds;

/** The records of an Enhanced Metafile, written one after the other. Lengths are in steps, colours six hexadecimal digits. */
export class EmfRecords {
  readonly #size: Size;
  readonly #parts: Uint8Array[] = [];
  /** What was made of each kind, as a text to compare; empty: nothing. */
  readonly #made = new Map<Kind, string>();

  constructor(size: Size, steps: number) {
    this.#size = size;
    const { width, height } = size;
    this.#write(record.setMapMode, [8]);
    this.#write(record.setWindowOrigin, [0, 0]);
    this.#write(record.setWindowSize, [Math.round(width * steps), Math.round(height * steps)]);
    this.#write(record.setViewportOrigin, [0, 0]);
    this.#write(record.setViewportSize, [Math.round(width), Math.round(height)]);
    this.#write(record.setBackgroundMode, [1]); // letters without a box behind them
    this.#write(record.setFillMode, [2]);
    this.#write(record.setTextAlign, [24]); // from the left, on the base line
    for (const { stock } of Object.values(kinds)) this.#write(record.select, [stock]);
  }

  brush(colour: string | null): void {
    this.#make("brush", colour, (handle) => {
      this.#write(record.createBrush, [handle, 0, colourReference(colour as string), 0]);
    });
  }

  pen(pen: Pen | null): void {
    this.#make("pen", pen, (handle) => {
      const { colour, width, dashes } = pen as Pen;
      const isDashed = dashes.length > 0;
      const geometricFlatMitred = 0x1_2200;
      const style = geometricFlatMitred + (isDashed ? 7 : 0);
      const own = [style, width, 0, colourReference(colour), 0, dashes.length, ...(isDashed ? dashes : [0])];
      this.#write(record.createPen, [handle, 0, 0, 0, 0, ...own]);
    });
  }

  font(font: {
    readonly name: string;
    readonly size: number;
    readonly isBold: boolean;
    readonly turn: number;
  }): void {
    this.#make("font", font, (handle) => {
      const bytes = new Uint8Array(324);
      const view = new DataView(bytes.buffer);
      const turn = Math.round(-10 * font.turn);
      const numbers = [handle, -font.size, 0, turn, turn, font.isBold ? 700 : 400];
      for (const [i, number] of numbers.entries()) view.setInt32(4 * i, number, true);
      view.setUint8(27, 1); // whatever letters there are
      view.setUint8(31, 0x22); // of varying width, without serifs
      for (const [i, letter] of [...font.name].entries())
        view.setUint16(32 + 2 * i, letter.charCodeAt(0), true);
      this.#write(record.createFont, bytes);
    });
  }

  moveTo(to: Point): void {
    this.#write(record.moveTo, to);
  }

  lineTo(to: Point): void {
    this.#write(record.lineTo, to);
  }

  curveTo(points: readonly Point[]): void {
    this.#write(record.curveTo, [...this.#bounds(), points.length, ...points.flat()]);
  }

  beginPath(): void {
    this.#write(record.beginPath, []);
  }

  closeFigure(): void {
    this.#write(record.closeFigure, []);
  }

  endPath({ isFilled, isStroked }: { readonly isFilled: boolean; readonly isStroked: boolean }): void {
    this.#write(record.endPath, []);
    const draw = !isStroked ? record.fillPath : isFilled ? record.strokeAndFillPath : record.strokePath;
    this.#write(draw, this.#bounds());
  }

  /** Letters from here on, each so wide. */
  text(at: Point, colour: string, letters: readonly string[], widths: readonly number[]): void {
    this.#write(record.setTextColour, [colourReference(colour)]);
    const units = letters.flatMap((letter) =>
      Array.from({ length: letter.length }, (_, i) => letter.charCodeAt(i)),
    );
    // a letter of two units has its width with the first
    const advances = letters.flatMap((letter, i) => [
      widths[i] as number,
      ...Array(letter.length - 1).fill(0),
    ]);
    const textStart = 76;
    const textBytes = 4 * Math.ceil(units.length / 2);
    const bytes = new Uint8Array(textStart - 8 + textBytes + 4 * units.length);
    const view = new DataView(bytes.buffer);
    const before = [...this.#bounds(), 1];
    for (const [i, number] of before.entries()) view.setInt32(4 * i, number, true);
    view.setFloat32(20, 1, true);
    view.setFloat32(24, 1, true);
    const emrText = [...at, units.length, textStart, 0, 0, 0, -1, -1, textStart + textBytes];
    for (const [i, number] of emrText.entries()) view.setInt32(28 + 4 * i, number, true);
    for (const [i, unit] of units.entries()) view.setUint16(textStart - 8 + 2 * i, unit, true);
    for (const [i, advance] of advances.entries())
      view.setInt32(textStart - 8 + textBytes + 4 * i, advance, true);
    this.#write(record.text, bytes);
  }

  finish(): Uint8Array {
    this.#write(record.endOfFile, [0, 16, 20]);
    const { width, height } = this.#size;
    const pixels = [1920, 1440]; // 96 of them an inch
    const millimetres = [508, 381];
    const headerSize = 108;
    const sum = this.#parts.reduce((all, part) => all + part.length, headerSize);
    const frame = [width, height].map((length) => Math.round((length * 2540) / 96));
    const header = [
      ...this.#bounds(),
      ...[0, 0, ...frame],
      0x464d_4520,
      0x1_0000,
      sum,
      this.#parts.length + 1,
      Object.keys(kinds).length + 1,
      ...[0, 0, 0],
      ...pixels,
      ...millimetres,
      ...[0, 0, 0],
      ...millimetres.map((length) => 1000 * length),
    ];
    this.#write(record.header, header);
    const bytes = new Uint8Array(sum);
    let at = 0;
    const last = this.#parts.pop() as Uint8Array;
    for (const part of [last, ...this.#parts]) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  #bounds(): readonly [number, number, number, number] {
    return [0, 0, Math.round(this.#size.width) - 1, Math.round(this.#size.height) - 1];
  }

  /** The thing of its kind from now on; one that is there already is not made again. */
  #make(kind: Kind, thing: unknown, create: (handle: number) => void): void {
    const { handle, stock } = kinds[kind];
    const before = this.#made.get(kind) ?? "";
    const now = thing === null ? "" : JSON.stringify(thing);
    if (before === now) return;
    this.#made.set(kind, now);
    if (before !== "") {
      this.#write(record.select, [stock]);
      this.#write(record.delete, [handle]);
    }
    if (thing === null) return;
    create(handle);
    this.#write(record.select, [handle]);
  }

  #write(type: number, content: readonly number[] | Uint8Array): void {
    const length = content instanceof Uint8Array ? content.length : 4 * content.length;
    const bytes = new Uint8Array(8 + length);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, type, true);
    view.setUint32(4, bytes.length, true);
    if (content instanceof Uint8Array) bytes.set(content, 8);
    else for (const [i, number] of content.entries()) view.setUint32(8 + 4 * i, number, true);
    this.#parts.push(bytes);
  }
}

/** 0x00BBGGRR. */
function colourReference(colour: string): number {
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  return r + (g << 8) + (b << 16);
}
