import { SourceError } from "../../models/errors.ts";
import type { OpenPostgres } from "../database/openPostgres.ts";
import type { SourceContext } from "../source.ts";

/** The grants that a reading account needs, and no more. */
export function postgresGrants(user: string, schema: string): string {
  return `grant usage on schema ${schema} to ${user}; grant select on all tables in schema ${schema} to ${user};`;
}

/** Warns of an account that may do more than read; refuses it where the store says `strict`. */
export async function checkRights(
  db: OpenPostgres,
  schema: string,
  isStrict: boolean,
  context: SourceContext,
): Promise<void> {
  const rights = await writingRights(db, schema);
  if (rights.length === 0) return;
  const message = `${db.where} is read by an account that is not read-only: it may ${rights.join(", ")}.`;
  if (!isStrict) return context.warn?.(message);
  throw new SourceError(message, {
    hint: `Give thuocdo an account of its own: ${postgresGrants("reader", schema)}`,
  });
}

async function writingRights(db: OpenPostgres, schema: string): Promise<string[]> {
  const rows = await db.rows(
    `select 'act as superuser' as may from pg_roles where rolname = current_user and rolsuper
     union all select 'create roles' from pg_roles where rolname = current_user and rolcreaterole
     union all select 'create databases' from pg_roles where rolname = current_user and rolcreatedb
     union all select 'create objects in schema ' || nspname from pg_namespace
       where nspname = $1 and has_schema_privilege(oid, 'create')
     union all select 'write to table ' || relname from pg_class c join pg_namespace n on n.oid = relnamespace
       where nspname = $1 and relkind in ('r', 'p')
         and has_table_privilege(c.oid, 'insert, update, delete, truncate')
     order by may`,
    [schema],
  );
  return rows.map((row) => String(row["may"]));
}
