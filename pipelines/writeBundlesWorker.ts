import { parentPort, workerData } from "node:worker_threads";
import { type ComposedBundle, type WritingTools, writeBundle } from "../reports/bundle.ts";
import type { BundleFile } from "../reports/document.ts";
import { readAssets, readWriters } from "./reportTools.ts";

/** What a thread is started with: the rest of its tools it reads itself. */
export interface SetUp extends Pick<WritingTools, "facts"> {
  readonly formats: readonly string[];
}

export interface ToWrite {
  readonly bundle: ComposedBundle;
}

/** The files of the bundle, or null where it cannot be written. */
export interface Written {
  readonly files: readonly BundleFile[] | null;
}

/** A thread of `writeBundles`: a bundle comes in, its files go out. */
const { facts, formats } = workerData as SetUp;
const tools = Promise.all([readAssets(), readWriters(formats)]).then(
  ([assets, writers]): WritingTools => ({ facts, assets, writers }),
);

parentPort?.on("message", async ({ bundle }: ToWrite) => parentPort?.postMessage(await write(bundle)));

async function write(bundle: ComposedBundle): Promise<Written> {
  try {
    return { files: (await writeBundle(bundle, await tools)).files };
  } catch {
    return { files: null };
  }
}
