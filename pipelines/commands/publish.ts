import { join } from "node:path";
import { type Command, Option } from "commander";
import { type Project, type ProjectConfig, releaseLanguage } from "../project.ts";
import type { Run } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { answer, asRun, projectOf } from "./command.ts";

export function addPublish(program: Command, terminal: Terminal): void {
  program
    .command("publish")
    .description("collect, build, render and release one edition: everything or nothing")
    .option("--revision-reason <text>", "why values of earlier rounds that were published already may change")
    .addOption(
      new Option("--lang <language>", "of the reports, instead of the one in thuocdo.yaml").choices(
        releaseLanguage.options,
      ),
    )
    .option(
      "--formats <list>",
      "besides HTML, instead of those in thuocdo.yaml: names with commas, such as xlsx,pdf (all: docs/reports.md)",
    )
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo publish\nRun again on the same inputs, it says so and makes no second release.",
    )
    .action(async (options: PublishOptions, command: Command) => {
      const publishOnce = async (run: Run) => {
        const { publish } = await import("../publish.ts");
        const release = await publish(run, options.revisionReason);
        return { release: release.name, is_new: release.isNew, index: join(release.folder, "index.html") };
      };
      const result = await asRun(command, terminal, publishOnce, withReports(projectOf(command), options));
      answer(command, terminal, result, [
        result.is_new
          ? `Release ${result.release} is ready. Open:`
          : `Nothing has changed since release ${result.release}; no new release was made. Open:`,
        `  ${result.index}`,
      ]);
    });
}

interface PublishOptions {
  readonly revisionReason?: string;
  readonly lang?: ProjectConfig["language"];
  readonly formats?: string;
}

/** The project with the languages and formats of reports that were asked for. */
function withReports(project: Project, { lang, formats }: PublishOptions): Project {
  const config = {
    ...project.config,
    ...(lang !== undefined && { language: lang }),
    ...(formats !== undefined && { formats: formats.split(",").filter((format) => format !== "") }),
  };
  return { ...project, config };
}
