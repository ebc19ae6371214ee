import { parentPort, workerData } from "node:worker_threads";
import type { ComposedBundle, WritingTools } from "../reports/bundle.ts";
import { readAssets, readWriters } from "./reportTools.ts";
import { stageBundle } from "./stageBundle.ts";
import type { StagedFile } from "./stageFiles.ts";

/** What a thread is started with: the rest of its tools it reads itself. */
export interface SetUp {
  readonly formats: readonly string[];
}

export interface ToWrite extends Pick<WritingTools, "facts"> {
  readonly bundle: ComposedBundle;
  /** The folder where the release is put together. */
  readonly staged: string;
}

/** What files the bundle has now, or null where it cannot be written. */
export interface Written {
  readonly files: readonly StagedFile[] | null;
}

/** A thread of `writeBundles`: a bundle comes in, its files go to the disk. */
const { formats } = workerData as SetUp;
const tools = Promise.all([readAssets(), readWriters(formats)]);
tools.catch(() => {}); // told when a bundle comes

parentPort?.on("message", async (message: ToWrite) => parentPort?.postMessage(await write(message)));

async function write({ bundle, facts, staged }: ToWrite): Promise<Written> {
  try {
    const [assets, writers] = await tools;
    return { files: (await stageBundle(bundle, { facts, assets, writers }, staged)).files };
  } catch {
    return { files: null };
  }
}
