import type { Table } from "../blocks.ts";

/**
 * An official letter (công văn) before it has a format. Its number, its date and its signature are not in it: a draft
 * leaves them blank for the person who answers for it.
 */
export interface Letter {
  /** The agency that sends it, in the lines that its name is set in. */
  readonly issuer: readonly string[];
  /** Where it is signed; null leaves that blank too. */
  readonly place: string | null;
  readonly subject: string;
  readonly recipients: readonly string[];
  readonly body: readonly LetterParagraph[];
  /** Who gets a copy (nơi nhận). */
  readonly copies: readonly string[];
  readonly annex: Annex | null;
  readonly isIllustrative: boolean;
}

export interface LetterParagraph {
  readonly text: string;
  /** A numbered demand stands as a paragraph of its own: "1. …". */
  readonly number?: number;
  /** Which article of a decision it is (Điều); its text goes on in the same line. */
  readonly article?: number;
  /** Who decides and "QUYẾT ĐỊNH:" stand in the middle; what a decision rests on is slanted. */
  readonly style?: "centred" | "basis";
}

/** A draft that has a name where a letter has none: tờ trình, quyết định, kế hoạch. */
export interface OfficialPaper extends Letter {
  /** The agency that the issuer belongs to, set above it and not bold; left out where the issuer stands alone. */
  readonly superior?: string;
  /** What the paper is for, in the words that its file begins with; of each the newest round is written. */
  readonly stem: string;
  readonly round: string;
  readonly title: string;
  /** What the person who completes the draft must know; above its first page. */
  readonly notice: string;
}

export interface Annex {
  readonly title: string;
  /** Which paper it goes with, and whose; the number and the day of that are blank. */
  readonly of: string;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}
