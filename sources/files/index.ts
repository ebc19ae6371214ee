import { readFile } from "node:fs/promises";
import { z } from "zod";
import { SourceError } from "../../models/errors.ts";
import { defineSource, type RawRow } from "../source.ts";
import { readScorecards } from "./readScorecards.ts";

const filesConfig = z.strictObject({
  /** A CSV of published points, laid out as models/published/par_ministry.csv. */
  path: z.string().min(1),
  level: z.enum(["ministry", "province"]),
  /** The years of the table to read; each is a round. */
  years: z.array(z.int()).min(1),
  /** What the table calls a component → the block of points that it is in models/rounds. */
  components: z.record(z.string(), z.string().regex(/^[a-z][a-z0-9_]*$/)).default({
    "điểm thẩm định": "appraised",
    "điểm điều tra XHH": "survey",
    total: "total",
  }),
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
