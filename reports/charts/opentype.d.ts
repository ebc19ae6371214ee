/** The small part of opentype.js that measures text. */
declare module "opentype.js" {
  interface Glyph {
    readonly index: number;
    readonly advanceWidth: number;
  }
  interface Font {
    readonly unitsPerEm: number;
    charToGlyph(character: string): Glyph;
  }
  const opentype: { parse(bytes: ArrayBuffer): Font };
  export default opentype;
}
