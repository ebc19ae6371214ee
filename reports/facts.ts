/** What is true of the whole release. No clock: the printed date is the round's own. */
export interface ReleaseFacts {
  /** The release's label, such as 2023-r1. */
  readonly release: string;
  readonly snapshotHash: string;
  readonly methodVersion: string;
  readonly codeVersion: string;
  /** ISO date of the edition's round. */
  readonly printedDate: string;
}
