import { on } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ComposedBundle, WritingTools } from "../reports/bundle.ts";
import type { Reader } from "../reports/reader.ts";
import type { Run } from "./run.ts";
import { type StagedBundle, stageBundle } from "./stageBundle.ts";
import type { SetUp, ToWrite, Written } from "./writeBundlesWorker.ts";

/** A bundle to come: whose it is, and its documents when its turn comes. */
export interface PlannedBundle {
  readonly reader: Reader;
  readonly compose: () => Promise<ComposedBundle>;
}

/** Below this a release is written sooner than another thread has loaded its code and fonts. */
const manyBundles = 40;

/** What is drawn lives shortly: with room for some pictures at a time, most is gone before it would be copied. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

const workerFile = fileURLToPath(new URL("./writeBundlesWorker.js", import.meta.url));

/**
 * The threads that will write so many bundles: as many as the run may use, and none where this one writes them sooner. They load
 * their code and fonts at once, while this one reads rows. Whoever starts them ends them.
 */
export function startWriters(run: Run, nBundles: number, formats: readonly string[]): readonly Worker[] {
  // from source there is no compiled worker to start
  if (run.threads === 1 || nBundles < manyBundles || !existsSync(workerFile)) return [];
  const workerData: SetUp = { formats };
  return Array.from({ length: run.threads }, () => {
    const worker = new Worker(workerFile, { workerData, resourceLimits });
    return worker.on("error", () => {}); // told when it is asked for a bundle
  });
}

/**
 * Bundles in their order, their files put into a folder as each is done. The threads that were started write them, each with
 * what it needs of its own, while this one composes the next; without any, this one writes too. Writing is pure, so the bytes are
 * the same.
 */
export async function writeBundles(
  run: Run,
  planned: readonly PlannedBundle[],
  tools: WritingTools,
  staged: string,
  writers: readonly Worker[],
): Promise<readonly StagedBundle[]> {
  const written: StagedBundle[] = [];
  const waiting = inTurn(planned)[Symbol.iterator]();
  const composeNext = async () => {
    const next = waiting.next();
    if (next.done) return null;
    const [position, plan] = next.value;
    await run.pause();
    run.progress.step(nameOf(plan));
    return { position, bundle: await plan.compose() };
  };
  const writeAll = async (write: (bundle: ComposedBundle, position: number) => Promise<StagedBundle>) => {
    for (let next = await composeNext(); next !== null; next = await composeNext())
      written[next.position] = await write(next.bundle, next.position);
  };
  const here = (bundle: ComposedBundle) => stageBundle(bundle, tools, staged);
  const there = (worker: Worker) => async (bundle: ComposedBundle, position: number) => {
    const { files } = await ask(worker, { position, bundle, facts: tools.facts, staged }, run);
    if (files === null) return here(bundle); // what went wrong there goes wrong here as well, as the error it is
    const { reader, folder, isIllustrative } = bundle;
    return { reader, folder, isIllustrative, files };
  };
  // twice each: while a thread writes one bundle, its next is there
  const takers = [...writers, ...writers].map(there);
  await (takers.length === 0 ? writeAll(here) : Promise.all(takers.map(writeAll)));
  return written;
}

/** The first bundle, the nation's, takes longest to compose and to write: another is sent on its way before it. */
function inTurn(planned: readonly PlannedBundle[]): readonly (readonly [number, PlannedBundle])[] {
  const [first, second, ...rest] = planned.map((plan, position) => [position, plan] as const);
  return [second, first, ...rest].filter((each) => each !== undefined);
}

/** Sends a bundle and waits for its files; a thread that dies, or a run that is stopped, ends the wait. */
async function ask(worker: Worker, message: ToWrite, run: Run): Promise<Written> {
  if (worker.threadId === -1) throw new Error("A thread that writes bundles ended before it was asked.");
  const answers = on(worker, "message", { signal: run.signal, close: ["exit"] });
  worker.postMessage(message);
  try {
    for await (const [written] of answers as AsyncIterable<[Written]>)
      if (written.position === message.position) return written;
  } catch (error) {
    run.signal.throwIfAborted();
    throw error;
  }
  throw new Error("A thread that writes bundles ended before it answered.");
}

function nameOf({ reader }: PlannedBundle): string {
  return reader.kind === "national" ? "national" : reader.unit_name;
}
