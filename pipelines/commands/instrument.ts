import { type Command, InvalidArgumentError } from "commander";
import { stringify } from "yaml";
import { KnownError } from "../../models/errors.ts";
import { limesurveyConfig } from "../../sources/limesurvey/config.ts";
import { draftInstrument } from "../../sources/limesurvey/draftInstrument.ts";
import { openSource } from "../collect.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

export function addInstrument(program: Command, terminal: Terminal): void {
  program
    .command("instrument")
    .description("questionnaires")
    .command("draft")
    .description("print a first instrument for a survey of a LimeSurvey store, for review")
    .requiredOption("--from <store>", "a store of the kind limesurvey in thuocdo.yaml")
    .requiredOption("--survey <sid>", "the survey's id", wholeNumber)
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo instrument draft --from lime --survey 123456 > models/instruments/sipas-2026.yaml",
    )
    .action(async ({ from, survey }: { from: string; survey: number }, command: Command) => {
      const project = projectOf(command);
      const store = project.config.stores[from];
      if (store?.kind !== "limesurvey") {
        throw new KnownError(`${from} is no store of the kind limesurvey in thuocdo.yaml.`);
      }
      const { config } = await openSource(from, store);
      const warn = (sentence: string) => terminal.err(`thuocdo: ${sentence}`);
      const context = { resolvePath: project.resolvePath, warn };
      const draft = await draftInstrument(limesurveyConfig.parse(config), survey, context);
      const head =
        "# A draft: give every satisfaction item its factor, translate the English, and check each answer's order.\n";
      answer(command, terminal, draft, [head + stringify(draft, { lineWidth: 0 })]);
    });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("It must be a whole number.");
  return value;
}
