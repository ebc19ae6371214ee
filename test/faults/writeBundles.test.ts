import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../pipelines/packageRoot.ts";
import { readWriters } from "../../pipelines/reportTools.ts";
import type * as Writing from "../../pipelines/writeBundles.ts";
import type { ComposedBundle, WritingTools } from "../../reports/bundle.ts";
import { facts, readAssets } from "../reports/fixture.ts";
import { compose, hue, national } from "../reports/renderAll.ts";

type Run = Parameters<typeof Writing.writeBundles>[0];

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
  let writing: typeof Writing;
  let tools: WritingTools;
  let bundles: ComposedBundle[];

  beforeAll(async () => {
    // the built program: threads run no source
    const built = pathToFileURL(join(packageRoot, "dist/pipelines/writeBundles.js")).href;
    writing = (await import(built)) as typeof Writing;
    tools = { facts, assets: readAssets(), writers: await readWriters(formats) };
    const [nation, unit] = [await compose(national), await compose(hue)];
    const small = { ...unit, editions: unit.editions.map((each) => ({ ...each, documents: [] })) };
    bundles = [nation, unit, ...Array.from({ length: 38 }, (_, at) => ({ ...small, folder: `unit-${at}` }))];
  });

  const formats = ["xlsx", "csv"];
  const writeBundles = async (run: Run, of: readonly ComposedBundle[], staged: string) => {
    const threads = writing.startWriters(run, of.length, formats);
    expect(threads).toHaveLength(run.threads === 1 ? 0 : run.threads);
    try {
      return await writing.writeBundles(run, planned(of), tools, staged, threads);
    } finally {
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  };

  const planned = (composed: readonly ComposedBundle[]) =>
    composed.map((bundle) => ({ reader: bundle.reader, compose: async () => bundle }));
  const folders: string[] = [];
  const newFolder = () => {
    folders.push(mkdtempSync(join(tmpdir(), "thuocdo-staged-")));
    return folders.at(-1) as string;
  };
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /** What a manifest would say of each file, and what lies on the disk. */
  const write = async (threads: number) => {
    const staged = newFolder();
    const written = await writeBundles(runOf(threads), bundles, staged);
    return written.flatMap(({ files }) =>
      files.map((file) => [file, readFileSync(join(staged, file.path)).toString("base64")] as const),
    );
  };

  test("is written by two threads to the same bytes as by one", async () => {
    const together = await write(2);
    expect(together).toHaveLength(new Set(together.map(([{ path }]) => path)).size);
    expect(together).toEqual(await write(1));
    for (const [{ bytes, sha256 }, content] of together) {
      const onDisk = Buffer.from(content, "base64");
      expect([bytes, sha256]).toEqual([onDisk.length, createHash("sha256").update(onDisk).digest("hex")]);
    }
  });

  test("fails with the error of the bundle that cannot be written, whichever thread had it", async () => {
    const broken = JSON.parse(
      JSON.stringify(bundles[1]).replaceAll('"type":"quantitative"', '"type":"no such type"'),
    ) as ComposedBundle;
    expect(broken).not.toEqual(JSON.parse(JSON.stringify(bundles[1])));
    const failing = writeBundles(runOf(2), [...bundles.slice(2), broken, bundles[0]!], newFolder());
    await expect(failing).rejects.toThrow('Invalid field type "undefined".');
  });

  test("ends at once when the run is stopped", async () => {
    const controller = new AbortController();
    const writing = writeBundles(runOf(2, controller), bundles, newFolder());
    setTimeout(() => controller.abort(new Error("told to stop")), 50);
    await expect(writing).rejects.toThrow("told to stop");
  });

  test("fails, and does not wait for ever, where a thread ended before its first bundle", async () => {
    const threads = writing.startWriters(runOf(2), bundles.length, formats);
    await Promise.all(threads.map((thread) => thread.terminate()));
    const failing = writing.writeBundles(runOf(2), planned(bundles), tools, newFolder(), threads);
    await expect(failing).rejects.toThrow("A thread that writes bundles ended before it was asked.");
  });

  test("fails, and does not wait for ever, where its threads end while they write", async () => {
    const threads = writing.startWriters(runOf(2), bundles.length, formats);
    const failing = writing.writeBundles(runOf(2), planned(bundles), tools, newFolder(), threads);
    setTimeout(() => threads.map((thread) => thread.terminate()), 300);
    await expect(failing).rejects.toThrow("A thread that writes bundles ended before it");
  });
});
