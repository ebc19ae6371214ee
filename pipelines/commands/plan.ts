import type { Command } from "commander";
import { collect, describeSnapshot } from "../collect.ts";
import { makePlan } from "../plan/makePlan.ts";
import type { Plan, Reach } from "../plan/plan.ts";
import type { Terminal } from "../terminal.ts";
import { answer, asRun } from "./command.ts";

export function addPlan(program: Command, terminal: Terminal): void {
  program
    .command("plan")
    .description(
      "collect, then list what is new or changed since the last release, and the units and nodes that it can touch",
    )
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo plan --json\nThe same state of stores, specification and code gives the same hash.",
    )
    .action(async (_options, command: Command) => {
      const plan = await asRun(command, terminal, async (run) => {
        const snapshot = await run.phase("collect", () => collect(run), describeSnapshot);
        return { ...(await run.phase("plan", () => makePlan(run, snapshot))) };
      });
      answer(command, terminal, plan, planLines(plan));
    });
}

const shownChanges = 40;

function planLines({ since, beside, changes, reach, sha256 }: Plan): string[] {
  const against = since === null ? "before the first release" : `since release ${since}`;
  if (changes.length === 0) return [`Nothing is new ${against}.`, `Plan ${sha256}`];
  const more = changes.length - shownChanges;
  return [
    `${changes.length} changes ${against}:`,
    ...changes
      .slice(0, shownChanges)
      .map(
        ({ kind, name, change, n_rows }) =>
          `  ${kind.padEnd(10)} ${name} (${change}${n_rows === null ? "" : `, ${n_rows} rows`})`,
      ),
    ...(more > 0 ? [`  … and ${more} more (--json has all)`] : []),
    `They can touch rounds ${listed(reach.rounds)}; units ${listed(reach.units)}; nodes ${listed(reach.nodes)}.`,
    ...(beside.length === 0
      ? []
      : [`Figures that differ by few persons from these releases will be withheld: ${beside.join(", ")}.`]),
    `Tables of reports: ${reach.marts.length === 0 ? "none" : reach.marts.join(", ")}`,
    `Plan ${sha256}`,
  ];
}

function listed(names: Reach["units"]): string {
  return names === "all" ? "all" : names.length === 0 ? "none" : names.join(", ");
}
