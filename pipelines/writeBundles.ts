import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type ComposedBundle, type WritingTools, writeBundle } from "../reports/bundle.ts";
import type { Reader } from "../reports/reader.ts";
import type { Run } from "./run.ts";
import { type StagedFile, stageFiles } from "./stageFiles.ts";
import type { SetUp, ToWrite, Written } from "./writeBundlesWorker.ts";

/** A bundle to come: whose it is, and its documents when its turn comes. */
export interface PlannedBundle {
  readonly reader: Reader;
  readonly compose: () => Promise<ComposedBundle>;
}

/** A bundle whose files lie where the release is put together. */
export interface StagedBundle extends Pick<ComposedBundle, "reader" | "folder" | "isIllustrative"> {
  readonly files: readonly StagedFile[];
}

/** Below this a release is written sooner than another thread has loaded its code and fonts. */
const manyBundles = 40;

const workerFile = fileURLToPath(new URL("./writeBundlesWorker.js", import.meta.url));

/**
 * Bundles in their order, their files put into a folder as each is done. Many bundles are written by as many threads as the
 * run may use, each with what it needs of its own, while this one composes the next: writing is pure, so the bytes are those
 * of one thread.
 */
export async function writeBundles(
  run: Run,
  planned: readonly PlannedBundle[],
  tools: WritingTools,
  staged: string,
): Promise<readonly StagedBundle[]> {
  // from source there is no compiled worker to start
  const isShared = run.threads > 1 && planned.length >= manyBundles && existsSync(workerFile);
  return isShared ? writeTogether(run, planned, tools, staged) : writeInTurn(run, planned, tools, staged);
}

async function writeInTurn(
  run: Run,
  planned: readonly PlannedBundle[],
  tools: WritingTools,
  staged: string,
): Promise<readonly StagedBundle[]> {
  const written: StagedBundle[] = [];
  for (const plan of planned) {
    await run.pause();
    run.progress.step(nameOf(plan));
    written.push(await stageBundle(await plan.compose(), tools, staged));
  }
  return written;
}

/** Writes one bundle into the folder where the release is put together. */
export async function stageBundle(
  bundle: ComposedBundle,
  tools: WritingTools,
  staged: string,
): Promise<StagedBundle> {
  const { reader, folder, isIllustrative, files } = await writeBundle(bundle, tools);
  return { reader, folder, isIllustrative, files: await stageFiles(staged, folder, files) };
}

/** Each thread takes the next bundle when it is done with one; the national bundle, the longest, is the first. */
async function writeTogether(
  run: Run,
  planned: readonly PlannedBundle[],
  tools: WritingTools,
  staged: string,
): Promise<readonly StagedBundle[]> {
  const written: StagedBundle[] = [];
  const waiting = planned.entries();
  const composeNext = async () => {
    const next = waiting.next();
    if (next.done) return null;
    const [position, plan] = next.value;
    await run.pause();
    run.progress.step(nameOf(plan));
    return { position, bundle: await plan.compose() };
  };
  const workerData: SetUp = {
    facts: tools.facts,
    formats: tools.writers.map(({ format }) => format),
    staged,
  };
  const workers = Array.from({ length: run.threads }, () => new Worker(workerFile, { workerData }));
  const takeAll = async (worker: Worker) => {
    let current = await composeNext();
    while (current !== null) {
      const { bundle, position } = current;
      const [answer, next] = await Promise.all([ask(worker, { bundle }, run), composeNext()]);
      const { reader, folder, isIllustrative } = bundle;
      written[position] =
        answer.files === null
          ? await stageBundle(bundle, tools, staged) // what went wrong there goes wrong here as well, as the error it is
          : { reader, folder, isIllustrative, files: answer.files };
      current = next;
    }
  };
  try {
    await Promise.all(workers.map(takeAll));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return written;
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

function nameOf({ reader }: PlannedBundle): string {
  return reader.kind === "national" ? "national" : reader.unit_name;
}
