import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import type { Row } from "../../sql/table.ts";
import { type Watch, watch } from "../monitor/watch.ts";
import { watchLines } from "../monitor/watchLines.ts";
import type { Terminal } from "../terminal.ts";
import { answer, asRun, projectOf } from "./command.ts";

interface MonitorOptions {
  readonly asOf?: string;
  readonly round?: string;
  readonly unit?: string;
  readonly pages: boolean;
}

interface LettersOptions extends Omit<MonitorOptions, "pages"> {
  readonly threshold?: number;
}

export function addMonitor(program: Command, terminal: Terminal): void {
  const monitor = program
    .command("monitor")
    .description("tell who answered so far, unit by unit, and what asks for something to be done")
    .option("--as-of <date>", "tell it as of that day in Vietnam (default: today)", isoDate)
    .option("--round <code>", "only the campaign of this round")
    .option("--unit <code>", "only this unit and the nation")
    .option("--no-pages", "refresh the tables alone, without the pages and workbooks")
    .addHelpText(
      "after",
      "\nExamples:\n  thuocdo monitor\n  thuocdo monitor --as-of 2023-11-24 --round 2023\n  thuocdo monitor --unit 40 --json\nDetails: docs/monitor.md.",
    )
    .action(async (options: MonitorOptions, command: Command) => {
      let seen: Watch | undefined;
      const result = await asRun(command, terminal, async (run) => {
        const watched = await watch(run, options.asOf);
        seen = watched;
        let pages: string | null = null;
        if (options.pages) {
          const { renderMonitor } = await import("../monitor/renderMonitor.ts");
          pages = await run.phase("pages", () => renderMonitor(run, watched));
        }
        return { as_of: seen.asOf, path: seen.path, pages, snapshot: seen.snapshot.hash };
      });
      const units = chosen(seen, "marts.participation_units", options);
      const signals = chosen(seen, "marts.participation_signals", options);
      const balance = chosen(seen, "marts.participation_balance", { ...options, unit: undefined });
      answer(command, terminal, { ...result, units, signals, balance }, [
        ...watchLines(result.as_of, units, signals, balance),
        ...(result.pages === null ? [] : [`Pages: ${join(result.pages, "index.html")}`]),
      ]);
    });
  monitor
    .command("letters")
    .description("draft the letters to units below a threshold, and theirs to their departments")
    .option(
      "--threshold <percent>",
      "letters go to units where a form was answered by fewer of the registered (default: monitor.letter_threshold_percent of thuocdo.yaml; without either, no letter)",
      percent,
    )
    .addHelpText(
      "after",
      "\nExamples:\n  thuocdo monitor letters --threshold 50 --as-of 2023-11-20\n  thuocdo monitor letters --threshold 50 --round 2021 --unit 40\nDetails: docs/monitor.md.",
    )
    .action(async (_options: object, command: Command) => {
      const options = command.optsWithGlobals<LettersOptions>();
      const threshold = options.threshold ?? projectOf(command).config.monitor?.letter_threshold_percent;
      if (threshold === undefined)
        command.error(
          "No threshold is set, so no letter was drafted: give --threshold, or set monitor.letter_threshold_percent in thuocdo.yaml. There is no default.",
        );
      const result = await asRun(command, terminal, async (run) => {
        const watched = await watch(run, options.asOf);
        const { draftLetters } = await import("../monitor/draftLetters.ts");
        const drafted = await run.phase("letters", () =>
          draftLetters(run, watched, { ...options, threshold }),
        );
        return { as_of: watched.asOf, threshold, ...drafted };
      });
      answer(command, terminal, result, [
        result.units.length === 0
          ? `No unit of round ${result.round} is below ${threshold} percent: no letter was drafted.`
          : `${result.units.length * 2} letters to and of ${result.units.length} units below ${threshold} percent: ${join(result.folder, "index.html")}`,
      ]);
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

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value <= 100) return value;
  throw new InvalidArgumentError("It must be a percentage above 0 and at most 100.");
}

function isoDate(text: string): string {
  if (z.iso.date().safeParse(text).success) return text;
  throw new InvalidArgumentError("It must be a date such as 2023-11-24.");
}
