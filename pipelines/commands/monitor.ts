import { type Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import type { Row } from "../../sql/table.ts";
import { type Watch, watch } from "../monitor/watch.ts";
import { watchLines } from "../monitor/watchLines.ts";
import type { Terminal } from "../terminal.ts";
import { answer, asRun } from "./command.ts";

interface MonitorOptions {
  readonly asOf?: string;
  readonly round?: string;
  readonly unit?: string;
}

export function addMonitor(program: Command, terminal: Terminal): void {
  program
    .command("monitor")
    .description("tell who answered so far, unit by unit, and what asks for something to be done")
    .option("--as-of <date>", "tell it as of that day in Vietnam (default: today)", isoDate)
    .option("--round <code>", "only the campaign of this round")
    .option("--unit <code>", "only this unit and the nation")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo monitor\n  thuocdo monitor --as-of 2023-11-24 --round 2023\n  thuocdo monitor --unit 40 --json\nDetails: docs/monitor.md.",
    )
    .action(async (options: MonitorOptions, command: Command) => {
      let seen: Watch | undefined;
      const result = await asRun(command, terminal, async (run) => {
        seen = await watch(run, options.asOf);
        return { as_of: seen.asOf, path: seen.path, snapshot: seen.snapshot.hash };
      });
      const units = chosen(seen, "marts.participation_units", options);
      const signals = chosen(seen, "marts.participation_signals", options);
      const balance = chosen(seen, "marts.participation_balance", { ...options, unit: undefined });
      answer(
        command,
        terminal,
        { ...result, units, signals, balance },
        watchLines(result.as_of, units, signals, balance),
      );
    });
}

/** Rows of the rounds and units asked for; the nation's stand beside those of a unit. */
function chosen(
  seen: Watch | undefined,
  mart: Parameters<Watch["marts"]["get"]>[0],
  { round, unit }: { readonly round?: string | undefined; readonly unit?: string | undefined },
): readonly Row[] {
  return (seen?.marts.get(mart) ?? []).filter(
    (row) =>
      (round === undefined || row["round_code"] === round) &&
      (unit === undefined || row["unit_code"] === unit || row["domain_level"] === "nation"),
  );
}

function isoDate(text: string): string {
  if (z.iso.date().safeParse(text).success) return text;
  throw new InvalidArgumentError("It must be a date such as 2023-11-24.");
}
