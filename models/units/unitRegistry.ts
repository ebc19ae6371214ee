import { SourceError } from "../errors.ts";
import { fromLegacyEncoding } from "../text/legacyEncoding.ts";
import type { Unit, UnitLevel } from "./unit.ts";
import { unitNameKey } from "./unitNameKey.ts";
import { type UnitLists, unitSpellings } from "./unitSpellings.ts";

/** The units of a day, and the unit that a name means on a day (dates as YYYY-MM-DD). */
export interface UnitRegistry {
  /** The units that exist on the day, under the names they bear then, in the order of the registry. */
  unitsOn(level: UnitLevel, date: string): Unit[];
  /** The unit of that name on the day, or null: a name is never made into a new unit. */
  maybeMatchUnit(level: UnitLevel, name: string, onDate: string): Unit | null;
  /** As above, but an unknown name is an error that says where to add it. */
  matchUnit(level: UnitLevel, name: string, onDate: string): Unit;
}

/**
 * The registry (danh mục đơn vị) over the units of a specification. Names match by `unitNameKey` over every
 * spelling; text that was written in TCVN3 or VNI and read as Latin-1 is converted and tried again.
 *
 * @example unitRegistry(spec).matchUnit("province", "TP.HCM", "2022-12-31").unit_code // "79"
 */
export function unitRegistry(lists: UnitLists): UnitRegistry {
  const unitsByKey = new Map<string, Unit[]>();
  const byCode = new Map(lists.units.map((unit) => [unit.unit_code, unit]));
  for (const { unit_level, key, unit_code } of unitSpellings(lists)) {
    const mark = `${unit_level}\n${key}`;
    const unit = byCode.get(unit_code);
    if (unit !== undefined) unitsByKey.set(mark, [...(unitsByKey.get(mark) ?? []), unit]);
  }

  const unitsOn = (level: UnitLevel, date: string): Unit[] =>
    lists.units
      .filter((unit) => unit.unit_level === level && existsOn(unit, date))
      .map((unit) => namedOn(lists, unit, date));

  const maybeMatchUnit = (level: UnitLevel, name: string, onDate: string): Unit | null => {
    for (const spelling of [name, ...fromLegacyEncoding(name)]) {
      const named = unitsByKey.get(`${level}\n${unitNameKey(spelling)}`) ?? [];
      const unit = named.find((each) => existsOn(each, onDate));
      if (unit !== undefined) return namedOn(lists, unit, onDate);
    }
    return null;
  };

  const matchUnit = (level: UnitLevel, name: string, onDate: string): Unit => {
    const unit = maybeMatchUnit(level, name, onDate);
    if (unit !== null) return unit;
    throw new SourceError(`No ${level} of the registry is called ${JSON.stringify(name)} on ${onDate}.`, {
      hint: "If it is another spelling, add it to models/units/aliases.csv; a unit is never made from a name.",
    });
  };

  return { unitsOn, maybeMatchUnit, matchUnit };
}

/**
 * Both ends of validity are inclusive; an open end is null.
 *
 * @example existsOn(haGiang, "2025-07-01") // false: it ended on 2025-06-30
 */
export function existsOn(unit: Unit, date: string): boolean {
  return (unit.valid_from ?? "") <= date && date <= (unit.valid_to ?? "9999-12-31");
}

function namedOn({ renamings }: UnitLists, unit: Unit, date: string): Unit {
  const latest = renamings
    .filter((row) => row.unit_code === unit.unit_code && row.valid_from <= date)
    .sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0];
  if (latest === undefined) return unit;
  const { unit_name, unit_name_en, short_name, unit_type } = latest;
  return { ...unit, unit_name, unit_name_en, short_name, unit_type };
}
