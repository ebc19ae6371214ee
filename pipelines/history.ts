import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { CheckError } from "../models/errors.ts";
import { sqlLiteral } from "../models/text/sqlLiteral.ts";
import type { Row } from "../sql/table.ts";
import type { Warehouse } from "./buildWarehouse.ts";
import { asStorageError, renameDurably, sha256OfFile, syncFile } from "./files.ts";
import { historyPath, type ReleaseManifest, readReleases } from "./releases.ts";
import { type Run, temporaryFolder } from "./run.ts";
import type { Connected } from "./warehouse/connection.ts";
import { readRows } from "./warehouse/readRows.ts";
import { readWarehouse } from "./warehouse/readWarehouse.ts";
import { readHeads } from "./warehouse/tables.ts";

/** One published value of an earlier round that this build gives otherwise. */
export interface MovedValue {
  readonly mart: string;
  readonly round_code: string;
  readonly key: string;
  readonly column_name: string;
  readonly was: string;
  /** Null when the value is no longer given. */
  readonly is: string | null;
}

/**
 * Earlier rounds are rebuilt with every edition. What was published of them stays as it was: a value that moved stops
 * the run, unless the reason of the revision is given. The newest round may change, that is what a revision of it is for.
 */
export async function compareWithHistory(
  run: Run,
  warehouse: Warehouse,
  revisionReason: string | undefined,
): Promise<{ comparedWith: string | null; moved: readonly MovedValue[] }> {
  const last = (await readReleases(run.project)).at(-1);
  if (last === undefined || !(await isWhole(run, last))) return { comparedWith: null, moved: [] };
  const moved = await readWarehouse(run, warehouse, async (connected) =>
    readRows(
      connected.connection,
      `select was.mart, was.round_code, was.key, was.column_name, was.value as was, now.value as "is"
       from read_parquet(${sqlLiteral(historyPath(run.project, last.release))}) was
       left join (${await valuesQuery(connected)}) now using (mart, round_code, key, column_name)
       where was.round_code < (select max(round_code) from marts.rounds)
         and was.value is distinct from now.value
       order by all`,
    ),
  );
  const found = moved as unknown as readonly MovedValue[];
  if (found.length > 0 && revisionReason === undefined) throw hasMoved(found, last.release);
  return { comparedWith: last.release, moved: found };
}

/** Keeps the values of a build aside, to be named when its release is; returns the file's hash. */
export async function stageHistory(
  run: Run,
  warehouse: Warehouse,
): Promise<{ path: string; sha256: string }> {
  const path = join(temporaryFolder(run), "history.parquet");
  await mkdir(temporaryFolder(run), { recursive: true });
  try {
    await readWarehouse(run, warehouse, async (connected) =>
      connected.connection.run(
        `copy (${await valuesQuery(connected)} order by all) to ${sqlLiteral(path)} (format parquet, compression zstd)`,
      ),
    );
    await syncFile(path);
    return { path, sha256: await sha256OfFile(path) };
  } catch (error) {
    throw asStorageError(error, path);
  }
}

/** Gives staged values the name of their release. */
export async function keepHistory(run: Run, staged: string, release: string): Promise<void> {
  await mkdir(run.project.varPath("history"), { recursive: true });
  await renameDurably(staged, historyPath(run.project, release));
}

async function isWhole(run: Run, { release, history_sha256 }: ReleaseManifest): Promise<boolean> {
  const path = historyPath(run.project, release);
  if (history_sha256 !== undefined && existsSync(path) && (await sha256OfFile(path)) === history_sha256)
    return true;
  run.warn(
    `The values of release ${release} are not there or not whole; this build was not compared with them.`,
  );
  return false;
}

const numeric = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|FLOAT|DOUBLE|DECIMAL.*)$/;

/** Every number of every mart that has rounds, one row each: which mart, round, key and column, and the number as its exact text. */
async function valuesQuery({ connection }: Connected): Promise<string> {
  const parts: string[] = [];
  for (const [mart, head] of await readHeads("marts")) {
    if (!head.grain.includes("round_code")) continue;
    const columns = (await readRows(connection, `describe ${mart}`)).map(toColumn);
    const numbers = columns.filter(({ name, type }) => numeric.test(type) && !head.grain.includes(name));
    if (numbers.length === 0) continue;
    const key = head.grain.map((name) => `"${name}" := "${name}"`).join(", ");
    const texts = numbers.map(({ name }) => `"${name}"::varchar as "${name}"`).join(", ");
    parts.push(
      `select '${mart}' as mart, round_code, key, column_name, value from (
         unpivot (select round_code, to_json(struct_pack(${key}))::varchar as key, ${texts} from ${mart})
         on ${numbers.map(({ name }) => `"${name}"`).join(", ")} into name column_name value value)`,
    );
  }
  return parts.join("\nunion all\n");
}

function toColumn(row: Row): { name: string; type: string } {
  return { name: String(row["column_name"]), type: String(row["column_type"]) };
}

const shownValues = 5;

function hasMoved(moved: readonly MovedValue[], release: string): CheckError {
  const rounds = [...new Set(moved.map(({ round_code }) => round_code))].join(", ");
  const gone = moved.filter(({ is }) => is === null);
  const shown = [...moved.filter(({ is }) => is !== null), ...gone]
    .slice(0, shownValues)
    .map(
      ({ mart, key, column_name, was, is }) =>
        `  ${mart} ${key}: ${column_name} was ${was}, is ${is ?? "no longer given"}`,
    );
  const more = moved.length > shownValues ? [`  … and ${moved.length - shownValues} more`] : [];
  if (gone.length > 0) more.push(`  ${gone.length} of them are no longer given: withheld, or without a row`);
  return new CheckError(
    [
      `${moved.length} values of round ${rounds} are not those of release ${release}:`,
      ...shown,
      ...more,
    ].join("\n"),
    {
      hint: 'If they are to change, say why: `thuocdo publish --revision-reason "…"`; else find what changed in store, specification or code.',
    },
  );
}
