import { groupBy } from "../models/groupBy.ts";
import { fromLegacyEncoding } from "../models/text/legacyEncoding.ts";
import { unitNameKey } from "../models/units/unitNameKey.ts";
import type { Row } from "./table.ts";

/**
 * Finds the unit that a name means, from the rows of `spec.unit_aliases` (unit_level, alias_key, unit_code): the first
 * spelling, as written or freed from a legacy code page, that means a unit which `isKnown` accepts.
 */
export function matchUnitNames(aliases: readonly Row[]) {
  const codesOf = groupBy(aliases, (alias) => `${alias["unit_level"]}/${alias["alias_key"]}`);
  return (level: string, name: string, isKnown: (code: string) => boolean): string | null => {
    const spellings = [name, ...fromLegacyEncoding(name)];
    const codes = spellings.flatMap((spelling) => codesOf.get(`${level}/${unitNameKey(spelling)}`) ?? []);
    return codes.map((alias) => String(alias["unit_code"])).find(isKnown) ?? null;
  };
}
