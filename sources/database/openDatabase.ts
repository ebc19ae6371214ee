/** One connection to a server, within one read-only transaction that sees the database as it was when it began. */
export interface OpenDatabase {
  /** The server and database in words, for sentences. */
  readonly where: string;
  /** The rows of a statement; every value as the server's text. */
  readonly rows: (sql: string, values?: readonly unknown[]) => Promise<Record<string, string | null>[]>;
  /** Writes what a SELECT gives to a CSV file; NULL is \N. */
  readonly copy: (select: string, path: string) => Promise<void>;
  /** What the account may do beside reading, in words. */
  readonly writingRights: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}
