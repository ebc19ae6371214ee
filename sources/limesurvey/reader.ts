import type { KeyedHash } from "../database/keyedHash.ts";
import type { LimeDatabase } from "./limeDatabase.ts";

/** What every table is read with: the database, and the hash that tokens leave as. */
export interface LimeReader {
  readonly db: LimeDatabase;
  readonly hash: KeyedHash;
}
