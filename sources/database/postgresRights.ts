import type { OpenDatabase } from "./openDatabase.ts";

/** The account, and every role that it belongs to and may therefore act as, also where rights are not inherited. */
const mine = `mine as (select * from pg_roles where pg_has_role(current_user, oid, 'member')),
  schemas as (select * from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')`;

/** What an account may do beside reading, in words: in every schema of the database, by itself or as a role. */
export async function postgresRights(rows: OpenDatabase["rows"]): Promise<string[]> {
  const textsOf = async (sql: string) =>
    (await rows(`with ${mine} ${sql} order by 1`)).map((row) => row["may"] ?? "");
  const superusers = await textsOf(
    `select case when rolname = current_user then 'act as superuser' else 'become the superuser ' || rolname end as may
     from mine where rolsuper`,
  );
  if (superusers.length > 0) return superusers.slice(0, 1);
  const further = await textsOf(
    `select 'create roles' as may from mine where rolcreaterole
     union select 'create databases' from mine where rolcreatedb
     union select 'write files on the server' from mine where rolname = 'pg_write_server_files'
     union select 'run programs on the server' from mine where rolname = 'pg_execute_server_program'
     union select 'create schemas' from mine where has_database_privilege(oid, current_database(), 'create')
     union select 'create objects in schema ' || nspname from schemas, mine
       where has_schema_privilege(mine.oid, schemas.oid, 'create')
     union select 'write to tables that ' || pg_get_userbyid(defaclrole) || ' will make' from pg_default_acl, aclexplode(defaclacl)
       where defaclobjtype = 'r' and privilege_type in ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
         and (grantee = 0 or grantee in (select oid from mine))`,
  );
  const tables = await textsOf(
    `select c.oid::regclass::text as may from pg_class c join schemas s on s.oid = relnamespace
     where relkind in ('r', 'p', 'v', 'f') and exists (
       select 1 from mine where relowner = mine.oid
         or has_table_privilege(mine.oid, c.oid, 'insert, update, delete, truncate')
         or has_any_column_privilege(mine.oid, c.oid, 'insert, update'))`,
  );
  const functions = await textsOf(
    `select p.oid::regprocedure::text as may from pg_proc p join schemas s on s.oid = pronamespace
     where prosecdef and prorettype <> 'trigger'::regtype and proowner not in (select oid from mine)
       and exists (select 1 from mine where has_schema_privilege(mine.oid, s.oid, 'usage')
         and has_function_privilege(mine.oid, p.oid, 'execute'))`,
  );
  return [
    ...further,
    ...several(tables, "write to table", "write to", "tables"),
    ...several(functions, "use its owner's rights by", "use their owners' rights by", "functions"),
  ];
}

/** One name said by itself; many by their number and the first. */
function several(names: readonly string[], one: string, many: string, what: string): string[] {
  const [first] = names;
  if (first === undefined) return [];
  return names.length === 1 ? [`${one} ${first}`] : [`${many} ${names.length} ${what}, such as ${first}`];
}
