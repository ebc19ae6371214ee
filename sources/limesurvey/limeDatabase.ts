import { SourceError } from "../../models/errors.ts";
import type { OpenDatabase } from "../database/openDatabase.ts";
import { openMysql } from "../database/openMysql.ts";
import { openPostgres } from "../database/openPostgres.ts";
import type { SourceContext } from "../source.ts";
import type { LimesurveyConfig } from "./config.ts";

/** A LimeSurvey's database: PostgreSQL and MySQL speak the same SQL here. */
export interface LimeDatabase extends OpenDatabase {
  /** The tables that start with the prefix, and their columns. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
}

/** Opens the database and lists LimeSurvey's tables. */
export async function openLimeDatabase(
  config: LimesurveyConfig,
  context: SourceContext,
): Promise<LimeDatabase> {
  const db =
    config.engine === "postgres" ? await openPostgres(config, context) : await openMysql(config, context);
  try {
    const schema = config.engine === "postgres" ? "current_schema()" : "database()";
    const rows = await db.rows(
      `select table_name as "table", column_name as "column" from information_schema.columns
       where table_schema = ${schema} order by table_name, ordinal_position`,
    );
    const tables = new Map<string, string[]>();
    for (const { table, column } of rows) {
      if (!table!.startsWith(config.prefix)) continue;
      tables.set(table!, [...(tables.get(table!) ?? []), column!]);
    }
    if (tables.size === 0) throw noTables(db.where, config);
    return { ...db, tables };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** A server tells of no table that the account may not read. */
function noTables(where: string, { engine, prefix, schema }: LimesurveyConfig): SourceError {
  const within = engine === "postgres" ? ` in the schema ${schema}` : "";
  return new SourceError(`${where} shows this account no table that begins with ${prefix}${within}.`, {
    hint: `Correct ${engine === "postgres" ? "schema or " : ""}prefix of the store in thuocdo.yaml, or grant the account SELECT: docs/sources.md has the grants.`,
  });
}
