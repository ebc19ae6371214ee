import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { SourceError, SpecError } from "../../models/errors.ts";
import type { ScoreRow } from "../../models/scorecards/scoreEntry.ts";
import { defineSource, type RawRow } from "../source.ts";
import { parseCard } from "./cardFile.ts";

const workbookConfig = z.strictObject({
  /** The folder that `thuocdo scorecard import` keeps cards in. */
  path: z.string().min(1),
  rounds: z.array(z.string()).min(1).optional(),
});

/** Scorecards that were handed in as workbooks and imported: one CSV a unit, below <round>/<index>/. */
export default defineSource({
  kind: "workbook",
  config: workbookConfig,

  async *extract({ path, rounds }, { resolvePath }) {
    const folder = resolvePath(path);
    const names = await readdir(folder, { recursive: true }).catch((cause) => {
      throw new SourceError(`There is no folder of scorecards at ${folder}.`, {
        hint: "Import a card with `thuocdo scorecard import`, or correct the path of the workbook source in thuocdo.yaml.",
        cause,
      });
    });
    yield {
      table: "scorecards",
      batches: readCards(folder, names.filter((name) => name.endsWith(".csv")).sort(), rounds),
    };
  },
});

async function* readCards(
  folder: string,
  names: readonly string[],
  rounds?: readonly string[],
): AsyncGenerator<readonly RawRow[]> {
  for (const name of names) {
    const file = join(folder, name);
    const { value, issues } = parseCard(file, await readFile(file, "utf8"));
    if (value === null) throw new SpecError(issues);
    yield value.filter((row) => rounds === undefined || rounds.includes(row.round_code)).map(toRaw);
  }
}

function toRaw(row: ScoreRow): RawRow {
  return {
    round_code: row.round_code,
    index_code: row.index_code,
    unit_name: row.unit_name,
    node_code: row.node_code,
    stage_code: row.stage_code,
    points: row.points,
    max_points: null,
    published_rank: null,
    source_url: null,
    framework_code: row.framework_code,
    framework_version: row.framework_version,
    score_status: row.score_status,
    inputs: row.inputs,
    role_code: row.role_code,
    scored_at: new Date(row.scored_at),
    reason: row.reason,
    evidence: row.evidence,
    is_locked: row.is_locked === "true",
  };
}
