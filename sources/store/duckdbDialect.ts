import { type DuckDBConnection, DuckDBTimestampTZValue, type DuckDBValue, listValue } from "@duckdb/node-api";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";

/** Kysely over one open DuckDB connection, which stays the caller's to close. DuckDB reads PostgreSQL's SQL as it is. */
export function duckdbDialect(connection: DuckDBConnection): Dialect {
  return {
    createAdapter: () => new DuckDBAdapter(),
    createDriver: () => new DuckDBDriver(connection),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** A DuckDB file has one writer: there is nobody to lock out. */
class DuckDBAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class DuckDBDriver implements Driver {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {
    await this.#connection.run("set TimeZone = 'UTC'");
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    return new DuckDBKyselyConnection(this.#connection);
  }
  async beginTransaction(): Promise<void> {
    await this.#connection.run("begin transaction");
  }
  async commitTransaction(): Promise<void> {
    await this.#connection.run("commit");
  }
  async rollbackTransaction(): Promise<void> {
    await this.#connection.run("rollback");
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

class DuckDBKyselyConnection implements DatabaseConnection {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#connection.runAndReadAll(sql, parameters.map(toDuck));
    return { rows: result.getRowObjectsJS() as R[], numAffectedRows: BigInt(result.rowsChanged) };
  }

  /** DuckDB hands out its own chunks of at most 2,048 rows, whatever chunk size is asked for. */
  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const result = await this.#connection.stream(sql, parameters.map(toDuck));
    for await (const rows of result.yieldRowObjectJs()) yield { rows: rows as R[] };
  }
}

/** A parameter as DuckDB wants it: it cannot guess the type of a JavaScript Date or array. */
export function toDuck(value: unknown): DuckDBValue {
  if (value === undefined) return null;
  if (value instanceof Date) return new DuckDBTimestampTZValue(BigInt(value.getTime()) * 1000n);
  if (Array.isArray(value)) return listValue(value.map(toDuck));
  return value as DuckDBValue;
}
