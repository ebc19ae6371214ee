import { unitSpellings } from "../units/unitSpellings.ts";
import type { Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";

/** spec.units, spec.regions, spec.unit_aliases. */
export function unitTables(spec: Spec): SpecTable[] {
  const byCode = new Map(spec.units.map((unit) => [unit.unit_code, unit]));
  return [
    specTable(
      "spec.units",
      {
        unit_code: "VARCHAR",
        unit_level: "VARCHAR",
        official_code: "VARCHAR",
        unit_name: "VARCHAR",
        unit_name_en: "VARCHAR",
        short_name: "VARCHAR",
        unit_type: "VARCHAR",
        region_code: "VARCHAR",
        population_2019: "BIGINT",
        valid_from: "DATE",
        valid_to: "DATE",
        successor_code: "VARCHAR",
        source_url: "VARCHAR",
      },
      spec.units,
    ),
    specTable(
      "spec.regions",
      { region_code: "VARCHAR", region_name: "VARCHAR", region_name_en: "VARCHAR", region_order: "INTEGER" },
      spec.regions.map((region, i) => ({ ...region, region_order: i + 1 })),
    ),
    specTable(
      "spec.unit_aliases", // every spelling, the unit's own names included; join on the key and the day
      {
        unit_level: "VARCHAR",
        alias: "VARCHAR",
        alias_key: "VARCHAR",
        unit_code: "VARCHAR",
        valid_from: "DATE",
        valid_to: "DATE",
      },
      unitSpellings(spec).map(({ unit_level, unit_code, spelling, key }) => ({
        unit_level,
        alias: spelling,
        alias_key: key,
        unit_code,
        valid_from: byCode.get(unit_code)?.valid_from ?? null,
        valid_to: byCode.get(unit_code)?.valid_to ?? null,
      })),
    ),
  ];
}
