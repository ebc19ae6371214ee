import { readdir, readFile } from "node:fs/promises";
import type { Command } from "commander";
import { KnownError } from "../../models/errors.ts";
import type { Project } from "../project.ts";
import type { RunRecord } from "../run.ts";
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
      const lines = records.map(
        (record) => `${record.id}  ${record.command}  ${record.status}  ${duration(record)}`,
      );
      answer(command, terminal, records, lines.length > 0 ? lines : ["No run yet."]);
    });
  runs
    .command("show <id>")
    .description("one run: phases, times, rows, result or error")
    .addHelpText("after", "\nExample:\n  thuocdo runs show 20230410-080000-4711")
    .action(async (id: string, _options, command: Command) => {
      const record = (await readRunRecords(projectOf(command))).find((candidate) => candidate.id === id);
      if (!record) {
        throw new KnownError(`There is no run ${id}.`, { hint: "`thuocdo runs list` names them all." });
      }
      answer(command, terminal, record, [JSON.stringify(record, null, 2)]);
    });
}

async function readRunRecords(project: Project): Promise<RunRecord[]> {
  const names = await readdir(project.varPath("runs")).catch(() => []);
  const records: RunRecord[] = [];
  for (const name of names.filter((file) => file.endsWith(".json")).sort()) {
    records.push(JSON.parse(await readFile(project.varPath("runs", name), "utf8")) as RunRecord);
  }
  return records;
}

function duration(record: RunRecord): string {
  return `${record.phases.reduce((sum, phase) => sum + phase.seconds, 0).toFixed(1)} s`;
}
