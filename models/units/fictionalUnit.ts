import { z } from "zod";
import type { Issue } from "../errors.ts";
import type { Parsed } from "../spec/parsed.ts";
import { unitNameKey } from "./unitNameKey.ts";
import type { Spelling } from "./unitSpellings.ts";

/** A unit that does not exist, under which invented scorecards stand. It never joins the registry of units. */
export const fictionalUnitRow = z.strictObject({
  unit_code: z
    .string()
    .regex(/^minh-hoa(-[a-z0-9]+)+$/, "the code of a fictional unit begins with minh-hoa-"),
  unit_level: z.enum(["province", "ministry"]),
  unit_name: z.string().min(1),
  unit_name_en: z.string().min(1),
  region_code: z
    .string()
    .regex(/^minh-hoa(-[a-z0-9]+)+$/, "the code of a fictional region begins with minh-hoa-")
    .nullable(), // null: a ministry
  region_name: z.string().nullable(),
  region_name_en: z.string().nullable(),
  unit_type: z.enum(["city", "province", "ministry", "ministerial-agency"]),
  /** Why it is scored without being ranked; null: it is ranked. */
  unranked_reason: z.string().nullable(),
  unranked_reason_en: z.string().nullable(),
});

export type FictionalUnit = z.infer<typeof fictionalUnitRow>;

/** A fictional unit must not bear the code of another or a name that a real unit of its level bears. */
export function checkFictionalUnits(parsed: Parsed<FictionalUnit[]>, real: readonly Spelling[]): Issue[] {
  const units = parsed.value ?? [];
  const taken = new Map(real.map((one) => [`${one.unit_level}\n${one.key}`, one.unit_code]));
  return units.flatMap((unit, row) => {
    const issues: Issue[] = [];
    const key = (one: FictionalUnit) => `${one.unit_level}\n${unitNameKey(one.unit_name)}`;
    if (units.findIndex((one) => one.unit_code === unit.unit_code) !== row)
      issues.push(parsed.at([row, "unit_code"], `code ${unit.unit_code} stands twice`));
    if (units.findIndex((one) => key(one) === key(unit)) !== row)
      issues.push(parsed.at([row, "unit_name"], `${unit.unit_name} stands twice`));
    const owner = taken.get(key(unit));
    if (owner !== undefined)
      issues.push(
        parsed.at(
          [row, "unit_name"],
          `${unit.unit_name} is the real unit ${owner}; a fictional unit needs another name`,
        ),
      );
    return issues;
  });
}
