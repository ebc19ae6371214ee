import type { Renaming, Unit, UnitAlias, UnitLevel } from "./unit.ts";
import { unitNameKey } from "./unitNameKey.ts";

/** What the registry of units is made of. */
export interface UnitLists {
  readonly units: readonly Unit[];
  readonly renamings: readonly Renaming[];
  readonly aliases: readonly UnitAlias[];
}

/** A spelling under which a unit may be named, with the key by which spellings are compared. */
export interface Spelling {
  readonly unit_level: UnitLevel;
  readonly unit_code: string;
  readonly spelling: string;
  readonly key: string;
}

/**
 * Every spelling of every unit: its own names in both languages, later names, and the aliases; a key once a unit.
 *
 * @example unitSpellings(spec).filter((row) => row.unit_code === "46").map((row) => row.spelling) // ["Thừa Thiên Huế", …, "Huế", …]
 */
export function unitSpellings({ units, renamings, aliases }: UnitLists): Spelling[] {
  const seen = new Set<string>();
  return units.flatMap((unit) => {
    const named = [unit, ...renamings.filter((row) => row.unit_code === unit.unit_code)];
    const names = [
      ...named.flatMap((row) => [row.unit_name, row.unit_name_en, row.short_name]),
      ...aliases
        .filter((row) => row.unit_code === unit.unit_code && row.unit_level === unit.unit_level)
        .map((row) => row.alias),
    ];
    return names
      .map((spelling) => ({
        unit_level: unit.unit_level,
        unit_code: unit.unit_code,
        spelling,
        key: unitNameKey(spelling),
      }))
      .filter(({ key, unit_code }) => {
        const mark = `${unit_code}\n${key}`;
        return !seen.has(mark) && seen.add(mark);
      });
  });
}
