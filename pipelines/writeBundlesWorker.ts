import { parentPort, workerData } from "node:worker_threads";
import { type Bundle, type ComposedBundle, type WritingTools, writeBundle } from "../reports/bundle.ts";
import { readAssets, readWriters } from "./reportTools.ts";
import { type StagedFile, stageFiles } from "./stageFiles.ts";

/** What a thread is started with: the rest of its tools it reads itself. */
export interface SetUp {
  readonly formats: readonly string[];
}

export interface ToWrite extends Pick<WritingTools, "facts"> {
  /** Of the bundle in its release. */
  readonly position: number;
  readonly bundle: ComposedBundle;
  /** The folder where the release is put together. */
  readonly staged: string;
}

/** What files the bundle has now, or null where it cannot be written. */
export interface Written extends Pick<ToWrite, "position"> {
  readonly files: readonly StagedFile[] | null;
}

/**
 * A thread of `writeBundles`: bundles come in, their files go to the disk. One is drawn at a time, and the next while the disk
 * takes the files of the one before.
 */
const { formats } = workerData as SetUp;
const tools = Promise.all([readAssets(), readWriters(formats)]);
tools.catch(() => {}); // told when a bundle comes
let drawn: Promise<unknown> = tools;

parentPort?.on("message", async (message: ToWrite) => {
  const drawing = drawn.then(() => draw(message));
  drawn = drawing.catch(() => {});
  parentPort?.postMessage(await stage(message, drawing));
});

async function draw({ bundle, facts }: ToWrite): Promise<Bundle> {
  const [assets, writers] = await tools;
  return writeBundle(bundle, { facts, assets, writers });
}

async function stage({ position, staged }: ToWrite, drawing: Promise<Bundle>): Promise<Written> {
  try {
    const { folder, files } = await drawing;
    return { position, files: await stageFiles(staged, folder, files) };
  } catch {
    return { position, files: null };
  }
}
