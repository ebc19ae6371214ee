import type { Assets } from "./assets.ts";
import type { TextMeasure } from "./charts/measureText.ts";
import type { BundleFile, Document, Link } from "./document.ts";
import type { DocumentFacts } from "./facts.ts";
import { illustrativeMark } from "./folder.ts";
import type { Language } from "./locale.ts";
import type { Words } from "./messages/words.ts";
import type { OpenTable } from "./openTable.ts";
import type { Reader } from "./reader.ts";

/** What every writer is given besides the documents: words, facts of the release, fonts. */
export interface ReportTools {
  readonly words: Words;
  /** Every language of the release, the main one first. */
  readonly languages: readonly Language[];
  /** Stands before the ending of each file in this language: nothing for the main one, else `.en` or `.vi`. */
  readonly suffix: string;
  readonly facts: DocumentFacts;
  readonly assets: Assets;
  readonly measure: TextMeasure;
}

/** One reader's documents in one language, still without a format. */
export interface WritableBundle {
  readonly reader: Reader | null;
  readonly isIllustrative: boolean;
  readonly documents: readonly Document[];
  /** What stands on its pages, as data; in the national bundle only. */
  readonly tables: readonly OpenTable[];
  /** The other files of the bundle in this language, for pages to lead to. */
  readonly downloads: readonly Link[];
}

/**
 * An output format: documents in, files of the bundle's folder out. Pure: the same documents, words, facts and fonts
 * give the same bytes. `reports/writers/<format>.ts` default-exports one; the file's name is the format's.
 */
export interface Writer {
  /** Does it write the tables themselves? Then they are handed to it. */
  readonly givesData?: boolean;
  /** The files that pages lead to, before they are written; a writer of pages has none. */
  readonly names?: (bundle: Omit<WritableBundle, "downloads">, tools: ReportTools) => readonly Link[];
  readonly write: (bundle: WritableBundle, tools: ReportTools) => Promise<readonly BundleFile[]>;
}

export interface NamedWriter {
  readonly format: string;
  readonly writer: Writer;
}

export function defineWriter(writer: Writer): Writer {
  return writer;
}

/** Name of a bundle's one file of a format: `bao-cao-minh-hoa.en.pdf`. Invented figures show in it, and the second language. */
export function fileName(
  stem: string,
  ending: string,
  { isIllustrative }: Pick<WritableBundle, "isIllustrative">,
  { suffix }: Pick<ReportTools, "suffix">,
): string {
  return `${isIllustrative ? `${stem}-${illustrativeMark}` : stem}${suffix}.${ending}`;
}

/** Files of the main language have the plain name; those of another say so before their ending. */
export function languageSuffix(language: Language, languages: readonly Language[]): string {
  return language === languages[0] ? "" : `.${language}`;
}
