import { DriftError, SourceError } from "../../models/errors.ts";
import type { OpenDatabase } from "../database/openDatabase.ts";
import type { RawType } from "../source.ts";
import { type StoreTable, storeTables } from "../store/schema.ts";
import { postgresGrants } from "./postgresGrants.ts";

/** PostgreSQL's names of the raw types. */
const typeNames: Readonly<Record<RawType, readonly string[]>> = {
  VARCHAR: ["text", "character varying"],
  BIGINT: ["bigint"],
  DOUBLE: ["double precision"],
  BOOLEAN: ["boolean"],
  TIMESTAMP: ["timestamp without time zone", "timestamp(6) without time zone"],
  "DECIMAL(18,9)": ["numeric(18,9)"],
};

/**
 * Throws DriftError for the first table or column that is missing or of another type, and SourceError for a table
 * that this account may not read; further columns are left alone.
 */
export async function checkPostgresSchema(db: OpenDatabase, schema: string, user: string): Promise<void> {
  const held = await readColumns(db, schema);
  if (held.size === 0) {
    throw drift(
      `${db.where} has no schema ${schema}, or none with tables: is \`schema\` right in thuocdo.yaml?`,
    );
  }
  for (const table of Object.keys(storeTables) as StoreTable[]) {
    const columns = held.get(table);
    if (columns === undefined) throw drift(`${db.where} has no table ${schema}.${table}.`);
    for (const [column, type] of Object.entries(storeTables[table])) {
      const found = columns.get(column);
      if (found === undefined) throw drift(`Table ${table} of the survey store has no column ${column}.`, db);
      if (!typeNames[type as RawType].includes(found.type)) {
        throw drift(`Column ${table}.${column} of the survey store is ${found.type}, not ${type}.`, db);
      }
      if (!found.isReadable) throw unreadable(db, schema, table, user);
    }
  }
}

async function readColumns(db: OpenDatabase, schema: string) {
  const rows = await db.rows(
    `select relname, attname, regexp_replace(format_type(atttypid, atttypmod), '^character varying.*', 'character varying') as type,
       has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, attnum, 'select') as readable
     from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
     where nspname = $1 and attnum > 0 and not attisdropped and relkind in ('r', 'p', 'v', 'm', 'f')`,
    [schema],
  );
  const tables = new Map<string, Map<string, { type: string; isReadable: boolean }>>();
  for (const { relname, attname, type, readable } of rows) {
    const columns = tables.get(relname!) ?? new Map();
    tables.set(relname!, columns.set(attname, { type, isReadable: readable === "t" }));
  }
  return tables;
}

function drift(message: string, db?: OpenDatabase): DriftError {
  return new DriftError(db ? `${message.slice(0, -1)} (${db.where.replace(/^The/, "the")}).` : message, {
    hint: "Bring the store to the form of docs/survey-store.md; `thuocdo store init --kind postgres` prints its DDL.",
  });
}

function unreadable(db: OpenDatabase, schema: string, table: string, user: string): SourceError {
  return new SourceError(`${db.where} does not let ${user} read ${schema}.${table}.`, {
    hint: `Grant the right to read: ${postgresGrants(user, schema)}`,
  });
}
