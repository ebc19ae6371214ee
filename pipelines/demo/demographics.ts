import type { RandomStream } from "./randomStream.ts";
import { demoShape } from "./shape.ts";

/** The adults of one unit by one characteristic, as its margins have them. */
export interface Characteristic {
  readonly code: string;
  readonly categories: readonly {
    readonly code: string;
    readonly population: number;
    /** How much likelier a person of it is met at home. */
    readonly tilt: number;
    /** What being of it adds to the latent satisfaction. */
    readonly effect: number;
  }[];
}

export function toCharacteristics(
  margins: readonly { margin_code: string; category_code: string; population: number }[],
): readonly Characteristic[] {
  const codes = [...new Set(margins.map((margin) => margin.margin_code))];
  return codes.map((code) => ({
    code,
    categories: margins
      .filter((margin) => margin.margin_code === code)
      .map(({ category_code, population }) => ({
        code: category_code,
        population,
        tilt: demoShape.tilts[code]?.[category_code] ?? 1,
        effect: demoShape.effects[code]?.[category_code] ?? 0,
      })),
  }));
}

/** A kind of person in a unit: what share of the adults it is, and its latent effect. */
export interface Cell {
  readonly share: number;
  readonly effect: number;
}

/** Every combination of categories, as if they were independent; `tilted` as they are met, otherwise as they live. */
export function toCells(characteristics: readonly Characteristic[], tilted: boolean): readonly Cell[] {
  let cells: Cell[] = [{ share: 1, effect: 0 }];
  for (const { categories } of characteristics) {
    const sizes = categories.map(({ population, tilt }) => (tilted ? population * tilt : population));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    cells = cells.flatMap((cell) =>
      categories.map(({ effect }, i) => ({
        share: (cell.share * sizes[i]!) / total,
        effect: cell.effect + effect,
      })),
    );
  }
  return cells;
}

/** Draws one person met at home: the category of each characteristic, by its place. */
export function drawPerson(characteristics: readonly Characteristic[], chance: RandomStream): number[] {
  return characteristics.map(({ categories }) =>
    chance.choose(categories.map(({ population, tilt }) => population * tilt)),
  );
}
