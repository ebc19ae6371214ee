import { readFile } from "node:fs/promises";
import { SourceError } from "../../models/errors.ts";
import { defineSource, type RawRow } from "../source.ts";
import { filesConfig } from "./filesConfig.ts";
import { readScorecards } from "./readScorecards.ts";

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
