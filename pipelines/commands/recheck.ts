import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { KnownError, UsageError } from "../../models/errors.ts";
import { batchLevels } from "../../models/rechecks/recheck.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import type { Row } from "../../sql/table.ts";
import { csvText } from "../csvText.ts";
import { resolveWarehouse } from "../diff/resolveWarehouse.ts";
import { writeAtomically } from "../files.ts";
import type { Project } from "../project.ts";
import { readModels } from "../readModels.ts";
import { drawRecheck } from "../rechecks/drawRecheck.ts";
import type { Terminal } from "../terminal.ts";
import { type Connected, connect } from "../warehouse/connection.ts";
import { readRows } from "../warehouse/readRows.ts";
import { answer, projectOf } from "./command.ts";

export function addRecheck(program: Command, terminal: Terminal): void {
  const recheck = program
    .command("recheck")
    .description("second interviews (phúc tra): which forms, and what they say");
  addDraw(recheck, terminal);
  addReconcile(recheck, terminal);
}

function addDraw(recheck: Command, terminal: Terminal): void {
  recheck
    .command("draw")
    .description("draw forms to ask again, the same share of each unit and interviewer")
    .requiredOption("--round <year>", "the round")
    .requiredOption("--seed <n>", "a whole number; the same seed draws the same forms", wholeNumber)
    .option(
      "--share <x>",
      "share of forms, above 0 and at most 1 (default: that of the round's recheck.yaml)",
      Number,
    )
    .requiredOption("--out <file>", "CSV of the keys that are drawn")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo recheck draw --round 2022 --share 0.05 --seed 2022 --out recheck.csv\nNo share is official: without one from either place nothing is drawn.",
    )
    .action(
      async (options: { round: string; seed: number; share?: number; out: string }, command: Command) => {
        const project = projectOf(command);
        const share = options.share ?? (await settingsOf(project, options.round))?.share;
        if (share === undefined)
          throw new KnownError(`How many forms of round ${options.round} to ask again is not said.`, {
            hint: "Give --share, or a share in the round's recheck.yaml; none is official, so there is no default.",
          });
        if (!(share > 0 && share <= 1))
          throw new UsageError(`The share to ask again is ${share}; it must be above 0 and at most 1.`);
        const drawn = await inOfficial(project, (connected) => drawRecheck(connected, { ...options, share }));
        await writeAtomically(
          resolve(options.out),
          csvText(["response_key", "unit_code", "commune_key", "interviewer_key"], drawn as unknown as Row[]),
        );
        const result = {
          round: options.round,
          share,
          seed: options.seed,
          forms: drawn.length,
          path: resolve(options.out),
        };
        answer(command, terminal, result, [`${drawn.length} forms drawn: ${result.path}`]);
      },
    );
}

function addReconcile(recheck: Command, terminal: Terminal): void {
  recheck
    .command("reconcile")
    .description(
      "error rates of interviewers, teams, communes and units, by kind of variable, with intervals",
    )
    .requiredOption("--round <year>", "the round")
    .addOption(
      new Option("--level <level>", "of what").choices(["nation", ...batchLevels]).default("interviewer"),
    )
    .option(
      "--sheet <file>",
      "also write a sheet of decisions to fill in, one line a batch above the round's limit",
    )
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo recheck reconcile --round 2022 --level unit\nA decision counts once it is signed off in the round's recheck_decisions.csv: docs/cleaning.md.",
    )
    .action(async (options: { round: string; level: string; sheet?: string }, command: Command) => {
      const project = projectOf(command);
      const settings = await settingsOf(project, options.round);
      if (settings === null)
        throw new KnownError(
          `Round ${options.round} has no recheck.yaml: how a recheck is read is not said.`,
          {
            hint: "List its variables and their kinds there.",
          },
        );
      const rates = await inOfficial(project, ({ connection }) =>
        readRows(
          connection,
          `select batch_level, batch_code, variable_kind, n_forms, n_compared, n_different, error_share, error_share_low, error_share_high, error_share_status
           from clean.recheck_rates where round_code = ${sqlLiteral(options.round)} and batch_level = ${sqlLiteral(options.level)}
           order by batch_code, variable_kind`,
        ),
      );
      const limit = settings.list_above_percent;
      const listed = rates.filter(
        (row) =>
          row["variable_kind"] === 1 && limit !== undefined && 100 * Number(row["error_share"]) > limit,
      );
      if (options.sheet !== undefined) {
        if (limit === undefined)
          throw new KnownError("Above which rate a batch is listed is not said.", {
            hint: "Give list_above_percent in the round's recheck.yaml; none is official, so there is no default.",
          });
        await writeAtomically(resolve(options.sheet), sheetOf(options.level, listed));
      }
      answer(command, terminal, { rates, listed }, [
        ...rates.map(line),
        ...(limit === undefined
          ? ["No limit is set (list_above_percent in recheck.yaml), so nobody is listed."]
          : [
              `${listed.length} of them differ in more than ${limit} % of kind 1: ${listed.map((row) => row["batch_code"]).join(", ") || "none"}`,
            ]),
      ]);
    });
}

function sheetOf(level: string, listed: readonly Row[]): string {
  const columns = ["level", "batch", "decision", "role", "decided_on", "reason", "signed_off_by", "effect"];
  return csvText(
    columns,
    listed.map((row) => ({ level, batch: row["batch_code"] })),
  );
}

function line(row: Row): string {
  const percent = (name: string) => (row[name] === null ? "[x]" : (100 * Number(row[name])).toFixed(1));
  return `${String(row["batch_code"]).padEnd(24)} kind ${row["variable_kind"]}: ${row["n_different"]} of ${row["n_compared"]} answers in ${row["n_forms"]} forms, ${percent("error_share")} % (${percent("error_share_low")} to ${percent("error_share_high")})`;
}

async function settingsOf(project: Project, round: string) {
  const { spec } = await readModels(project);
  return spec.rounds.find((one) => one.round.round === round)?.recheck ?? null;
}

async function inOfficial<T>(project: Project, work: (connected: Connected) => Promise<T>): Promise<T> {
  const { path } = await resolveWarehouse(project, "official");
  const connected = await connect(
    path,
    { threads: project.config.threads ?? 2, memoryLimit: project.config.memory_limit, spillFolder: "" },
    "read",
  );
  try {
    return await work(connected);
  } finally {
    connected.close();
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`A seed is a whole number; "${text}" is none.`);
  return Number(text);
}
