import { readFileSync } from "node:fs";

/**
 * What tells a process from a later one with the same number: the boot and the clock tick it started at.
 * Null where the system does not tell (it is read from Linux's /proc) or the process is gone.
 */
export function processStart(pid: number): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    const afterName = status.slice(status.lastIndexOf(")") + 2).split(" "); // the name may hold blanks and brackets
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${afterName[19]}`;
  } catch {
    return null;
  }
}

/** Whether a process of this machine still runs, and is not another one that was given its number. */
export function isRunning(pid: number, start: string | null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const now = processStart(pid);
  return start === null || now === null || start === now;
}
