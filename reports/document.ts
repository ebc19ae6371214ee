import type { Block } from "./blocks.ts";
import type { OfficialPaper } from "./letters/letter.ts";
import type { BlockProvenance } from "./provenance.ts";

/** One written file, still without a format. */
export interface Document {
  readonly path: string;
  readonly title: string;
  /** Whose report it is; null on the first page of a release. Which release it is, writers add. */
  readonly subtitle: string | null;
  /** Does any of its figures come from invented respondents? Then the warning stands first. */
  readonly isIllustrative: boolean;
  /** Is it about a unit that does not exist? Then the warning says this instead. */
  readonly isFictional?: boolean;
  readonly home: Link | null;
  /** Links to the other files of the bundle. */
  readonly siblings: readonly (Link & { readonly isCurrent: boolean })[];
  readonly sections: readonly Section[];
}

export interface Link {
  readonly href: string;
  readonly text: string;
  readonly note?: string;
  /** A draft of an official paper: it stands apart from the reports and data. */
  readonly isDraft?: boolean;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Stands above the title: which index and round it speaks of, where one file holds several. */
  readonly kicker: string | null;
  /** The round that it speaks of, where its chapter is written once for each. */
  readonly round?: string;
  /** What the rest comes down to: on a page it stands before the contents. */
  readonly isLead?: boolean;
  /** Of an earlier round: paper names it and says where it is. */
  readonly isOffPaper?: boolean;
  readonly note: string | null;
  readonly provenance: readonly BlockProvenance[];
  readonly blocks: readonly (Block | LinkList)[];
  /** Drafts of official papers that follow from the same figures. */
  readonly papers?: readonly OfficialPaper[];
}

export interface LinkList {
  readonly kind: "links";
  readonly links: readonly Link[];
}

export interface BundleFile {
  /** Relative to the bundle's folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
