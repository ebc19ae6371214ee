/** What is true of a whole folder of documents, whatever it holds. No clock stands in it. */
interface Origin {
  readonly snapshotHash: string;
  readonly methodVersion: string;
  readonly codeVersion: string;
}

/** What is true of the whole release: the printed date is the round's own. */
export interface ReleaseFacts extends Origin {
  /** The release's label, such as 2023-r1. */
  readonly release: string;
  /** ISO date of the edition's round. */
  readonly printedDate: string;
  /** The label names two warehouses that are compared: nothing here is published. */
  readonly isComparison?: true;
}

/** What is true of every page of one day of the monitor. It is no release: nothing in it is published. */
export interface MonitorFacts extends Origin {
  /** ISO date of the last day that is counted. */
  readonly asOfDate: string;
}

export type DocumentFacts = ReleaseFacts | MonitorFacts;
