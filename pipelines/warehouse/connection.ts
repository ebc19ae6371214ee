import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export interface WarehouseOptions {
  readonly threads: number;
  readonly memoryLimit: string;
  readonly spillFolder: string;
  /** Interrupts the query that runs when it is aborted. */
  readonly signal?: AbortSignal;
}

export interface Connected {
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/** Opens a DuckDB file (or ":memory:") with the limits of this run; extensions are never looked for. */
export async function connect(
  path: string,
  options: WarehouseOptions,
  access: "write" | "read" = "write",
): Promise<Connected> {
  const instance = await DuckDBInstance.create(path, {
    threads: String(options.threads),
    memory_limit: options.memoryLimit,
    temp_directory: options.spillFolder,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(access === "read" ? { access_mode: "READ_ONLY" } : {}),
  });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  const interrupt = () => connection.interrupt();
  options.signal?.addEventListener("abort", interrupt);
  return {
    connection,
    close: () => {
      options.signal?.removeEventListener("abort", interrupt);
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** From here on SQL can read and write nothing but its own tables, and cannot undo this. */
export async function lock(connection: DuckDBConnection): Promise<void> {
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
}
