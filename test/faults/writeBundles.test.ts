import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../pipelines/packageRoot.ts";
import { readWriters } from "../../pipelines/reportTools.ts";
import type { writeBundles as WriteBundles } from "../../pipelines/writeBundles.ts";
import type { ComposedBundle, WritingTools } from "../../reports/bundle.ts";
import { facts, readAssets } from "../reports/fixture.ts";
import { compose, hue, national } from "../reports/renderAll.ts";

type Run = Parameters<typeof WriteBundles>[0];

/** What writing asks of a run. */
function runOf(threads: number, controller = new AbortController()): Run {
  const { signal } = controller;
  return {
    threads,
    signal,
    pause: async () => signal.throwIfAborted(),
    progress: { step: () => {} },
  } as unknown as Run;
}

describe("a release of many bundles", () => {
  let writeBundles: typeof WriteBundles;
  let tools: WritingTools;
  let bundles: ComposedBundle[];

  beforeAll(async () => {
    // the built program: threads run no source
    const built = pathToFileURL(join(packageRoot, "dist/pipelines/writeBundles.js")).href;
    ({ writeBundles } = (await import(built)) as { writeBundles: typeof WriteBundles });
    tools = { facts, assets: readAssets(), writers: await readWriters(["xlsx", "csv"]) };
    const [nation, unit] = [await compose(national), await compose(hue)];
    const small = { ...unit, editions: unit.editions.map((each) => ({ ...each, documents: [] })) };
    bundles = [nation, unit, ...Array.from({ length: 38 }, (_, at) => ({ ...small, folder: `unit-${at}` }))];
  });

  const planned = (composed: readonly ComposedBundle[]) =>
    composed.map((bundle) => ({ reader: bundle.reader, compose: async () => bundle }));
  const digest = (written: Awaited<ReturnType<typeof WriteBundles>>) =>
    written.flatMap(({ folder, files }) =>
      files.map(({ path, bytes }) => [`${folder}/${path}`, Buffer.from(bytes).toString("base64")] as const),
    );

  test("is written by two threads to the same bytes as by one", async () => {
    const together = digest(await writeBundles(runOf(2), planned(bundles), tools));
    expect(together).toHaveLength(new Set(together.map(([path]) => path)).size);
    expect(together).toEqual(digest(await writeBundles(runOf(1), planned(bundles), tools)));
  });

  test("fails with the error of the bundle that cannot be written, whichever thread had it", async () => {
    const broken = JSON.parse(
      JSON.stringify(bundles[1]).replaceAll('"type":"quantitative"', '"type":"no such type"'),
    ) as ComposedBundle;
    expect(broken).not.toEqual(JSON.parse(JSON.stringify(bundles[1])));
    const failing = writeBundles(runOf(2), planned([...bundles.slice(2), broken, bundles[0]!]), tools);
    await expect(failing).rejects.toThrow('Invalid field type "undefined".');
  });

  test("ends at once when the run is stopped", async () => {
    const controller = new AbortController();
    const writing = writeBundles(runOf(2, controller), planned(bundles), tools);
    setTimeout(() => controller.abort(new Error("told to stop")), 50);
    await expect(writing).rejects.toThrow("told to stop");
  });
});
