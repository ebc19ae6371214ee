import type { Command } from "commander";
import { UsageError } from "../../models/errors.ts";
import { defaultFolder, exportAnalysis } from "../analysis/exportAnalysis.ts";
import { chooseBuild } from "../chooseBuild.ts";
import type { Terminal } from "../terminal.ts";
import { answer, checkYear, projectOf } from "./command.ts";

export function addExport(program: Command, terminal: Terminal): void {
  program
    .command("export")
    .description("restricted microdata, for statisticians who may hold them")
    .command("analysis")
    .description(
      "valid responses of a round without names or tokens, with weights, design and replicate weights, a codebook, and R and Stata scripts that get the table of units again; never part of a release",
    )
    .requiredOption("--round <year>", "the round")
    .option("--out <folder>", "where to (default: var/analysis/<round>-<build>)")
    .option("--build <id>", "a finished build (default: the newest)")
    .option("--replicates <n>", "how many of the 1,000 replicates", "200")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo export analysis --round 2022 --out /secure/sipas-2022\nWho may hold it, and for how long: docs/analysis.md.",
    )
    .action(
      async (
        options: { round: string; out?: string; build?: string; replicates: string },
        command: Command,
      ) => {
        checkYear(options.round);
        const replicates = Number(options.replicates);
        if (!Number.isInteger(replicates) || replicates < 2 || replicates > 1000)
          throw new UsageError(`Replicates are from 2 to 1000; "${options.replicates}" is not.`);
        const project = projectOf(command);
        const build = await chooseBuild(project, options.build);
        const folder = options.out ?? defaultFolder(project, { round: options.round, build: build.id });
        const made = await exportAnalysis(project, build, { round: options.round, replicates, folder });
        answer(command, terminal, made, [
          `${made.n_responses} responses of round ${made.round}, ${made.n_replicates} replicates: ${made.folder}`,
          "Restricted: never part of a release. Who may hold it, and for how long: README.md there.",
          ...made.alone.map(
            ({ area_level, n_alone, n_responses }) =>
              `Small cells: ${n_alone} of ${n_responses} share what they say about themselves with nobody else of their ${area_level}.`,
          ),
          ...made.small_units.map(
            (unit) => `Small cells: unit ${unit} has fewer responses than the round shows.`,
          ),
        ]);
      },
    );
}
