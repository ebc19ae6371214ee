import { SpecError } from "../models/errors.ts";

/** The answer of DuckDB's own parser: json_serialize_sql(<select>). */
interface Serialized {
  readonly error: boolean;
  readonly error_message?: string;
  readonly position?: string | number;
  readonly statements?: readonly unknown[];
}

const harmlessFunctions = new Set(["unnest", "range", "generate_series"]);

/**
 * The tables that one SELECT reads, from DuckDB's parse of it: every schema-qualified BASE_TABLE that is not a
 * name of its own WITH. A table function other than unnest, range and generate_series is refused, because it could
 * hide an edge or reach outside; so is anything but a single SELECT. `ownNames` may stand without a schema.
 */
export function inputTables(
  serialized: string,
  file: string,
  ownNames: ReadonlySet<string> = new Set(),
): string[] {
  const parsed = JSON.parse(serialized) as Serialized;
  const refuse = (message: string) => {
    throw new SpecError([{ file, path: "", message }]);
  };
  if (parsed.error_message?.startsWith("Only SELECT"))
    refuse(`must be one SELECT and nothing else; other statements are refused (${parsed.error_message})`);
  if (parsed.error)
    refuse(`is not one SELECT that DuckDB can parse: ${parsed.error_message ?? "unknown error"}`);
  if (parsed.statements?.length !== 1) refuse("must hold exactly one SELECT");

  const tables = new Set<string>();
  const withNames = namesOfWith(parsed.statements);
  walk(parsed.statements, (node) => {
    if (node["type"] === "TABLE_FUNCTION") {
      const name = String((node["function"] as Record<string, unknown> | undefined)?.["function_name"]);
      if (!harmlessFunctions.has(name))
        refuse(`calls the table function ${name}(), which may not be used in a table's SQL`);
    }
    if (node["type"] !== "BASE_TABLE") return;
    const name = String(node["table_name"]);
    if (node["schema_name"] !== "") tables.add(`${node["schema_name"]}.${name}`);
    else if (!withNames.has(name) && !ownNames.has(name))
      refuse(`reads "${name}", which is neither schema.table nor a name of its WITH`);
  });
  return [...tables].sort();
}

function namesOfWith(statements: unknown): Set<string> {
  const names = new Set<string>();
  walk(statements, (node) => {
    const map = (node["cte_map"] as { map?: { key: string }[] } | undefined)?.map ?? [];
    for (const { key } of map) names.add(key);
    if (node["type"] === "RECURSIVE_CTE_NODE") names.add(String(node["cte_name"]));
  });
  return names;
}

function walk(value: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (value !== null && typeof value === "object") {
    visit(value as Record<string, unknown>);
    for (const item of Object.values(value)) walk(item, visit);
  }
}
