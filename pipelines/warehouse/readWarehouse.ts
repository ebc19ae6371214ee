import { type Run, temporaryFolder } from "../run.ts";
import { type Connected, connect } from "./connection.ts";

/** Reads a finished warehouse within the limits of a run; it is opened read-only and closed whatever happens. */
export async function readWarehouse<T>(
  run: Run,
  { path }: { readonly path: string },
  work: (connected: Connected) => Promise<T>,
): Promise<T> {
  const connected = await connect(
    path,
    {
      threads: run.threads,
      memoryLimit: run.project.config.memory_limit,
      spillFolder: temporaryFolder(run),
      signal: run.signal,
    },
    "read",
  );
  try {
    return await work(connected);
  } finally {
    connected.close();
  }
}
