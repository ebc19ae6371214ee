import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance, type JS } from "@duckdb/node-api";
import { readStoreDdl } from "../../sources/store/readStoreDdl.ts";
import { cardPath, toCardText } from "../../sources/workbook/cardFile.ts";

export function scratchFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "thuocdo-test-"));
}

/** Runs statements on a DuckDB file (in memory without a path) and gives the rows of the last. */
export async function query(path: string, ...statements: string[]): Promise<Record<string, JS>[]> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    let rows: Record<string, JS>[] = [];
    for (const statement of statements) {
      rows = (await connection.runAndReadAll(statement)).getRowObjectsJS();
    }
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A survey store written by hand: two rounds of two persons each, and a name with a quote. */
export async function smallStore(path: string, ...changes: string[]): Promise<string> {
  await query(
    path,
    await readStoreDdl(),
    `insert into instruments values ('sipas-2022', '2022', 'Phiếu', '1')`,
    `insert into instrument_questions values ('2022', 'sipas-2022', 'Q9_01', 'level', 'Thông tin', '1 2 3 4 5')`,
    `insert into sample_units values
      ('2022', 'sipas', 'v1', null, 'village', 'Hà Nội', 'Thôn minh họa', 40, 0.05, false, true, false, null, null),
      ('2022', 'sipas', 'p1', 'v1', 'person', 'Hà Nội', null, 500, 0.01, false, true, false, null, 'complete')`,
    `insert into participants values
      ('2022', 'sipas-2022', 'a', 'p1', 'Hà Nội', 'citizen', timestamp '2022-11-20 01:00:00'),
      ('2021', 'sipas-2022', 'b', 'p2', 'Đắk Lắk', 'citizen', null)`,
    `insert into deliveries values ('2022', 'sipas-2022', 'a', 'paper', timestamp '2022-12-03 02:00:00', 'delivered', null, null)`,
    `insert into responses values
      ('2022', 'sipas-2022', 'r1', 'a', null, timestamp '2022-12-05 03:04:05.678901', null, false, 'i1', null, null),
      ('2021', 'sipas-2022', 'r2', 'b', null, timestamp '1980-01-01 00:00:00', null, false, 'i''1', null, null)`,
    `insert into answers values
      ('2022', 'r1', 'Q9_02', '4'), ('2022', 'r1', 'Q9_01', '5'), ('2021', 'r2', 'Q9_01', null), ('2021', 'r2', 'Q11', 'it''s "ổn"')`,
    `insert into rechecks values ('2022', 'r1', 'Q9_01', '4', timestamp '2022-12-09 03:00:00', 'i2')`,
    `insert into scorecards (round_code, index_code, unit_name, node_code, stage_code, points, max_points, published_rank, source_url)
      values ('2022', 'par_ministry', 'Bộ A', 'total', 'published', 89.95, 100, 1, 'https://example.org')`,
    ...changes,
    "checkpoint",
  );
  return path;
}

/** A folder with the imported scorecard of a fictional ministry: one leaf, self-scored, a quote in its reason. */
export async function smallCard(folder: string): Promise<void> {
  const row = {
    round_code: "2023",
    index_code: "par_ministry",
    unit_name: "Bộ A",
    framework_code: "minh-hoa-ministry",
    framework_version: "v",
    node_code: "1.1.1",
    stage_code: "self",
    score_status: "scored",
    points: "0.7",
    inputs: '{"done":"9","planned":"10"}',
    role_code: "unit",
    scored_at: "2024-01-20T02:00:00Z",
    reason: 'theo "công văn"',
    evidence: null,
    is_locked: "false",
  } as const;
  const path = join(folder, cardPath(row, "minh-hoa-bo-a"));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, toCardText([row]));
}
