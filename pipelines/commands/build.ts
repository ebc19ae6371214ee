import type { Command } from "commander";
import { buildWarehouse, describeWarehouse } from "../buildWarehouse.ts";
import { collect, describeSnapshot } from "../collect.ts";
import type { Terminal } from "../terminal.ts";
import { buildTrial } from "../trials/buildTrial.ts";
import { readTrialModels } from "../trials/readTrialModels.ts";
import { standingSnapshot } from "../trials/standingSnapshot.ts";
import { checkTrialName, readTrial, trialPath } from "../trials/trial.ts";
import { answer, asRun, projectOf } from "./command.ts";

export function addBuild(program: Command, terminal: Terminal): void {
  program
    .command("build")
    .description(
      "collect, then build a fresh warehouse and check every promise of every table; or try a recipe beside it",
    )
    .option("--as <name>", "build a trial of this name, beside the official build")
    .option("--recipe <file>", "what the trial does otherwise (YAML; see docs/cleaning.md)")
    .option("--round <year>", "the round that the recipe changes")
    .option("--whole", "make and keep every table and round, not only what a comparison reads")
    .addHelpText(
      "after",
      "\nExamples:\n  thuocdo build\n  thuocdo build --round 2022 --recipe my.yaml --as trial-1\nThe warehouse is one DuckDB file; open it read-only with any DuckDB shell. A trial is never published.",
    )
    .action(async (options: TrialOptions, command: Command) => {
      const asked = toTrial(options, command);
      if (asked) return answerTrial(command, terminal, asked);
      const result = await asRun(command, terminal, async (run) => {
        const snapshot = await run.phase("collect", () => collect(run), describeSnapshot);
        const warehouse = await run.phase("build", () => buildWarehouse(run, snapshot), describeWarehouse);
        const warnings = warehouse.checks.filter((check) => check.n_failing > 0);
        return { build: warehouse.id, path: warehouse.path, checks: warehouse.checks.length, warnings };
      });
      answer(command, terminal, result, [
        `Warehouse ${result.build}: ${result.path}`,
        `  ${result.checks} checks held, ${result.warnings.length} warned`,
        ...result.warnings.map(
          (warning) => `  warning: ${warning.table}: "${warning.check}" fails for ${warning.n_failing} rows`,
        ),
      ]);
    });
}

interface TrialOptions {
  readonly as?: string;
  readonly recipe?: string;
  readonly round?: string;
  readonly whole?: boolean;
}

interface AskedTrial {
  readonly name: string;
  readonly recipe: string;
  readonly round: string;
  readonly isWhole: boolean;
}

/** A trial is asked for by its name, its recipe and its round together. */
function toTrial({ as, recipe, round, whole }: TrialOptions, command: Command): AskedTrial | null {
  if (as === undefined && recipe === undefined && round === undefined && whole === undefined) return null;
  if (as === undefined || recipe === undefined || round === undefined)
    command.error("A trial needs all three: --round 2022 --recipe my.yaml --as trial-1");
  return { name: checkTrialName(as), recipe, round, isWhole: whole ?? false };
}

async function answerTrial(command: Command, terminal: Terminal, { recipe, ...asked }: AskedTrial) {
  const models = await readTrialModels(projectOf(command), asked.round, recipe);
  const former = await readTrial(projectOf(command), asked.name);
  const result = await asRun(command, terminal, async (run) => {
    const standing = await standingSnapshot(run.project);
    const snapshot = standing ?? (await run.phase("collect", () => collect(run), describeSnapshot));
    const official = await run.phase("build", () => buildWarehouse(run, snapshot), describeWarehouse);
    const trial = await run.phase("trial", () => buildTrial(run, official, models, asked));
    const warnings = trial.checks.filter((check) => check.n_failing > 0);
    return { ...trial.note, path: trialPath(run.project, asked.name), checks: trial.checks.length, warnings };
  });
  answer(command, terminal, result, [
    `Trial ${result.trial} of round ${result.round}, beside build ${result.beside}: ${result.path}`,
    `  ${result.made_tables.length} tables made anew, ${result.checks} checks held, ${result.warnings.length} warned`,
    ...(former === null
      ? []
      : [`  It takes the place of the trial of round ${former.round} that was called so before.`]),
    ...(result.changed_settings.length === 0 ? ["  The recipe changes nothing."] : []),
    `Next: thuocdo diff official ${result.trial}`,
  ]);
}
