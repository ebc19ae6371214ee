import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type Command, Option } from "commander";
import { SourceError, SpecError } from "../../models/errors.ts";
import { frameworkVersion } from "../../models/frameworks/frameworkVersion.ts";
import { mergeScorecard } from "../../models/scorecards/changedLocks.ts";
import { checkScorecard } from "../../models/scorecards/checkScorecard.ts";
import { scorables } from "../../models/scorecards/scorable.ts";
import type { ScoreRow } from "../../models/scorecards/scoreEntry.ts";
import { type RoleCode, type StageCode, stageCodes, stages } from "../../models/scorecards/stages.ts";
import { unitSlug } from "../../models/units/unitSlug.ts";
import { parseCard, toCardText } from "../../sources/workbook/cardFile.ts";
import { openCard, readCard } from "../../sources/workbook/readCard.ts";
import { writeCardTemplate } from "../../sources/workbook/writeCardTemplate.ts";
import { filesIn } from "../discover.ts";
import { asStorageError, writeAtomically } from "../files.ts";
import type { Project } from "../project.ts";
import { readModels } from "../readModels.ts";
import { cardSubject } from "../scorecards/cardSubject.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

interface TemplateOptions {
  readonly unit: string;
  readonly round: string;
  readonly stage: StageCode;
  readonly out?: string;
}

