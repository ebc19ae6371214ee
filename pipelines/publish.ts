import { buildWarehouse, describeWarehouse } from "./buildWarehouse.ts";
import { collect, describeSnapshot } from "./collect.ts";
import { deliver, maybeReleased, type Release } from "./deliver.ts";
import { compareWithHistory } from "./history.ts";
import { renderBundles } from "./renderBundles.ts";
import { readWriters } from "./reportTools.ts";
import type { Run } from "./run.ts";

/**
 * Publishes one edition: everything or nothing.
 *
 *     outside world ─collect─► snapshot ─build─► warehouse ─render─► bundles ─deliver─► release
 */
export async function publish(run: Run, revisionReason?: string): Promise<Release> {
  await readWriters(run.project.config.formats); // a misspelt format is said before any work
  // 1. the outside world → files that never change
  const snapshot = await run.phase("collect", () => collect(run), describeSnapshot);
  // 2. files → a fresh database, every check passed
  const warehouse = await run.phase("build", () => buildWarehouse(run, snapshot), describeWarehouse);
  // Nothing has changed since this build was released: nothing to render.
  const released = await maybeReleased(run, warehouse);
  if (released) return released;
  // What was published of earlier rounds stays, unless a reason is given.
  const revision = await run.phase(
    "compare",
    () => compareWithHistory(run, warehouse, revisionReason),
    ({ comparedWith, moved }) => ({ compared_with: comparedWith, moved: moved.length }),
  );
  // 3. marts → pages, per reader
  const bundles = await run.phase(
    "render",
    () => renderBundles(run, warehouse),
    ({ files }) => ({ files: files.length }),
  );
  // 4. bundles → a release that never changes
  return run.phase(
    "deliver",
    () => deliver(run, warehouse, bundles, { reason: revisionReason, nMoved: revision.moved.length }),
    ({ name, isNew }) => ({ release: name, is_new: isNew }),
  );
}
