import { Command, CommanderError, Help, type Option } from "commander";
import { KnownError } from "../models/errors.ts";
import { addBackup, addRestore } from "./commands/backup.ts";
import { addBuild } from "./commands/build.ts";
import { addCollect } from "./commands/collect.ts";
import { addDemo } from "./commands/demo.ts";
import { addDiff } from "./commands/diff.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addEntry } from "./commands/entry.ts";
import { addExplain } from "./commands/explain.ts";
import { addExport } from "./commands/export.ts";
import { addFramework } from "./commands/framework.ts";
import { addInit } from "./commands/init.ts";
import { addInstrument } from "./commands/instrument.ts";
import { addMonitor } from "./commands/monitor.ts";
import { addNotebook } from "./commands/notebook.ts";
import { addPlan } from "./commands/plan.ts";
import { addPublish } from "./commands/publish.ts";
import { addRecheck } from "./commands/recheck.ts";
import { addReleases } from "./commands/releases.ts";
import { addRules } from "./commands/rules.ts";
import { addRuns } from "./commands/runs.ts";
import { addSchedule } from "./commands/schedule.ts";
import { addScorecard } from "./commands/scorecard.ts";
import { addSources } from "./commands/sources.ts";
import { addStore } from "./commands/store.ts";
import { addWhatIf } from "./commands/whatIf.ts";
import { codeVersion } from "./packageRoot.ts";
import { redactText } from "./redact.ts";
import type { Terminal } from "./terminal.ts";

const usageExit = 2;

const realTerminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
};

const exitCodes = `
Exit codes: 0 done · 1 a bug, something found wrong, or nothing to work on · 2 wrong usage · 3 a specification file is wrong
4 a store failed · 5 a store no longer fits its instrument · 6 a check or an estimate failed · 7 another run holds the lock
8 disk full, read-only, or too little memory · 130 interrupted · 143 terminated`;

/** An option that a command cannot do without says so. */
function describeOption(option: Option): string {
  const text = new Help().optionDescription(option);
  return option.mandatory ? `${text} (needed)` : text;
}

/** Reads the command line, does what it says, and returns the exit code. Answers go to stdout, everything else to stderr. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal = realTerminal,
): Promise<number> {
  const program = new Command("thuocdo")
    .description("Thước Đo: survey statistics, PAR INDEX and SIPAS with margins of error.")
    .version(codeVersion)
    .option("--project <folder>", "project folder (default: the nearest one with thuocdo.yaml)")
    .option("--json", "print the answer as JSON")
    .option("--quiet", "no progress")
    .addHelpText(
      "before",
      "Examples:\n  thuocdo demo && thuocdo publish     make the demo store, then a release\n  thuocdo doctor                      is anything missing here?\n",
    )
    .addHelpText("after", exitCodes)
    .configureHelp({ optionDescription: describeOption })
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  for (const add of [
    addInit,
    addDoctor,
    addDemo,
    addCollect,
    addBuild,
    addDiff,
    addPlan,
    addPublish,
    addMonitor,
    addExplain,
    addExport,
    addWhatIf,
    addNotebook,
    addReleases,
    addRules,
    addRecheck,
    addEntry,
    addRuns,
    addFramework,
    addScorecard,
    addSchedule,
    addBackup,
    addRestore,
    addStore,
    addSources,
    addInstrument,
  ]) {
    add(program, terminal);
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    return explain(error, terminal);
  }
}

function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExit;
  if (error instanceof KnownError) {
    terminal.err(`thuocdo: ${redactText(error.message)}`);
    if (error.hint) terminal.err(`  → ${error.hint}`);
    return error.exitCode;
  }
  terminal.err(
    `thuocdo: this is a bug, please report it.\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return 1;
}
