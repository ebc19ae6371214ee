import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JS } from "@duckdb/node-api";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Spec } from "../../../models/spec/spec.ts";
import { type DemoOptions, makeDemoStore } from "../../../pipelines/demo/makeDemoStore.ts";
import { scratchFolder } from "../../sources/scratchStore.ts";

/** A demo store made for a test, with what was written beside it. */
export interface TestStore {
  readonly path: string;
  readonly truth: Truth;
  readonly dirt: Dirt;
  /** Asks of the citizens alone; officials on named lists stand in the same tables and have tests of their own. */
  readonly ask: (sql: string) => Promise<Record<string, JS>[]>;
}

export interface Truth {
  readonly provenance: string;
  readonly rounds: readonly {
    readonly nation: Readonly<Record<string, number>>;
    readonly units: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly expected_among_respondents: Readonly<Record<string, Readonly<Record<string, number>>>>;
  }[];
}

export interface Dirt {
  readonly rounds: readonly {
    readonly responses_in_store: number;
    readonly by_kind: Readonly<Record<string, number>>;
    readonly by_unit: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly responses_by_unit: Readonly<Record<string, number>>;
    readonly response_keys: Readonly<Record<string, readonly string[]>>;
    readonly misspelled_rows: Readonly<
      Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>
    >;
  }[];
}

const silent = { log: () => {}, onStep: () => {} };

export async function demoStore(
  spec: Spec,
  options: Partial<DemoOptions> & { roundCodes: readonly string[] },
): Promise<TestStore> {
  const path = join(await scratchFolder(), "demo.duckdb");
  await makeDemoStore({ spec, path, ...options }, silent);
  const beside = async (name: string) => JSON.parse(await readFile(`${path}.${name}.json`, "utf8"));
  return {
    path,
    truth: await beside("truth"),
    dirt: await beside("dirt"),
    ask: (sql) => askReadOnly(path, sql),
  };
}

/** Views that stand before the store's tables of the same names. */
const citizens = [
  ...["responses", "participants", "instrument_questions"].map(
    (table) => `create temp view ${table} as from demo.main.${table} where instrument_code like 'sipas-%'`,
  ),
  "create temp view answers as from demo.main.answers where response_key in (select response_key from temp.responses)",
];

async function askReadOnly(path: string, sql: string): Promise<Record<string, JS>[]> {
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  try {
    for (const view of citizens) await connection.run(view);
    return (await connection.runAndReadAll(sql)).getRowObjectsJS();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
