import { z } from "zod";

/** A strict pattern: codes become folder names, so nothing else may pass. */
export const unitCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a code is lower-case letters, digits and single hyphens");
const isoDate = z.iso.date();

/**
 * A unit (đơn vị) that is measured: a province or a ministry, with the dates between which it exists.
 *
 * `unit_code` is the key and never reused; `official_code` is the state's own list code, which a merged
 * province may share with one of its parents. Names are never keys.
 */
export const unitRow = z.strictObject({
  unit_code: unitCode,
  unit_level: z.enum(["province", "ministry"]),
  official_code: z.string(),
  unit_name: z.string().min(1),
  unit_name_en: z.string().min(1),
  short_name: z.string().min(1),
  unit_type: z.enum(["city", "province", "ministry", "ministerial-agency"]),
  region_code: unitCode.nullable(),
  population_2019: z.int().positive().nullable(),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  successor_code: unitCode.nullable(),
  source_url: z.string(),
});

export type Unit = z.infer<typeof unitRow>;
export type UnitLevel = Unit["unit_level"];

export const regionRow = z.strictObject({
  region_code: unitCode,
  region_name: z.string().min(1),
  region_name_en: z.string().min(1),
});

export type Region = z.infer<typeof regionRow>;

/** Another spelling under which a source may name a unit. */
export const aliasRow = z.strictObject({
  unit_level: z.enum(["province", "ministry"]),
  alias: z.string().min(1),
  unit_code: unitCode,
});

export type UnitAlias = z.infer<typeof aliasRow>;

/**
 * A unit that goes on under another name: the row of the unit keeps the name before the first renaming.
 * A merger is not a renaming: it makes a new unit.
 */
export const renamingRow = z.strictObject({
  unit_code: unitCode,
  valid_from: isoDate,
  unit_name: z.string().min(1),
  unit_name_en: z.string().min(1),
  short_name: z.string().min(1),
  unit_type: unitRow.shape.unit_type,
  source_url: z.string().min(1),
});

export type Renaming = z.infer<typeof renamingRow>;
