import { unzipSync } from "fflate";
import type { BundleFile } from "./document.ts";
import { bundleFolder } from "./folder.ts";
import { readTags, type Tag, visibleText } from "./html/readTags.ts";
import { whatIfScript } from "./html/whatIfScript.ts";
import type { Reader, UnitReader } from "./reader.ts";
import { restrictedMark, restrictedNote } from "./restricted.ts";

/** Something that a bundle should not hold: which file, which rule it breaks, and the words found. */
export interface Finding {
  readonly file: string;
  readonly rule:
    | "foreign unit"
    | "fetches"
    | "script"
    | "formula"
    | "leads outside"
    | "missing target"
    | "restricted microdata";
  readonly found: string;
}

/** A unit whose rows another unit's bundle must not hold. */
export type ScannedUnit = UnitReader;

/**
 * Phrases that name a unit and are no row of it: the publisher of the indices, and a method compared with ours.
 * The only exceptions there are.
 */
export const publicPhrases: readonly string[] = [
  "Bộ Nội vụ công bố",
  "Bộ Nội vụ phê duyệt",
  "của Bộ Y tế ghi rõ mức 4 và 5",
  "The Ministry of Health's sibling method",
];

/**
 * Proves that a bundle holds its own unit and public aggregates only, and that it opens without a network: no other
 * unit's name or folder, no script but our own, nothing fetched, no link out of the folder, no missing file; in workbooks and Word
 * files, part by part, also no formula and no program.
 */
export function scanBundle(
  files: readonly BundleFile[],
  reader: Reader,
  units: readonly ScannedUnit[],
): readonly Finding[] {
  const opened = files.flatMap(openOffice);
  const texts = opened.filter(isText).map(decode).map(withoutOwnScript);
  const paths = new Set(files.map(({ path }) => path));
  const programs = opened
    .filter(({ path }) => isOfficePart(path) && programParts.test(path))
    .map(({ path }): Finding => ({ file: path, rule: "script", found: path.slice(path.indexOf("!") + 1) }));
  const found = texts.flatMap(({ path, content }) => {
    const tags = path.endsWith(".html") ? readTags(content) : [];
    if (isOfficePart(path)) return officeFindings({ path, content, tags: readTags(content) }, reader, units);
    return [
      ...foreignUnits({ path, content, tags }, reader, units),
      ...effects({ path, content, tags }),
      ...brokenTargets({ path, tags }, paths),
    ];
  });
  return [...restrictedFiles(files), ...programs, ...found];
}

/** Files that carry the mark of restricted microdata: no release may hold one, of whatever kind. */
export function restrictedFiles(files: readonly BundleFile[]): readonly Finding[] {
  return files
    .filter(
      ({ path, bytes }) =>
        path.endsWith(restrictedNote) ||
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(restrictedMark),
    )
    .map(({ path }) => ({ file: path, rule: "restricted microdata", found: restrictedMark }));
}

/** Where planted values stand in a bundle's text: for tests that put a mark into rows which must not arrive. */
export function findValues(files: readonly BundleFile[], values: readonly string[]): readonly Finding[] {
  return files
    .flatMap(openOffice)
    .filter(isText)
    .map(decode)
    .flatMap(({ path, content }) => {
      const text = `${content}\n${visibleText(content)}`;
      return values
        .filter((value) => text.includes(value))
        .map((found): Finding => ({ file: path, rule: "foreign unit", found }));
    });
}

const isText = ({ path }: BundleFile): boolean => /\.(html|css|svg|json|csv|txt|md|xml|rels|emf)$/.test(path);

/** A metafile's labels stand in it as UTF-16; what is between them reads as letters that nobody looks for. */
const decode = ({ path, bytes }: BundleFile) => ({
  path,
  content: new TextDecoder(path.endsWith(".emf") ? "utf-16le" : "utf-8").decode(bytes),
});

/** The parts of a workbook or a Word file, each under the file's name: also those that no program shows. */
function openOffice(file: BundleFile): readonly BundleFile[] {
  if (!/\.(xlsx|docx)$/.test(file.path)) return [file];
  return Object.entries(unzipSync(file.bytes)).map(([part, bytes]) => ({
    path: `${file.path}!${part}`,
    bytes,
  }));
}

/** The one script that a page of ours may hold, letter by letter; whatever else runs is found. */
function withoutOwnScript({ path, content }: ReturnType<typeof decode>): ReturnType<typeof decode> {
  return {
    path,
    content: path.endsWith(".html") ? content.replace(`<script>${whatIfScript}</script>`, "") : content,
  };
}

const programParts = /vbaProject|externalLinks|embeddings|activeX|oleObject|connections/i;

const isOfficePart = (path: string): boolean => path.includes("!");

