/** A text as a literal of SQL, in its quotes: a path, a code, a name. */
export function sqlLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
