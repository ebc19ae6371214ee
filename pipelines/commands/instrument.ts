import { type Command, InvalidArgumentError } from "commander";
import { stringify } from "yaml";
import { UsageError } from "../../models/errors.ts";
import { limesurveyConfig } from "../../sources/limesurvey/config.ts";
import { openSource } from "../collect.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

export function addInstrument(program: Command, terminal: Terminal): void {
  program
    .command("instrument")
    .description("questionnaires")
    .command("draft")
    .description("print a first instrument for a survey of a LimeSurvey store, for review")
    .requiredOption(
      "--from <store:sid>",
      "a store of the kind limesurvey in thuocdo.yaml, and a survey's id",
      storeAndSurvey,
    )
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo instrument draft --from lime:123456 > models/instruments/sipas-2026.yaml",
    )
    .action(async ({ from }: { from: SurveyOfStore }, command: Command) => {
      const project = projectOf(command);
      const store = project.config.stores[from.store];
      if (store?.kind !== "limesurvey") {
        const names = Object.entries(project.config.stores).filter(([, { kind }]) => kind === "limesurvey");
        throw new UsageError(`"${from.store}" is no store of the kind limesurvey in thuocdo.yaml.`, {
          hint: `Such stores are: ${names.map(([name]) => name).join(", ") || "none"}.`,
        });
      }
      const { config } = await openSource(from.store, store);
      const warn = (sentence: string) => terminal.err(`thuocdo: ${sentence}`);
      const context = { resolvePath: project.resolvePath, warn };
      const { draftInstrument } = await import("../../sources/limesurvey/draftInstrument.ts");
      const draft = await draftInstrument(limesurveyConfig.parse(config), from.survey, context);
      const head =
        "# A draft: give every satisfaction item its factor, translate the English, and check each answer's order.\n";
      answer(command, terminal, draft, [head + stringify(draft, { lineWidth: 0 })]);
    });
}

interface SurveyOfStore {
  readonly store: string;
  readonly survey: number;
}

function storeAndSurvey(text: string): SurveyOfStore {
  const [, store, survey] = /^(.+):([1-9]\d{0,9})$/.exec(text) ?? [];
  if (!store) {
    throw new InvalidArgumentError("It must be a store and the id of a survey, as in lime:123456.");
  }
  return { store, survey: Number(survey) };
}
