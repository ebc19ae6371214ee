/** One connection to a server, within one read-only transaction that sees the database as it was when it began. */
export interface OpenDatabase {
  /** The server and database in words, for sentences. */
  readonly where: string;
  /** The rows of a statement; every value as the server's text. */
  readonly rows: (sql: string, values?: readonly unknown[]) => Promise<Record<string, string | null>[]>;
  /** Writes expressions over what `from` names to a CSV file, as `fromLandedCsv` reads it. */
  readonly copy: (expressions: readonly string[], from: string, path: string) => Promise<void>;
  /** An expression as text in this server's SQL. */
  readonly text: (expression: string) => string;
  /** What the account may do beside reading, in words. */
  readonly writingRights: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}
