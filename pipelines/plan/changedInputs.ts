import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { rawTables } from "../../sources/source.ts";
import type { Snapshot, SnapshotFile } from "../snapshot.ts";
import { readRows } from "../warehouse/readRows.ts";
import type { Change } from "./plan.ts";

/** A landed table that is not what it was, with the rounds and units of its rows; null where they cannot be told. */
export interface ChangedInput {
  readonly change: Change;
  readonly table: string;
  readonly rounds: readonly string[] | null;
  readonly units: readonly string[] | null;
}

/**
 * The tables of two snapshots that differ. Names of units are read as the attached warehouse, `released`, read them; a name it
 * did not know can be anybody's.
 */
export async function changedInputs(
  connection: DuckDBConnection,
  before: Snapshot,
  after: Snapshot,
): Promise<ChangedInput[]> {
  const keyOf = ({ store, table }: SnapshotFile) => `${store}.${table}`;
  const old = new Map(before.files.map((file) => [keyOf(file), file]));
  const now = new Map(after.files.map((file) => [keyOf(file), file]));
  const changed: ChangedInput[] = [];
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(key), now.get(key)];
    if (was?.sha256 === is?.sha256) continue;
    const file = (is ?? was) as SnapshotFile;
    if (file.table === "answer_sheets") {
      // the sheet of one form: whose answers changed is not told apart
      const change = was === undefined ? "new" : is === undefined ? "gone" : "changed";
      changed.push({
        change: { kind: "input", name: key, change, n_rows: null },
        table: "raw.answers",
        rounds: null,
        units: null,
      });
      continue;
    }
    const rowsOf = (snapshot: Snapshot, one: SnapshotFile | undefined) =>
      one === undefined ? null : `select * from read_parquet(${sqlLiteral(join(snapshot.folder, one.file))})`;
    const differing = differenceOf(rowsOf(before, was), rowsOf(after, is));
    const [counted] = await readRows(connection, `select count(*) as n from (${differing})`);
    const nRows = Number(counted?.["n"]);
    if (nRows === 0) continue; // the same rows in another order
    const rounds = await readRows(connection, `select distinct round_code from (${differing}) order by all`);
    changed.push({
      change: {
        kind: "input",
        name: key,
        change: was === undefined ? "new" : is === undefined ? "gone" : "changed",
        n_rows: nRows,
      },
      table: `raw.${file.table}`,
      rounds: rounds.map((row) => String(row["round_code"])),
      units: await unitsOf(connection, file, differing, [
        rowsOfTable(before, file),
        rowsOfTable(after, file),
      ]),
    });
  }
  return changed;
}

function differenceOf(before: string | null, after: string | null): string {
  if (before === null) return after as string;
  if (after === null) return before;
  return `(${before} except all ${after}) union all (${after} except all ${before})`;
}

type Neighbours = (table: keyof typeof rawTables) => string | null;

/** The other landed tables of the same store. */
function rowsOfTable(snapshot: Snapshot, { store }: SnapshotFile): Neighbours {
  return (table) => {
    const file = snapshot.files.find((one) => one.store === store && one.table === table);
    return file === undefined
      ? null
      : `select * from read_parquet(${sqlLiteral(join(snapshot.folder, file.file))})`;
  };
}

/** The units that rows speak of, by name or by the place in the sample of whoever they are about; null when one cannot be told. */
async function unitsOf(
  connection: DuckDBConnection,
  { table }: SnapshotFile,
  differing: string,
  neighbours: readonly Neighbours[],
): Promise<string[] | null> {
  const all = (name: keyof typeof rawTables) => neighbours.flatMap((of) => of(name) ?? []).join(" union ");
  const columns: readonly string[] = table === "answer_sheets" ? [] : Object.keys(rawTables[table]);
  const persons = `select distinct round_code, participant_key, sample_unit_key from (${all("participants")})`;
  const forms = `select distinct round_code, response_key, participant_key from (${all("responses")})`;
  const sampled = "released.staging.sample_units u using (round_code, sample_unit_key)";
  const joins = columns.includes("sample_unit_key")
    ? `left join ${sampled}`
    : columns.includes("participant_key")
      ? `left join (${persons}) p using (round_code, participant_key) left join ${sampled}`
      : `left join (${forms}) r using (round_code, response_key) left join (${persons}) p using (round_code, participant_key) left join ${sampled}`;
  if (table === "instrument_questions") return null;
  const units = await readRows(
    connection,
    table === "scorecards"
      ? `select distinct u.unit_code from (${differing}) d left join released.staging.unit_names u using (round_code, unit_name) order by all`
      : `select distinct u.unit_code from (${differing}) d ${joins} order by all`,
  );
  return units.some((row) => row["unit_code"] === null) ? null : units.map((row) => String(row["unit_code"]));
}
