import type { DuckDBConnection } from "@duckdb/node-api";
import { SourceError } from "../../models/errors.ts";

/** Between the parts of a text whose hash is taken. */
export const partMark = "\u001f";

/** A text as a part of what is hashed, as SQL of every database: NULL and an empty text are two things. */
export function hashedPart(text: string): string {
  return `case when ${text} is null then '-' else '+' || ${text} || '${partMark}' end`;
}

/** How the older forms of a store differ from those of the last snapshot, by keys. */
export interface Changes {
  /** Forms to read anew: their content is another one, or they came late. */
  readonly toRead: readonly string[];
  readonly late: number;
  /** Forms that changed and are not newer for it. */
  readonly silent: number;
  readonly deleted: number;
}

/** So many changes, and more than one form in five: then reading everything is quicker. */
const worthReadingWhole = 2000;

/**
 * Compares what the store says of its older forms (the table `older`: id, content) with the last snapshot (`known`), and
 * with what was read anew (`fresh`: id). Null when too much is different.
 */
export async function findChanges(connection: DuckDBConnection): Promise<Changes | null> {
  const ids = async (from: string) =>
    (await connection.runAndReadAll(`select id ${from} order by id`)).getRows().map(([id]) => String(id));
  const toRead = await ids("from older anti join known using (id, content)");
  const [[held] = [0]] = (await connection.runAndReadAll("select count(*)::integer from older")).getRows();
  if (toRead.length > worthReadingWhole && toRead.length > Number(held) / 5) return null;
  const late = await ids("from older anti join known using (id)");
  const deleted = await ids(
    "from known anti join (select id from older union all select id from fresh) using (id)",
  );
  return { toRead, late: late.length, silent: toRead.length - late.length, deleted: deleted.length };
}

/** What a run should say of changes that a time of editing alone would not have shown; null when there are none. */
export function sayChanges({ late, silent, deleted }: Changes): string | null {
  const forms = (count: number, what: string) =>
    count === 0 ? [] : [`${count} form${count === 1 ? "" : "s"} ${what}`];
  const parts = [
    ...forms(late, "came late"),
    ...forms(silent, "changed without saying so"),
    ...forms(deleted, "deleted"),
  ];
  return parts.length === 0 ? null : `since the last snapshot ${parts.join(", ")}`;
}

/** Throws when what is put together is not as many forms as the store counts. */
export function requireCount(where: string, counted: number, found: number): void {
  if (counted === found) return;
  throw new SourceError(
    `${where} counts ${counted}, and ${found} were put together from the last snapshot and its changes.`,
    {
      hint: "Nothing was taken. Collect again, without `incremental` if it stays so.",
      retriable: true,
    },
  );
}

/** A list in pieces that one statement can ask for. */
export function* inPieces<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let begin = 0; begin < list.length; begin += 1000) yield list.slice(begin, begin + 1000);
}
