import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSpec } from "../../../models/spec/readSpec.ts";
import { toSpecTables } from "../../../models/spec/specTables.ts";
import { makeSeasonStore, type SeasonStore } from "../../../pipelines/demo/season/makeSeasonStore.ts";
import { monitorMarts } from "../../../pipelines/monitor/monitorMarts.ts";
import { packageRoot } from "../../../pipelines/packageRoot.ts";
import { readModelFiles } from "../../../pipelines/readModels.ts";
import { buildTable } from "../../../pipelines/warehouse/buildTable.ts";
import { connect } from "../../../pipelines/warehouse/connection.ts";
import { readRows } from "../../../pipelines/warehouse/readRows.ts";
import { runChecks } from "../../../pipelines/warehouse/runChecks.ts";
import { readTables, type Table } from "../../../pipelines/warehouse/tables.ts";
import { writeRows } from "../../../pipelines/warehouse/writeRows.ts";
import { rawTables } from "../../../sources/source.ts";
import { layers, type Row } from "../../../sql/table.ts";

/** The monitor's tables over a season's store, made anew for one day after another. */
export interface SeasonWarehouse {
  readonly season: SeasonStore;
  /** Builds every table as of a day; with their promises when asked. */
  readonly goTo: (day: string, options?: { readonly withChecks?: boolean }) => Promise<void>;
  readonly query: (sql: string) => Promise<Row[]>;
  readonly close: () => void;
}

/** Makes a season and loads it once. `grow` may change the raw tables before anything is built. */
export async function openSeason(
  options: {
    readonly units?: number;
    readonly threads?: number;
    readonly onTable?: (name: string, seconds: number) => void;
  },
  ...grow: readonly string[]
): Promise<SeasonWarehouse> {
  const spec = readSpec(await readModelFiles([packageRoot]));
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-season-"));
  const season = await makeSeasonStore({ spec, path: join(folder, "season.duckdb"), units: options.units });
  const { connection, close } = await connect(":memory:", {
    threads: options.threads ?? 2,
    memoryLimit: "2GB",
    spillFolder: folder,
  });
  for (const layer of layers) await connection.run(`create schema ${layer}`);
  await connection.run(`attach '${season.path}' as season (read_only)`);
  for (const [table, columns] of Object.entries(rawTables)) {
    const selected = Object.keys(columns).join(", ");
    await connection.run(
      `create table raw.${table} as select 'season' as store_code, 'illustrative' as provenance, ${selected} from season.${table}`,
    );
  }
  await connection.run("detach season");
  for (const sql of grow) await connection.run(sql);
  for (const table of toSpecTables(spec)) await writeRows(connection, table.name, table.columns, table.rows);
  const names = await readRows(
    connection,
    "select schema_name || '.' || table_name as name from duckdb_tables()",
  );
  const given = new Set(names.map(({ name }) => String(name)));
  const tables = await readTables(connection, given, monitorMarts);
  let isBuilt = false;
  return {
    season,
    goTo: async (day, { withChecks = false } = {}) => {
      if (isBuilt) for (const { name } of tables) await connection.run(`drop table ${name}`);
      isBuilt = true;
      await connection.run(`update spec.as_of set scope_code = 'day', as_of_date = date '${day}'`);
      for (const table of tables as Table[]) {
        const begin = process.hrtime.bigint();
        await buildTable(connection, table);
        options.onTable?.(table.name, Number(process.hrtime.bigint() - begin) / 1e9);
        if (withChecks) await runChecks(connection, table);
      }
    },
    query: (sql) => readRows(connection, sql),
    close: () => {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
