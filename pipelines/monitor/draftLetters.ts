import { z } from "zod";
import { CheckError, KnownError, UsageError } from "../../models/errors.ts";
import { groupBy } from "../../models/groupBy.ts";
import type { Unit } from "../../models/units/unit.ts";
import { unitRegistry } from "../../models/units/unitRegistry.ts";
import { letterFiles } from "../../reports/letters/letterFiles.ts";
import { isBelowThreshold, type Standing } from "../../reports/letters/standing.ts";
import { wordsOf } from "../../reports/messages/words.ts";
import { mailFailureRow, type UnitForm, unitFormRow } from "../../reports/monitor/rows.ts";
import { readModels } from "../readModels.ts";
import { languagesOf, readAssets } from "../reportTools.ts";
import type { Run } from "../run.ts";
import { replaceFolder } from "./monitorFolder.ts";
import { factsOf } from "./renderMonitor.ts";
import type { Watch } from "./watch.ts";

export interface LetterOptions {
  readonly threshold: number;
  /** Default: the newest round that a store holds. */
  readonly round?: string | undefined;
  /** Only this unit. */
  readonly unit?: string | undefined;
}

/** What was drafted, and where it lies. */
export interface DraftedLetters {
  readonly folder: string;
  readonly round: string;
  readonly units: readonly string[];
}

/**
 * Drafts two letters for each unit below the threshold: the ministry's to it and its own to its departments. No unit below
 * it, no letter; fictional units get none.
 */
export async function draftLetters(
  run: Run,
  watched: Watch,
  options: LetterOptions,
): Promise<DraftedLetters> {
  const rows = z.array(z.object(unitFormRow)).parse(watched.marts.get("marts.participation_units") ?? []);
  const round = options.round ?? newestRound(rows);
  const own = rows.filter((row) => row.round_code === round && row.mode !== "face_to_face");
  if (own.length === 0) {
    throw new KnownError(
      `Nothing is told of participation in round ${round}, so there is nothing to write about.`,
      {
        hint: "`thuocdo monitor` lists the rounds that are watched.",
      },
    );
  }
  const mail = z.array(z.object(mailFailureRow)).parse(watched.marts.get("marts.mail_failures") ?? []);
  const registry = unitRegistry((await readModels(run.project)).spec);
  const standings: Standing[] = [];
  for (const forms of groupBy(own, (row) => `${row.domain_level} ${row.domain_code}`).values()) {
    const unit = maybeAddressee(forms[0] as UnitForm, registry.unitsOn);
    if (unit === null || (options.unit !== undefined && unit.unit_code !== options.unit)) continue;
    const ordered = [...forms].sort((a, b) => (a.form_order ?? 0) - (b.form_order ?? 0));
    standings.push({
      unit,
      round,
      threshold: options.threshold,
      forms: ordered.filter(({ respondent_group }) => respondent_group === "all"),
      groups: ordered.filter(({ respondent_group }) => respondent_group !== "all"),
      mail: mail.filter((row) => row.round_code === round && row.unit_code === unit.unit_code),
    });
  }
  if (options.unit !== undefined && standings.length === 0)
    throw new UsageError(`Of the unit "${options.unit}" nothing is told in round ${round}.`, {
      hint: `There are: ${[...new Set(own.flatMap(({ unit_code }) => unit_code ?? []))].join(", ")}.`,
    });
  const below = standings.filter(isBelowThreshold);
  const folder = run.project.varPath("monitor", watched.asOf, "letters");
  const [language = "vi"] = languagesOf(run.project.config.language);
  const files = await letterFiles(below, {
    words: wordsOf(language),
    facts: factsOf(watched),
    assets: await readAssets(),
    threshold: options.threshold,
  });
  await replaceFolder(run, folder, files);
  return { folder, round, units: below.map(({ unit }) => unit.unit_name) };
}

/** The newest round that a store holds; figures of a document alone are written about only when they are asked for. */
function newestRound(rows: readonly UnitForm[]): string {
  const rounds = rows.filter(({ document }) => document === null).map(({ round_code }) => round_code);
  const newest = rounds.sort().at(-1);
  if (newest === undefined) throw new CheckError("No store tells of participation in any round.");
  return newest;
}

/** The unit of a row as the registry has it on the day that is told of; null for the nation and for fictional units. */
function maybeAddressee(
  row: UnitForm,
  unitsOn: (level: Unit["unit_level"], date: string) => Unit[],
): Unit | null {
  if (row.domain_level === "nation") return null;
  const day = row.closes ?? row.document_date ?? row.as_of_date ?? "";
  return unitsOn(row.domain_level, day).find(({ unit_code }) => unit_code === row.domain_code) ?? null;
}
