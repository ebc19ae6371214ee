/**
 * Where each province stands in a tile map: a place in rows from north to south and columns from west to east, so that
 * neighbours are roughly neighbours. Every province has one tile of one size; there is no outline and no border. Hoàng Sa
 * belongs to the tile of Đà Nẵng, Trường Sa to that of Khánh Hòa.
 */
export interface TileGrid {
  /** Unit codes; a dot is an empty place. */
  readonly rows: readonly string[];
}

/** The 63 provinces until 30 June 2025. */
const provinces63: TileGrid = {
  rows: [
    ".  12 10 02 04 .  .",
    ".  11 15 08 06 20 .",
    ".  14 25 26 19 24 22",
    ".  .  17 01 27 30 31",
    ".  .  .  35 33 34 .",
    ".  .  .  37 36 .  .",
    ".  .  .  38 .  .  .",
    ".  .  .  40 .  .  .",
    ".  .  .  42 .  .  .",
    ".  .  .  .  44 .  .",
    ".  .  .  .  45 .  .",
    ".  .  .  .  .  46 .",
    ".  .  .  .  .  48 .",
    ".  .  .  .  .  49 .",
    ".  .  .  .  62 51 .",
    ".  .  .  .  64 52 .",
    ".  .  .  .  66 54 .",
    ".  .  70 67 68 56 .",
    ".  72 74 75 60 58 .",
    ".  80 79 77 .  .  .",
    "89 87 82 83 .  .  .",
    "91 92 86 84 .  .  .",
    ".  93 94 .  .  .  .",
    "96 95 .  .  .  .  .",
  ],
};

/** The 34 provinces from 1 July 2025. */
const provinces34: TileGrid = {
  rows: [
    "12 15-2025 08-2025 04 . .",
    "11 14 25-2025 19-2025 20 .",
    ". . 01 24-2025 31-2025 22",
    ". . 37-2025 33-2025 . .",
    ". . 38 . . .",
    ". . 40 . . .",
    ". . 42 . . .",
    ". . . 44-2025 . .",
    ". . . . 46 .",
    ". . . . . 48-2025",
    ". . . . . 51-2025",
    ". . . . . 52-2025",
    ". . . . 66-2025 .",
    ". 80-2025 75-2025 68-2025 56-2025 .",
    "91-2025 82-2025 79-2025 . . .",
    ". 92-2025 86-2025 . . .",
    ". 96-2025 . . . .",
  ],
};

export const tileGrids: readonly TileGrid[] = [provinces34, provinces63];

/** Row and column of every unit of a grid. */
export function tilePlaces(
  grid: TileGrid,
): ReadonlyMap<string, { readonly row: number; readonly column: number }> {
  return new Map(
    grid.rows.flatMap((line, row) =>
      line
        .split(/\s+/)
        .map((code, column) => [code, { row, column }] as const)
        .filter(([code]) => code !== "."),
    ),
  );
}

/** The grid that has a place for most of these units; null when none has a place for any. */
export function gridFor(codes: readonly string[]): TileGrid | null {
  let best: TileGrid | null = null;
  let most = 0;
  for (const grid of tileGrids) {
    const places = tilePlaces(grid);
    const found = codes.filter((code) => places.has(code)).length;
    if (found > most) [best, most] = [grid, found];
  }
  return best;
}
