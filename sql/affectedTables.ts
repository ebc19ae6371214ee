/** A table with what it reads, and the spec tables whose rows wrote its SELECT. */
interface Reading {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly shapedBy?: readonly string[];
}

/**
 * The tables that can be otherwise once some tables have changed: all that read them, directly or through others.
 *
 * @param tables in build order
 */
export function affectedTables(tables: readonly Reading[], changed: ReadonlySet<string>): Set<string> {
  const touched = new Set(changed);
  for (const { name, inputs, shapedBy = [] } of tables)
    if ([...inputs, ...shapedBy].some((input) => touched.has(input))) touched.add(name);
  return new Set(tables.map(({ name }) => name).filter((name) => touched.has(name)));
}
