import { readFile } from "node:fs/promises";
import { z } from "zod";
import { SourceError } from "../../models/errors.ts";
import { defineSource, type RawRow } from "../source.ts";
import { readScorecards } from "./readScorecards.ts";

const filesConfig = z.strictObject({
  /** A CSV of published points, laid out as models/published/par_ministry.csv. */
  path: z.string().min(1),
  level: z.enum(["ministry", "province"]),
  /** The rounds to read: years of the table. */
  rounds: z.array(z.string().regex(/^\d{4}$/, "a round is a year, as 2023")).min(1),
  /** What the table calls a component → the node it is in our frameworks. */
  components: z.record(z.string(), z.string().regex(/^[a-z][a-z0-9_]*$/)),
});

export type FilesConfig = z.infer<typeof filesConfig>;

/** The published table of the PAR INDEX as a file: its points enter as scorecards of the stage `published`. */
export default defineSource({
  kind: "files",
  config: filesConfig,

  async *extract(config, { resolvePath }) {
    const path = resolvePath(config.path);
    const text = await readFile(path, "utf8").catch((cause) => {
      throw new SourceError(`The table of published points at ${path} cannot be read.`, {
        hint: "Put the file there, or correct the path of the files source in thuocdo.yaml.",
        cause,
      });
    });
    yield { table: "scorecards", batches: inOneBatch(readScorecards(path, text, config)) };
  },
});

async function* inOneBatch(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  yield rows;
}
