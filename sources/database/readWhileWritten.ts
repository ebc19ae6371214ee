import { execFile } from "node:child_process";
import { type FileHandle, open, rm } from "node:fs/promises";
import { promisify } from "node:util";
import type { DuckDBConnection } from "@duckdb/node-api";

/**
 * Lets DuckDB read a file while it is written, through a named pipe; where none can be made, one after the other. Throws
 * what failed first: the other side then only lost its partner. What was read of a writer that broke off is not whole.
 *
 * @param read a scan that opens the file once and reads it from the first byte to the last
 */
export async function readWhileWritten(
  connection: DuckDBConnection,
  path: string,
  write: () => Promise<void>,
  read: () => Promise<void>,
): Promise<void> {
  if (await makePipe(path)) {
    await throughPipe(connection, path, write, read).finally(() => rm(path, { force: true }));
  } else {
    await write();
    await read();
  }
}

async function makePipe(path: string): Promise<boolean> {
  await rm(path, { force: true });
  try {
    await promisify(execFile)("mkfifo", ["-m", "600", path]);
    return true;
  } catch {
    return false;
  }
}

/** The pipe is held open at both ends, so that neither side can tell that the other ended before it is known how. */
async function throughPipe(
  connection: DuckDBConnection,
  path: string,
  write: () => Promise<void>,
  read: () => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const reading = read().catch((error: unknown) => {
    failures.push(error);
  });
  const held = await holdOpen(path, reading);
  const writing = async () => {
    try {
      if (failures.length === 0) await write();
    } catch (error) {
      failures.push(error);
      connection.interrupt(); // before it sees an end
    }
    await held.close();
  };
  await Promise.all([writing(), reading.then(() => held.close())]);
  if (failures.length > 0) throw failures[0];
}

/** Both ends of a pipe, once its reader has come, or has failed before it came. */
async function holdOpen(path: string, reading: Promise<void>): Promise<FileHandle> {
  const readerCame = open(path, "w"); // waits for it
  await Promise.race([readerCame, reading]);
  const held = await open(path, "r+");
  await (await readerCame).close();
  return held;
}
