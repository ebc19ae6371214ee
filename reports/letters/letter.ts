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
}

export interface Annex {
  readonly title: string;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}
