import type { z } from "zod";
import type { Block } from "./blocks.ts";
import type { ChapterCode } from "./chapters.ts";
import type { OfficialPaper } from "./letters/letter.ts";
import type { PlainKey, Words } from "./messages/words.ts";
import type { Reader, ReaderKind } from "./reader.ts";
import type { RowAddress } from "./rowAddress.ts";

/** What a page may know besides its rows. */
export interface PageContext {
  readonly reader: Reader;
  readonly words: Words;
}

/**
 * A page answers one question from one mart. It names its wording, and makes blocks from rows; it holds no SQL,
 * no wording, no number format and no colour.
 */
export interface PageOf<Shape extends z.ZodRawShape> {
  /** The question, as a minister would ask it. */
  readonly title: PlainKey;
  readonly chapter: ChapterCode;
  readonly bundles: readonly ReaderKind[];
  readonly order: number;
  readonly from: `marts.${string}`;
  /** How the page's table names its rows, so that they can be linked to and asked about. */
  readonly address?: RowAddress;
  /** The columns the page uses, nulls explained; other columns of the mart are dropped. */
  readonly row: z.ZodObject<Shape>;
  /** How not to misread the answer. */
  readonly note?: PlainKey;
  /** The page ranks units: its note also says what no interval covers, or that none can be given. */
  readonly ranks?: "with_interval" | "without_interval" | "sampled" | "sampled_without_interval";
  /** What its chapter comes down to: it stands before the contents of its file. */
  readonly isLead?: boolean;
  /** Paper holds it of every round; other pages it holds of the newest round of their chapter, and names those of earlier ones. */
  readonly isPrintedEveryRound?: boolean;
  /** Pure: the same rows and context give the same blocks. No block at all: the page has nothing for this reader. */
  blocks(rows: readonly z.output<z.ZodObject<Shape>>[], context: PageContext): readonly Block[];
  /** Drafts of official papers that follow from the same rows, for formats that have them. */
  papers?(rows: readonly z.output<z.ZodObject<Shape>>[], context: PageContext): readonly OfficialPaper[];
}

export type Page = PageOf<z.ZodRawShape>;

/** A page and its name, which is its file's name. */
export interface NamedPage {
  readonly name: string;
  readonly page: Page;
}

export function definePage<Shape extends z.ZodRawShape>(page: PageOf<Shape>): Page {
  return page as unknown as Page;
}
