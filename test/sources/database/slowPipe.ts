import { execFileSync } from "node:child_process";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { scratchFolder } from "../scratchStore.ts";

/** A named pipe, as slow as a bad disk: nobody reads from it before `milliseconds` are over. Gives how many bytes came. */
export async function slowPipe(milliseconds: number): Promise<{ path: string; bytes: Promise<number> }> {
  const path = join(await scratchFolder(), "pipe");
  execFileSync("mkfifo", [path]);
  const held = await open(path, "r+"); // so that who writes need not wait for a reader
  const reading = async () => {
    await setTimeout(milliseconds);
    const reader = await open(path, "r");
    await held.close();
    let count = 0;
    for await (const chunk of reader.createReadStream()) count += (chunk as Buffer).length;
    return count;
  };
  return { path, bytes: reading() };
}
