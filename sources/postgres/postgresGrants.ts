/** The grants that a reading account needs, and no more. */
export function postgresGrants(user: string, schema: string): string {
  return `grant usage on schema ${schema} to ${user}; grant select on all tables in schema ${schema} to ${user};`;
}
