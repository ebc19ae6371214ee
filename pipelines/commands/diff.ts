import { join, resolve } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../../models/errors.ts";
import { diffLines } from "../diff/diffLines.ts";
import { diffWarehouses } from "../diff/diffWarehouses.ts";
import { newestSurvey } from "../diff/newestSurvey.ts";
import { resolveWarehouse } from "../diff/resolveWarehouse.ts";
import { writeAtomically } from "../files.ts";
import type { Project } from "../project.ts";
import type { Terminal } from "../terminal.ts";
import { readTrial, trialFolder } from "../trials/trial.ts";
import { answer, checkYear, projectOf } from "./command.ts";

export function addDiff(program: Command, terminal: Terminal): void {
  program
    .command("diff")
    .argument("<before>", "official (the newest build), a trial, a release (2023-r1) or a build")
    .argument("<after>", "what is compared with it")
    .description(
      "what differs between two warehouses of one round: values against the error of their difference, ranks, causes",
    )
    .option("--round <year>", "the round (default: that of the trial, else the newest with a survey)")
    .option("--html <folder>", "also write a page with a slope chart")
    .option("--formats <list>", "with --html: other formats of the page too, as `publish` has them")
    .addHelpText("after", "\nExample:\n  thuocdo diff official trial-1 --html /tmp/trial-1")
    .action(
      async (
        before: string,
        after: string,
        options: { round?: string; html?: string; formats?: string },
        command: Command,
      ) => {
        if (options.round !== undefined) checkYear(options.round);
        const project = projectOf(command);
        const sides = [
          await resolveWarehouse(project, before),
          await resolveWarehouse(project, after),
        ] as const;
        const trial = (await readTrial(project, after)) ?? (await readTrial(project, before));
        const round = options.round ?? trial?.round ?? (await newestSurvey(sides[1].path));
        for (const side of [before, after]) await refuseOtherRound(project, side, round);
        const diff = await diffWarehouses(...sides, round, {
          threads: project.config.threads ?? 2,
          memoryLimit: project.config.memory_limit,
          spillFolder: project.varPath("tmp"),
        });
        if (trial?.trial === after)
          await writeAtomically(
            join(trialFolder(project, after), "diff.json"),
            `${JSON.stringify(diff, null, 1)}\n`,
          );
        let page: string | null = null;
        if (options.html !== undefined) {
          const { writeDiffPage } = await import("../diff/writeDiffPage.ts");
          const formats = (options.formats ?? "").split(",").filter((one) => one !== "");
          page = await writeDiffPage(diff, sides[1], { folder: resolve(options.html), formats }, project);
        }
        answer(command, terminal, diff, [...diffLines(diff), ...(page === null ? [] : [`Page: ${page}`])]);
      },
    );
}

/** A trial holds its own round; another would look as if it had vanished. */
async function refuseOtherRound(project: Project, name: string, round: string): Promise<void> {
  const trial = await readTrial(project, name);
  if (trial !== null && !trial.is_whole && trial.round !== round)
    throw new UsageError(`The trial "${name}" holds round ${trial.round} only, not ${round}.`, {
      hint: "Leave --round out, or build the trial with --whole.",
    });
}