export function addScorecard(program: Command, terminal: Terminal): void {
  const scorecard = program
    .command("scorecard")
    .description("scorecards (bảng chấm điểm): a workbook to fill in, its import, a check of all");
  scorecard
    .command("template")
    .description("an empty scorecard of one stage as .xlsx: a sheet an area, lists, protected cells")
    .requiredOption("--unit <name>", "the ministry or province; Bộ A, Tỉnh 01 … for trying out")
    .requiredOption("--round <year>", "the round")
    .addOption(
      new Option("--stage <stage>", "what is to be filled in").choices([...stageCodes]).default("self"),
    )
    .option("--out <file>", "where to write (default: here, named after unit, round and stage)")
    .addHelpText("after", '\nExample:\n  thuocdo scorecard template --unit "Tỉnh 01" --round 2023')
    .action(async (options: TemplateOptions, command: Command) => {
      const project = projectOf(command);
      const { spec } = await readModels(project);
      const subject = cardSubject(spec, options.round, options.unit);
      const before = await readCardOf(project, subject.path);
      const bytes = await writeCardTemplate({
        info: {
          round_code: options.round,
          index_code: subject.indexCode,
          unit_name: subject.unitName,
          framework_code: subject.framework.framework,
          framework_version: frameworkVersion(subject.framework),
          stage_code: options.stage,
          role_code: roleOf(options.stage),
        },
        framework: subject.framework,
        allowed: subject.allowed,
        before: before === null ? new Map() : standingBefore(before, options.stage),
      });
      const mark = subject.framework.provenance === "illustrative" ? "-minh-hoa" : "";
      const out = resolve(
        options.out ??
          `bang-cham-${unitSlug(subject.unitName)}-${options.round}-${options.stage}${mark}.xlsx`,
      );
      await writeAtomically(out, bytes);
      answer(command, terminal, { path: out, framework: subject.framework.framework }, [
        `Scorecard to fill in: ${out}`,
      ]);
    });
  scorecard
    .command("import <file.xlsx>")
    .description("take in a filled-in scorecard, all or nothing; kept in the project's scorecards folder")
    .option("--lock", "close the stage (chốt): it can no longer be changed")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo scorecard import bang-cham-tinh-01-2023-self-minh-hoa.xlsx --lock",
    )
    .action(async (file: string, options: { lock?: boolean }, command: Command) => {
      const project = projectOf(command);
      const { spec } = await readModels(project);
      const bytes = await readFile(file).catch((cause) => {
        throw new SourceError(`The scorecard ${file} cannot be read.`, {
          hint: "Give the path of an .xlsx file.",
          cause,
        });
      });
      const card = openCard(basename(file), bytes);
      const subject = cardSubject(spec, card.info.round_code, card.info.unit_name);
      const before = (await readCardOf(project, subject.path)) ?? [];
      const rows = readCard(card, {
        framework: subject.framework,
        allowed: subject.allowed,
        before,
        scoredAt: new Date().toISOString(),
        isLocked: options.lock ?? false,
      });
      const target = join(scorecardsFolder(project), subject.path);
      await writeAtomically(target, toCardText(mergeScorecard(before, rows))).catch((error) => {
        throw asStorageError(error, target);
      });
      const count = (status: ScoreRow["score_status"]) =>
        rows.filter((row) => row.score_status === status).length;
      const result = {
        path: target,
        stage: card.info.stage_code,
        scored: count("scored"),
        missing: count("missing"),
        is_locked: options.lock ?? false,
      };
      answer(command, terminal, result, [
        `Imported: ${target}`,
        `  ${result.stage}: ${result.scored} leaves scored, ${result.missing} missing${result.is_locked ? ", locked" : ""}`,
      ]);
    });
  scorecard
    .command("check")
    .description("read every imported scorecard and every rule in it")
    .addHelpText("after", "\nExample:\n  thuocdo scorecard check")
    .action(async (_options, command: Command) => {
      const project = projectOf(command);
      const { spec } = await readModels(project);
      const paths = await filesIn(scorecardsFolder(project), [".csv"]);
      const found = [];
      const issues = [];
      for (const path of paths) {
        const file = `scorecards/${path}`;
        const parsed = parseCard(file, await readFile(join(scorecardsFolder(project), path), "utf8"));
        issues.push(...parsed.issues);
        const rows = parsed.value ?? [];
        const [first] = rows;
        if (first === undefined) continue;
        const subject = cardSubject(spec, first.round_code, first.unit_name);
        const version = frameworkVersion(subject.framework);
        if (subject.path !== path)
          issues.push({
            file,
            path: "",
            message: `holds ${first.unit_name}: its place is scorecards/${subject.path}`,
          });
        rows.forEach((row, i) => {
          if (row.framework_version !== version || row.framework_code !== subject.framework.framework)
            issues.push(
              parsed.at(
                [i, "framework_version"],
                `is ${row.framework_version}; ${subject.framework.framework} is at ${version} now`,
              ),
            );
        });
        for (const { row, field, message } of checkScorecard(
          rows,
          scorables(subject.framework),
          subject.allowed,
        ))
          issues.push(parsed.at([row, field], message));
        found.push({
          file,
          unit: first.unit_name,
          rows: rows.length,
          stages: [...new Set(rows.map((row) => row.stage_code))],
        });
      }
      if (issues.length > 0)
        throw new SpecError(issues, {
          hint: "Import the card anew; the files are not meant to be edited by hand.",
        });
      answer(
        command,
        terminal,
        found,
        found.length > 0
          ? found.map((card) => `${card.file}: ${card.unit}, ${card.rows} rows, ${card.stages.join(", ")}`)
          : ["No scorecard was imported yet."],
      );
    });
}

function scorecardsFolder(project: Project): string {
  return join(project.root, "scorecards");
}

async function readCardOf(project: Project, path: string): Promise<readonly ScoreRow[] | null> {
  const file = join(scorecardsFolder(project), path);
  if (!existsSync(file)) return null;
  const { value, issues } = parseCard(`scorecards/${path}`, await readFile(file, "utf8"));
  if (value === null) throw new SpecError(issues);
  return value;
}

function roleOf(stage: StageCode): RoleCode {
  return stages.find(({ code }) => code === stage)?.roles[0] ?? "unit";
}

/** The newest score of every leaf before a stage. */
function standingBefore(rows: readonly ScoreRow[], stage: StageCode): Map<string, ScoreRow> {
  const earlier = stageCodes.slice(0, stageCodes.indexOf(stage));
  const ordered = [...rows].filter((row) => earlier.includes(row.stage_code));
  ordered.sort((a, b) => earlier.indexOf(a.stage_code) - earlier.indexOf(b.stage_code));
  return new Map(ordered.map((row) => [row.node_code, row]));
}
