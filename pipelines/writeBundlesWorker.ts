import { parentPort, workerData } from "node:worker_threads";
import type { ComposedBundle, WritingTools } from "../reports/bundle.ts";
import { readAssets, readWriters } from "./reportTools.ts";
import type { StagedFile } from "./stageFiles.ts";
import { stageBundle } from "./writeBundles.ts";

/** What a thread is started with: the rest of its tools it reads itself. */
export interface SetUp extends Pick<WritingTools, "facts"> {
  readonly formats: readonly string[];
  /** The folder where the release is put together. */
  readonly staged: string;
}

export interface ToWrite {
  readonly bundle: ComposedBundle;
}

/** What files the bundle has now, or null where it cannot be written. */
export interface Written {
  readonly files: readonly StagedFile[] | null;
}

/** A thread of `writeBundles`: a bundle comes in, its files go to the disk. */
const { facts, formats, staged } = workerData as SetUp;
const tools = Promise.all([readAssets(), readWriters(formats)]).then(
  ([assets, writers]): WritingTools => ({ facts, assets, writers }),
);

parentPort?.on("message", async ({ bundle }: ToWrite) => parentPort?.postMessage(await write(bundle)));

async function write(bundle: ComposedBundle): Promise<Written> {
  try {
    return { files: (await stageBundle(bundle, await tools, staged)).files };
  } catch {
    return { files: null };
  }
}
