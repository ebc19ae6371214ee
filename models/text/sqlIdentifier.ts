/** A name as SQL takes it whatever it is: of a column, a table, a role. */
export function sqlIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
