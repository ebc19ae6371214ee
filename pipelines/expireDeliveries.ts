import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Run } from "./run.ts";

const day = 86_400_000;

/**
 * Takes the deliveries (who was sent a form, when, at which mail domain) out of snapshots older than `deliveries_keep_days`.
 * Nothing that is published needs them; the rest of the snapshot stays as it was collected.
 */
export async function expireDeliveries(run: Run): Promise<void> {
  const { deliveries_keep_days: days } = run.project.config;
  if (days === undefined) return;
  const root = run.project.varPath("snapshots");
  for (const name of await readdir(root).catch(() => [])) {
    const folder = join(root, name);
    const { mtimeMs } = await stat(join(folder, "manifest.json")).catch(() => ({
      mtimeMs: run.startedAt.getTime(),
    }));
    if (run.startedAt.getTime() - mtimeMs <= days * day) continue;
    for (const file of await readdir(folder)) {
      if (!file.endsWith(".deliveries.parquet")) continue;
      await rm(join(folder, file));
      run.log.info({ snapshot: name, file }, "deliveries kept no longer");
    }
  }
}
