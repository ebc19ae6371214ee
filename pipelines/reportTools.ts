import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { UsageError } from "../models/errors.ts";
import { type AssetName, type Assets, assetPlaces } from "../reports/assets.ts";
import type { Language } from "../reports/locale.ts";
import type { NamedWriter, Writer } from "../reports/writer.ts";
import { defaultExportsIn } from "./discover.ts";

export function languagesOf(language: "vi" | "en" | "both"): readonly Language[] {
  return language === "both" ? ["vi", "en"] : [language];
}

/** The fonts that reports are set in, from their packages. */
export async function readAssets(): Promise<Assets> {
  const require = createRequire(import.meta.url);
  const entries = Object.entries(assetPlaces).map(async ([name, place]) => {
    const [scope, pack, ...rest] = place.split("/") as [string, string, ...string[]];
    const folder = join(require.resolve(`${scope}/${pack}/package.json`), "..");
    return [name as AssetName, new Uint8Array(await readFile(join(folder, ...rest)))] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as unknown as Assets;
}

/** The writers of these formats, and that of pages, which are always written. */
export async function readWriters(formats: readonly string[]): Promise<readonly NamedWriter[]> {
  const all = await defaultExportsIn<Writer>("reports/writers");
  const unknown = formats.filter((format) => !all.has(format));
  if (unknown.length > 0) {
    throw new UsageError(`Reports cannot be written as ${unknown.join(", ")}: no such format is known.`, {
      hint: `--formats, and formats in thuocdo.yaml, may name ${[...all.keys()].join(", ")}.`,
    });
  }
  return [...all]
    .filter(([format]) => format === "html" || formats.includes(format))
    .map(([format, writer]) => ({ format, writer }));
}