/** An Office file holds no other unit, no formula, no program, and leads nowhere but to web addresses a reader may follow. */
function officeFindings(file: ReadFile, reader: Reader, units: readonly ScannedUnit[]): readonly Finding[] {
  const finding = (rule: Finding["rule"], found: string): Finding => ({ file: file.path, rule, found });
  return [
    ...foreignUnits(file, reader, units),
    ...file.tags.flatMap(({ name, attributes }) => {
      if (name === "f" && /worksheets\//.test(file.path)) return [finding("formula", "<f>")];
      if (name !== "relationship" || attributes.every(({ value }) => value !== "External")) return [];
      const target = attributes.find((attribute) => attribute.name === "target")?.value ?? "";
      return /^https?:\/\//i.test(target) ? [] : [finding("fetches", target)];
    }),
  ];
}

interface ReadFile {
  readonly path: string;
  readonly content: string;
  readonly tags: readonly Tag[];
}

/** Names in text and attributes, whole words, the longest name first; and folders of others in addresses. */
function foreignUnits(file: ReadFile, reader: Reader, units: readonly ScannedUnit[]): readonly Finding[] {
  if (reader.kind === "national") return [];
  const others = units.filter(({ unit_code }) => unit_code !== reader.unit_code);
  const foreignNames = new Set(others.flatMap(({ unit_name, unit_name_en }) => [unit_name, unit_name_en]));
  for (const own of [reader.unit_name, reader.unit_name_en]) foreignNames.delete(own);
  const attributes = file.tags.flatMap((tag) => tag.attributes.map(({ value }) => value));
  const text = [visibleText(file.content), ...attributes].join("\n").normalize("NFC").replace(/\s+/g, " ");
  const names = [...text.matchAll(namePattern([reader.unit_name, reader.unit_name_en, ...foreignNames]))]
    .map(([name]) => name)
    .filter((name) => foreignNames.has(name));
  const folders = others.map((unit) => bundleFolder(unit, false)).filter((folder) => text.includes(folder));
  return [...new Set([...names, ...folders])].map((found) => ({
    file: file.path,
    rule: "foreign unit",
    found,
  }));
}

/** Own names and public phrases are tried first where they are longer, so that "Bộ Nội vụ công bố" is no find. */
function namePattern(names: readonly string[]): RegExp {
  const longestFirst = [...new Set([...names, ...publicPhrases])]
    .map((name) => name.normalize("NFC"))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "gu");
}

const fetchingTags = new Set([
  "iframe",
  "object",
  "embed",
  "frame",
  "audio",
  "video",
  "source",
  "track",
  "base",
  "form",
]);
const remote = /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

function effects({ path, content, tags }: ReadFile): readonly Finding[] {
  const finding = (rule: Finding["rule"], found: string): Finding => ({ file: path, rule, found });
  const inTags = tags.flatMap(({ name, attributes }) => [
    ...(name === "script" ? [finding("script", "<script>")] : []),
    ...(fetchingTags.has(name) ? [finding("fetches", `<${name}>`)] : []),
    ...attributes.flatMap((attribute) => {
      const shown = `<${name} ${attribute.name}="${attribute.value.slice(0, 80)}">`;
      if (attribute.name.startsWith("on")) return [finding("script", shown)];
      if (attribute.name === "http-equiv" && /refresh/i.test(attribute.value))
        return [finding("fetches", shown)];
      if (!isAddress(attribute.name)) return [];
      if (name === "a") return isSafeLink(attribute.value) ? [] : [finding("script", shown)];
      return remote.test(attribute.value) ? [finding("fetches", shown)] : [];
    }),
  ]);
  const styles = path.endsWith(".css")
    ? content
    : tags.flatMap(({ attributes }) => attributes.map(styleOf)).join("\n");
  const inStyles = [...styles.matchAll(/@import[^;]*|url\(\s*["']?\s*(?:[a-z][a-z0-9+.-]*:|\/\/)[^)]*/gi)];
  return [...inTags, ...inStyles.map(([found]) => finding("fetches", found))];
}

const isAddress = (name: string): boolean =>
  ["src", "srcset", "href", "xlink:href", "data", "poster", "action"].includes(name);
const styleOf = ({ name, value }: Tag["attributes"][number]): string => (name === "style" ? value : "");

/** A link is followed by a reader, not fetched by the page: web addresses are fine, scripts and data are not. */
const isSafeLink = (address: string): boolean => !remote.test(address) || /^https?:\/\//i.test(address);

/** Relative addresses stay inside the folder and lead to a file that is there. */
function brokenTargets(
  { path, tags }: Omit<ReadFile, "content">,
  paths: ReadonlySet<string>,
): readonly Finding[] {
  const targets = tags.flatMap(({ attributes }) => attributes.filter(({ name }) => isAddress(name)));
  return targets.flatMap(({ value }): readonly Finding[] => {
    if (remote.test(value)) return [];
    const [address = ""] = value.split("#");
    if (address === "") return [];
    if (address.startsWith("/") || address.split("/").includes("..")) {
      return [{ file: path, rule: "leads outside", found: value }];
    }
    const folder = path.includes("/") ? `${path.slice(0, path.lastIndexOf("/"))}/` : "";
    return paths.has(folder + address) ? [] : [{ file: path, rule: "missing target", found: value }];
  });
}
