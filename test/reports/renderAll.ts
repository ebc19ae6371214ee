import { readWriters } from "../../pipelines/reportTools.ts";
import { type Bundle, type ComposedBundle, composeBundle, writeBundle } from "../../reports/bundle.ts";
import type { BundleFile } from "../../reports/document.ts";
import type { ReleaseFacts } from "../../reports/facts.ts";
import type { Language } from "../../reports/locale.ts";
import type { Reader, UnitReader } from "../../reports/reader.ts";
import { composeReleaseIndex, writeReleaseIndex } from "../../reports/releaseIndex.ts";
import {
  facts,
  fourProvinces,
  type Marts,
  makeMarts,
  type Place,
  province,
  readAssets,
  rowsFor,
} from "./fixture.ts";
import { readPages } from "./readPages.ts";

const assets = readAssets();
const pages = await readPages();

/** One reader's bundle from these marts, through every page. */
export async function render(
  reader: Reader,
  marts: Marts = makeMarts(),
  given: { languages?: readonly Language[]; formats?: readonly string[]; facts?: ReleaseFacts } = {},
): Promise<Bundle> {
  const bundle = await compose(reader, marts, given.languages);
  const writers = await readWriters(given.formats ?? []);
  return writeBundle(bundle, { facts: given.facts ?? facts, assets, writers });
}

/** One reader's documents, without a format. */
export function compose(
  reader: Reader,
  marts: Marts = makeMarts(),
  languages: readonly Language[] = ["vi"],
): Promise<ComposedBundle> {
  return composeBundle({ reader, pages, rowsOf: rowsFor(marts, reader), languages });
}

/** The first page of a release of these bundles. */
export async function renderIndex(
  bundles: readonly Pick<Bundle, "reader" | "folder" | "isIllustrative">[],
): Promise<{ files: readonly BundleFile[] }> {
  const tools = { facts, assets, writers: await readWriters([]) };
  return { files: await writeReleaseIndex(composeReleaseIndex(bundles, ["vi"]), tools) };
}

export const national: Reader = { kind: "national" };
export const hue: UnitReader = province(fourProvinces[1] as Place);
export const justice: UnitReader = {
  kind: "ministry",
  unit_code: "btp",
  unit_name: "Bộ Tư pháp",
  unit_name_en: "Ministry of Justice",
  is_fictional: false,
};
export const inspectorate: UnitReader = {
  kind: "ministry",
  unit_code: "ttcp",
  unit_name: "Thanh tra Chính phủ",
  unit_name_en: "Government Inspectorate",
  is_fictional: false,
};

/** The text of one of a bundle's files. */
export function fileOf(bundle: Pick<Bundle, "files">, path: string): string {
  const file = bundle.files.find((candidate) => candidate.path === path);
  if (file === undefined)
    throw new Error(`The bundle has no file ${path}; it has ${bundle.files.map((f) => f.path)}.`);
  return new TextDecoder().decode(file.bytes);
}

/** All pages of a bundle in one text. */
export function allHtml(bundle: Pick<Bundle, "files">): string {
  return bundle.files
    .filter(({ path }) => path.endsWith(".html"))
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .join("\n");
}

/** The same marts with some rows of one of them changed. */
export function withRows(
  marts: Marts,
  mart: string,
  change: (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Marts {
  return { ...marts, [mart]: (marts[mart] ?? []).map(change) };
}
