import { resolve } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../../models/errors.ts";
import { type RuleRun, readRuleRuns } from "../ruleHistory.ts";
import type { Terminal } from "../terminal.ts";
import { writeRulesPage } from "../writeRulesPage.ts";
import { answer, projectOf } from "./command.ts";

export function addRules(program: Command, terminal: Terminal): void {
  program
    .command("rules")
    .description("how every rule for forms fared in every run, also in runs that stopped for it")
    .option(
      "--failing <rule>",
      "the keys of the forms that broke a rule in the newest run, say 2022/too_fast",
    )
    .option("--html <folder>", "also write the history as a page")
    .addHelpText("after", "\nExamples:\n  thuocdo rules\n  thuocdo rules --failing 2022/straight_line")
    .action(async (options: { failing?: string; html?: string }, command: Command) => {
      const project = projectOf(command);
      const runs = await readRuleRuns(project);
      const newest = runs.at(-1);
      if (options.failing !== undefined) {
        const keys = newest?.failing[options.failing];
        if (newest === undefined || (keys === undefined && !isRule(newest, options.failing)))
          throw new UsageError(`No run has judged a rule called "${options.failing}".`, {
            hint: "Name it with its round as `thuocdo rules` lists it, say 2022/too_fast.",
          });
        return answer(command, terminal, keys ?? [], keys ?? ["No form breaks it."]);
      }
      if (options.html !== undefined) await writeRulesPage(runs, resolve(options.html), project);
      answer(
        command,
        terminal,
        runs,
        runs.length === 0 ? ["No run has judged a rule yet."] : runs.flatMap(lines),
      );
    });
}

function isRule({ outcomes }: RuleRun, name: string): boolean {
  return outcomes.some(({ round_code, rule_code }) => `${round_code}/${rule_code}` === name);
}

function lines({ run, command, outcomes }: RuleRun): string[] {
  const nation = outcomes.filter(({ domain_level }) => domain_level === "nation");
  return [
    `${run} ${command}`,
    ...nation.map(({ round_code, rule_code, n_checked, n_failing, failing_percent, outcome }) => {
      const beyond = outcomes.filter(
        (one) =>
          one.domain_level === "province" &&
          one.round_code === round_code &&
          one.rule_code === rule_code &&
          one.outcome !== "ok",
      );
      const where =
        beyond.length === 0 ? "" : `; beyond its limit in ${beyond.map((one) => one.domain_code).join(", ")}`;
      return `  ${`${round_code}/${rule_code}`.padEnd(28)} ${n_failing} of ${n_checked} (${failing_percent.toFixed(2)} %) ${outcome}${where}`;
    }),
  ];
}
