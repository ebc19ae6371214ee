import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row } from "../../sql/table.ts";
import type { Project } from "../project.ts";
import { connect, lock } from "../warehouse/connection.ts";
import { readRows } from "../warehouse/readRows.ts";

/** Asks a finished build one SELECT. */
export type Ask = (sql: string) => Promise<Row[]>;

/** Opens a finished build read-only and locked, lends it to some work, and closes it whatever happens. */
export async function askBuild<T>(
  project: Project,
  path: string,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  const spillFolder = await mkdtemp(join(tmpdir(), "thuocdo-ask-"));
  const { connection, close } = await connect(
    path,
    { threads: project.config.threads ?? 2, memoryLimit: project.config.memory_limit, spillFolder },
    "read",
  );
  try {
    await lock(connection);
    return await work((sql) => readRows(connection, sql));
  } finally {
    close();
    await rm(spillFolder, { recursive: true, force: true });
  }
}
