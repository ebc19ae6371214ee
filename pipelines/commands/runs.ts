import type { Command } from "commander";
import { UsageError } from "../../models/errors.ts";
import { type RunRecord, readRunRecords } from "../runRecords.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

export function addRuns(program: Command, terminal: Terminal): void {
  const runs = program.command("runs").description("the records of past runs");
  runs
    .command("list")
    .description("one line a run, newest last")
    .addHelpText("after", "\nExample:\n  thuocdo runs list")
    .action(async (_options, command: Command) => {
      const records = await readRunRecords(projectOf(command));
      const lines = records.map(toLine);
      answer(command, terminal, records, lines.length > 0 ? lines : ["No run yet."]);
    });
  runs
    .command("show <id>")
    .description("one run: phases, times, rows, result or error")
    .addHelpText("after", "\nExample:\n  thuocdo runs show 20230410-010000-001")
    .action(async (id: string, _options, command: Command) => {
      const record = (await readRunRecords(projectOf(command))).find((candidate) => candidate.id === id);
      if (!record) {
        throw new UsageError(`There is no run ${id}.`, { hint: "`thuocdo runs list` names them all." });
      }
      answer(command, terminal, record, [JSON.stringify(record, null, 2)]);
    });
}

/** Time in Vietnam, where the office is, whatever the machine's own zone. */
const officeTime = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "medium",
  timeZone: "Asia/Ho_Chi_Minh",
});

function toLine(record: RunRecord): string {
  const seconds = record.seconds ?? record.phases.reduce((sum, phase) => sum + phase.seconds, 0);
  const reason = record.error_kind ? `  ${record.error_kind} (exit ${record.exit_code})` : "";
  const began = officeTime.format(new Date(record.started_at));
  return `${record.id}  ${began} +07  ${record.command}  ${record.status}  ${seconds.toFixed(1)} s${reason}`;
}
