import { z } from "zod";
import { defineSource, type RawTable, rawTables } from "../source.ts";
import { checkSchema } from "./checkSchema.ts";
import { copyTable } from "./copyTable.ts";
import { openStore } from "./openStore.ts";

const storeConfig = z.strictObject({
  path: z.string().min(1),
  /** Only these rounds; without it, every round that the store holds. */
  rounds: z.array(z.string()).min(1).optional(),
});

/**
 * A survey store in a DuckDB file, by default the demo's. The file is opened read-only, so that nobody can write to
 * it while it is read and all tables are one view; DuckDB itself writes each table to Parquet, which must be asked for
 * before the next table is.
 */
export default defineSource({
  kind: "store",
  config: storeConfig,

  async *extract({ path, rounds }, { resolvePath, signal }) {
    const store = await openStore(resolvePath(path), { signal });
    try {
      await checkSchema(store);
      for (const table of Object.keys(rawTables) as RawTable[]) {
        yield { table, writeParquet: (target) => copyTable(store, table, target, rounds) };
      }
    } finally {
      store.close();
    }
  },
});
