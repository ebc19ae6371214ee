import { UsageError } from "../../models/errors.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { unitNameKey } from "../../models/units/unitNameKey.ts";
import type { Ask } from "./ask.ts";
import { listed } from "./listed.ts";

/** A mart, and a unit as somebody typed it. */
interface UnitOfTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** A code, a name or an alias, or the nation. */
  readonly unit: string;
}

/** Where a mart says of whom a row is. */
const unitColumns = ["unit_code", "domain_code", "batch_code", "subject_code", "merged_code", "series_code"];
const nameColumns = ["unit", "domain", "merged"].flatMap((stem) => [`${stem}_name`, `${stem}_name_en`]);
const namesOfNation = ["cả nước", "toàn quốc", "nation", "national"].map(unitNameKey);

/**
 * The condition that a row of a mart is of a unit: by its code there, else by its name there, else by an alias of the registry.
 *
 * @throws UsageError with the codes that there are, where no row is of the unit
 */
export async function conditionOfUnit(ask: Ask, asked: UnitOfTable): Promise<string> {
  const codes = unitColumns.filter((column) => asked.columns.includes(column));
  for (const find of [byCode, byName, byAlias]) {
    const condition = await find(ask, asked, codes);
    if (condition !== null) return condition;
  }
  const there = codes[0] === undefined ? [] : await codesIn(ask, asked.table, codes[0]);
  throw new UsageError(`${asked.table} has no row of the unit "${asked.unit}".`, {
    hint: there.length === 0 ? "It is not told by units." : `There are: ${listed(there)}.`,
  });
}

type Find = (ask: Ask, asked: UnitOfTable, codes: readonly string[]) => Promise<string | null>;

const byCode: Find = async (ask, { table, columns, unit }, codes) => {
  const conditions = codes.map((column) => `${column} = ${sqlLiteral(unit)}`);
  if (namesOfNation.includes(unitNameKey(unit))) {
    if (columns.includes("domain_level")) conditions.push("domain_level = 'nation'");
    conditions.push(...codes.map((column) => `${column} in ('vn', 'nation')`));
  }
  return whereAny(ask, table, conditions);
};

const byName: Find = async (ask, { table, columns, unit }) => {
  const key = unitNameKey(unit);
  const names = nameColumns.filter((column) => columns.includes(column));
  if (names.length === 0) return null;
  for (const row of await ask(`select distinct ${names.join(", ")} from ${table}`)) {
    const name = names.find((column) => unitNameKey(String(row[column] ?? "")) === key);
    if (name !== undefined) return `${name} = ${sqlLiteral(String(row[name]))}`;
  }
  return null;
};

const byAlias: Find = async (ask, { table, unit }, [code]) => {
  if (code === undefined) return null;
  const aliases = await ask(
    `select distinct unit_code from spec.unit_aliases where alias_key = ${sqlLiteral(unitNameKey(unit))}`,
  );
  return whereAny(
    ask,
    table,
    aliases.map((row) => `${code} = ${sqlLiteral(String(row["unit_code"]))}`),
  );
};

/** The conditions joined by `or`; null where no row meets any. */
async function whereAny(ask: Ask, table: string, conditions: readonly string[]): Promise<string | null> {
  if (conditions.length === 0) return null;
  const any = `(${conditions.join(" or ")})`;
  return (await ask(`select 1 from ${table} where ${any} limit 1`)).length > 0 ? any : null;
}

async function codesIn(ask: Ask, table: string, column: string): Promise<string[]> {
  const rows = await ask(
    `select distinct ${column} as code from ${table} where ${column} is not null order by all`,
  );
  return rows.map((row) => String(row["code"]));
}
