import {
  createQueryId,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RootOperationNode,
} from "kysely";
import { type RawTable, rawTables } from "../source.ts";
import { storeKeys } from "../store/schema.ts";

/** The columns in which a table's rows are put in order: its key, and then all others. */
export function orderOf(table: RawTable): string[] {
  return [...new Set([...storeKeys[table], ...Object.keys(rawTables[table])])];
}

export interface SelectOptions {
  readonly rounds?: readonly string[] | undefined;
  readonly schema?: string | undefined;
  readonly isOrdered?: boolean;
}

/** The SELECT of one table of a survey store, its values written into the text: COPY takes no parameters. */
export function selectTable(table: RawTable, { rounds, schema, isOrdered }: SelectOptions = {}): string {
  let query = (schema ? compilerOnly.withSchema(schema) : compilerOnly)
    .selectFrom(table)
    .select(Object.keys(rawTables[table]));
  if (rounds) query = query.where("round_code", "in", [...rounds]);
  if (isOrdered) for (const column of orderOf(table)) query = query.orderBy(column);
  return new LiteralCompiler().compileQuery(query.toOperationNode() as RootOperationNode, createQueryId())
    .sql;
}

/** A table that is chosen at run time: its columns are known to be `rawTables[table]`. */
type AnyTable = Record<string, Record<string, unknown>>;

/** Every value is written into the text, quoted by Kysely. */
class LiteralCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    this.appendImmediateValue(value);
  }
}

const compilerOnly = new Kysely<AnyTable>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new LiteralCompiler(),
  },
});
