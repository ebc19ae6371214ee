import { join } from "node:path";
import type { Command } from "commander";
import { publish } from "../publish.ts";
import type { Terminal } from "../terminal.ts";
import { answer, asRun } from "./command.ts";

export function addPublish(program: Command, terminal: Terminal): void {
  program
    .command("publish")
    .description("collect, build, render and release one edition: everything or nothing")
    .option("--revision-reason <text>", "why values of earlier rounds that were published already may change")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo publish\nRun again on the same inputs, it says so and makes no second release.",
    )
    .action(async (options: { revisionReason?: string }, command: Command) => {
      const result = await asRun(command, terminal, async (run) => {
        const release = await publish(run, options.revisionReason);
        return { release: release.name, is_new: release.isNew, index: join(release.folder, "index.html") };
      });
      answer(command, terminal, result, [
        result.is_new
          ? `Release ${result.release} is ready. Open:`
          : `Nothing has changed since release ${result.release}; no new release was made. Open:`,
        `  ${result.index}`,
      ]);
    });
}
