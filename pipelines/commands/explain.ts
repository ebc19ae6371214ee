import type { Command } from "commander";
import { chooseBuild } from "../chooseBuild.ts";
import { askBuild } from "../explain/ask.ts";
import { explain } from "../explain/explain.ts";
import { explanationLines } from "../explain/explanationLines.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

interface ExplainOptions {
  readonly round: string;
  readonly index: string;
  readonly unit: string;
  readonly node: string;
  readonly printed?: boolean;
  readonly build?: string;
}

export function addExplain(program: Command, terminal: Terminal): void {
  program
    .command("explain")
    .description("where a published figure comes from: rule, inputs, answers, weights, tables, snapshot")
    .requiredOption("--round <year>", "the round")
    .requiredOption("--index <index>", "sipas, par_province or par_ministry")
    .requiredOption("--unit <name>", "a unit's code, name or alias; a region; or nation")
    .option(
      "--node <code>",
      "which figure: total, 3, 3.1.2; overall, access, sat_01; appraised, survey",
      "total",
    )
    .option("--printed", "the figure as it was published, where this build has one of its own")
    .option("--build <id>", "the build to ask (default: the newest one)")
    .addHelpText(
      "after",
      '\nExamples:\n  thuocdo explain --round 2023 --index par_province --unit "Tỉnh 01" --node 3.1.2\n  thuocdo explain --round 2023 --index par_ministry --unit "Bộ Tư pháp"\n  thuocdo explain --round 2022 --index sipas --unit nation --node overall --json',
    )
    .action(async ({ build, node, ...subject }: ExplainOptions, command: Command) => {
      const project = projectOf(command);
      const chosen = await chooseBuild(project, build);
      const wanted = node === "total" && subject.index === "sipas" ? "overall" : node;
      const found = await askBuild(project, chosen.path, (ask) =>
        explain(ask, chosen, { ...subject, node: wanted }),
      );
      answer(command, terminal, plain(found), explanationLines(found));
    });
}

/** HUGEINT sums are beyond what JSON's numbers hold: they are written as text. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each)),
  );
}
