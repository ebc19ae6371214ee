import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type ComposedBundle, type WritingTools, writeBundle } from "../reports/bundle.ts";
import type { Run } from "./run.ts";
import type { ToWrite, Written } from "./writeBundlesWorker.ts";

/** A file of a release, named from the release's folder. */
export interface RenderedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Below this a release is written sooner than another thread has loaded its code and fonts. */
const manyBundles = 40;

const workerFile = fileURLToPath(new URL("./writeBundlesWorker.js", import.meta.url));

/**
 * Documents of every bundle → files. Many bundles are written by as many threads as the
 * run may use, each with what it needs of its own: writing is pure, so the bytes are those of one thread.
 */
export async function writeBundles(
  run: Run,
  bundles: readonly ComposedBundle[],
  tools: WritingTools,
): Promise<readonly RenderedFile[]> {
  // from source there is no compiled worker to start
  const isShared = run.threads > 1 && bundles.length >= manyBundles && existsSync(workerFile);
  return isShared ? writeTogether(run, bundles, tools) : writeInTurn(run, bundles, tools);
}

async function writeInTurn(
  run: Run,
  bundles: readonly ComposedBundle[],
  tools: WritingTools,
): Promise<readonly RenderedFile[]> {
  const files: RenderedFile[] = [];
  for (const bundle of bundles) {
    await run.pause();
    run.progress.step(nameOf(bundle));
    files.push(...placed(bundle, (await writeBundle(bundle, tools)).files));
  }
  return files;
}

/** Each thread takes the next bundle when it is done with one; the national bundle, the longest, is the first. */
async function writeTogether(
  run: Run,
  bundles: readonly ComposedBundle[],
  tools: WritingTools,
): Promise<readonly RenderedFile[]> {
  const waiting = [...bundles];
  const files: RenderedFile[] = [];
  const setUp = { facts: tools.facts, formats: tools.writers.map(({ format }) => format) };
  const workers = Array.from({ length: run.threads }, () => new Worker(workerFile, { workerData: setUp }));
  const takeAll = async (worker: Worker) => {
    for (let bundle = waiting.shift(); bundle !== undefined; bundle = waiting.shift()) {
      await run.pause();
      run.progress.step(nameOf(bundle));
      const written = await ask(worker, { bundle }, run);
      // what went wrong there goes wrong here as well, as the error it is
      const made = written.files ?? (await writeBundle(bundle, tools)).files;
      files.push(...placed(bundle, made));
    }
  };
  try {
    await Promise.all(workers.map(takeAll));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return files;
}

/** Sends a bundle and waits for its files; a thread that dies, or a run that is stopped, ends the wait. */
async function ask(worker: Worker, message: ToWrite, run: Run): Promise<Written> {
  const answered = once(worker, "message", { signal: run.signal });
  worker.postMessage(message);
  const [written] = await answered.catch((error: unknown) => {
    run.signal.throwIfAborted();
    throw error;
  });
  return written as Written;
}

function placed(
  { folder }: Pick<ComposedBundle, "folder">,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): readonly RenderedFile[] {
  return files.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes }));
}

function nameOf({ reader }: ComposedBundle): string {
  return reader.kind === "national" ? "national" : reader.unit_name;
}
