import type { Issue } from "../errors.ts";
import type { Region, Renaming, Unit, UnitAlias } from "../units/unit.ts";
import { type Spelling, unitSpellings } from "../units/unitSpellings.ts";
import type { Parsed } from "./parsed.ts";

export interface UnitFiles {
  readonly provinces: Parsed<Unit[]>;
  readonly ministries: Parsed<Unit[]>;
  readonly regions: Parsed<Region[]>;
  readonly renamings: Parsed<Renaming[]>;
  readonly aliases: Parsed<UnitAlias[]>;
}

/** The rules between the rows of the units' files; a file that could not be read is left out. */
export function checkUnits(files: UnitFiles): Issue[] {
  const all = [...(files.provinces.value ?? []), ...(files.ministries.value ?? [])];
  const byCode = new Map(all.map((unit) => [unit.unit_code, unit]));
  return [
    ...duplicates(files),
    ...checkFile(files.provinces, "province", files.regions.value, byCode, all),
    ...checkFile(files.ministries, "ministry", files.regions.value, byCode, all),
    ...checkRenamings(files.renamings, byCode),
    ...checkAliases(files, byCode, all),
  ];
}

function duplicates({ provinces, ministries, regions }: UnitFiles): Issue[] {
  const issues: Issue[] = [];
  const first = new Map<string, string>();
  for (const parsed of [provinces, ministries])
    parsed.value?.forEach(({ unit_code }, row) => {
      const earlier = first.get(unit_code);
      if (earlier === undefined) first.set(unit_code, parsed.file);
      else issues.push(parsed.at([row, "unit_code"], `code ${unit_code} stands twice, first in ${earlier}`));
    });
  const codes = regions.value?.map((row) => row.region_code) ?? [];
  codes.forEach((code, row) => {
    if (codes.indexOf(code) !== row)
      issues.push(regions.at([row, "region_code"], `code ${code} stands twice`));
  });
  return issues;
}

function checkFile(
  parsed: Parsed<Unit[]>,
  level: Unit["unit_level"],
  regions: readonly Region[] | null,
  byCode: ReadonlyMap<string, Unit>,
  all: readonly Unit[],
): Issue[] {
  const issues: Issue[] = [];
  parsed.value?.forEach((unit, row) => {
    const say = (column: keyof Unit, message: string) => issues.push(parsed.at([row, column], message));
    if (unit.unit_level !== level)
      say("unit_level", `is ${unit.unit_level}; this file holds units of the level ${level}`);
    if (unit.region_code !== null && regions?.every((region) => region.region_code !== unit.region_code))
      say("region_code", `region ${unit.region_code} is not in models/units/regions.csv`);
    if ((unit.valid_from ?? "") > (unit.valid_to ?? "9999"))
      say("valid_to", `is ${unit.valid_to}, before valid_from ${unit.valid_from}`);
    const isMerged = all.some((other) => other.successor_code === unit.unit_code);
    if (level === "province" && unit.population_2019 === null && !isMerged)
      say("population_2019", "is missing; a province that is no merger of others needs its population");
    if (unit.successor_code !== null) checkSuccessor(unit, byCode.get(unit.successor_code), say);
  });
  return issues;
}

function checkSuccessor(
  unit: Unit,
  successor: Unit | undefined,
  say: (column: keyof Unit, message: string) => void,
): void {
  if (successor === undefined) say("successor_code", `successor ${unit.successor_code} is not a unit`);
  else if (successor.unit_level !== unit.unit_level)
    say(
      "successor_code",
      `successor ${successor.unit_code} is a ${successor.unit_level}, not a ${unit.unit_level}`,
    );
  else if (unit.valid_to === null) say("valid_to", "is missing; a unit with a successor ends on a day");
  else if (
    (successor.valid_from ?? "") > dayAfter(unit.valid_to) ||
    (successor.valid_to ?? "9999") <= unit.valid_to
  )
    say(
      "successor_code",
      `successor ${successor.unit_code} does not exist on the day after ${unit.valid_to}`,
    );
}

function checkRenamings(parsed: Parsed<Renaming[]>, byCode: ReadonlyMap<string, Unit>): Issue[] {
  return (parsed.value ?? []).flatMap((renaming, row) => {
    const unit = byCode.get(renaming.unit_code);
    if (unit === undefined) return [parsed.at([row, "unit_code"], `${renaming.unit_code} is not a unit`)];
    const outside =
      renaming.valid_from < (unit.valid_from ?? "") || renaming.valid_from > (unit.valid_to ?? "9999");
    return outside
      ? [
          parsed.at(
            [row, "valid_from"],
            `is ${renaming.valid_from}, when ${renaming.unit_code} does not exist`,
          ),
        ]
      : [];
  });
}

function checkAliases(
  { renamings, aliases }: UnitFiles,
  byCode: ReadonlyMap<string, Unit>,
  all: readonly Unit[],
): Issue[] {
  const issues: Issue[] = [];
  aliases.value?.forEach((alias, row) => {
    const unit = byCode.get(alias.unit_code);
    if (unit === undefined) issues.push(aliases.at([row, "unit_code"], `${alias.unit_code} is not a unit`));
    else if (unit.unit_level !== alias.unit_level)
      issues.push(
        aliases.at(
          [row, "unit_level"],
          `is ${alias.unit_level}, but ${alias.unit_code} is a ${unit.unit_level}`,
        ),
      );
  });
  const spellings = unitSpellings({
    units: all,
    renamings: renamings.value ?? [],
    aliases: aliases.value ?? [],
  });
  const byKey = new Map<string, Spelling[]>();
  for (const one of spellings) {
    const mark = `${one.unit_level}\n${one.key}`;
    byKey.set(mark, [...(byKey.get(mark) ?? []), one]);
  }
  for (const same of byKey.values()) issues.push(...clashes(same, byCode, aliases));
  return issues;
}

/** Two units of one level may share a spelling only when they never exist on the same day. */
function clashes(
  same: readonly Spelling[],
  byCode: ReadonlyMap<string, Unit>,
  aliases: Parsed<UnitAlias[]>,
): Issue[] {
  return same.flatMap((one, i) =>
    same.slice(i + 1).flatMap((other) => {
      const [a, b] = [byCode.get(one.unit_code), byCode.get(other.unit_code)];
      if (a === undefined || b === undefined || !overlap(a, b)) return [];
      const row = aliases.value?.findIndex(
        ({ alias, unit_code }) => alias === other.spelling && unit_code === other.unit_code,
      );
      const place = row === undefined || row < 0 ? [] : [row, "alias"];
      return [
        aliases.at(
          place,
          `${JSON.stringify(other.spelling)} names both ${one.unit_code} and ${other.unit_code} on the same day`,
        ),
      ];
    }),
  );
}

function overlap(a: Unit, b: Unit): boolean {
  return (a.valid_from ?? "") <= (b.valid_to ?? "9999") && (b.valid_from ?? "") <= (a.valid_to ?? "9999");
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
