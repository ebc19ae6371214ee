import { UsageError } from "../../models/errors.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { unitNameKey } from "../../models/units/unitNameKey.ts";
import type { Row } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";
import { listed } from "./listed.ts";
import { conditionOfUnit } from "./unitCondition.ts";

/** A row of a mart, as somebody asks for it. */
export interface RowRequest {
  /** With or without its schema. */
  readonly table: string;
  /** Columns with the value or the label that they must have. */
  readonly key: readonly (readonly [column: string, value: string])[];
  /** A unit by code, name or alias, or `nation`: in whichever column the table has it. */
  readonly unit?: string | undefined;
}

/** More rows than this are no row of a page. */
const most = 60;
/** A table with such a column lists single persons or responses: it holds no figures, and its rows are for whom the monitor gives them. */
export const personalColumns = ["participant_key", "response_key", "person_key", "exception_key"];

/**
 * The rows of a mart that a key means: mostly one, or the few that stand in one row of a page.
 *
 * @throws UsageError with what there is, where the key means none, or too many
 */
export async function findRows(
  ask: Ask,
  columns: readonly string[],
  grain: readonly string[],
  { table, key, unit }: RowRequest,
): Promise<{ readonly where: string; readonly rows: Row[] }> {
  if (columns.some((column) => personalColumns.includes(column)))
    throw new UsageError(
      `The rows of ${table} are single persons or responses; only figures are explained.`,
      {
        hint: "The monitor gives each unit its own list.",
      },
    );
  let where = "true";
  if (unit !== undefined) where = await conditionOfUnit(ask, { table, columns, unit });
  for (const [column, value] of key) {
    if (!columns.includes(column))
      throw new UsageError(`${table} has no column "${column}".`, { hint: `Its key: ${grain.join(", ")}.` });
    where += ` and ${await meant(ask, { table, columns, where, column, value })}`;
  }
  const rows = await ask(`from ${table} where ${where} order by ${grain.join(", ")} limit ${most + 1}`);
  if (rows.length === 0) throw new UsageError(`${table} has no rows in this build.`);
  if (rows.length > most)
    throw new UsageError(`More than ${most} rows of ${table} are meant.`, {
      hint: await furtherKey(ask, table, where, grain),
    });
  return { where, rows };
}

interface Asked {
  readonly table: string;
  readonly columns: readonly string[];
  readonly where: string;
  readonly column: string;
  readonly value: string;
}

/** The condition that a column has the value, or the code of the label, that was typed. */
async function meant(ask: Ask, asked: Asked): Promise<string> {
  const { table, column, where, value } = asked;
  const labels = labelsOf(asked);
  const there = await ask(
    `select distinct coalesce(${column}::varchar, '') as value${labels.map((label) => `, ${label}`).join("")} from ${table} where ${where} order by all`,
  );
  const wanted = unitNameKey(value);
  const found =
    there.find((row) => row["value"] === value) ??
    there.find((row) =>
      labels.some((label) => unitNameKey(String(row[label] ?? "")) === wanted && wanted !== ""),
    );
  if (found !== undefined) return `coalesce(${column}::varchar, '') = ${sqlLiteral(String(found["value"]))}`;
  throw new UsageError(
    `${table} has no row with ${column} "${value}"${where === "true" ? "" : " among those meant"}.`,
    {
      hint: `There are: ${listed(there.map((row) => withLabel(String(row["value"]), row[labels[0] ?? ""])))}.`,
    },
  );
}

/** What stands beside a code: its name in both languages, or the wording of an answer. */
function labelsOf({ columns, column }: Asked): string[] {
  const stem = column.replace(/_(code|level|key)$/, "");
  return [`${stem}_name`, `${stem}_name_en`].filter((label) => columns.includes(label) && label !== column);
}

const withLabel = (code: string, label: unknown): string =>
  label === null || label === undefined ? code || "(empty)" : `${code} (${String(label)})`;

async function furtherKey(ask: Ask, table: string, where: string, grain: readonly string[]): Promise<string> {
  const counts = await ask(
    `select ${grain.map((column) => `count(distinct ${column}) as ${column}`).join(", ")} from ${table} where ${where}`,
  );
  const open = grain.filter((column) => Number(counts[0]?.[column]) > 1);
  return `Name one more of the key with --key: ${open.join(", ")}.`;
}
