import { join, resolve } from "node:path";
import type { Command } from "commander";
import { KnownError } from "../../models/errors.ts";
import { assertOutside, backupAt, type Copied, copyReleases } from "../backup.ts";
import { readReleases } from "../releases.ts";
import { temporaryFolder } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { answer, asRun, projectOf } from "./command.ts";

export function addBackup(program: Command, terminal: Terminal): void {
  program
    .command("backup <folder>")
    .description("copy every finished release and its snapshot to a folder elsewhere, and prove the copies")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo backup /mnt/backup/survey-2023\nAgain into the same folder, it adds what is new.",
    )
    .action(async (folder: string, _options, command: Command) => {
      const project = projectOf(command);
      assertOutside(project, folder);
      if ((await readReleases(project)).length === 0) {
        throw new KnownError("There is no finished release to back up; nothing was copied.", {
          hint: "Run `thuocdo publish` first.",
        });
      }
      const work = join(resolve(folder), `backup-${process.pid}.partial`);
      const copied = await copyReleases(project, backupAt(folder), work);
      answer(command, terminal, copied, toLines(copied, "backed up"));
    });
}

export function addRestore(program: Command, terminal: Terminal): void {
  program
    .command("restore <folder>")
    .description("bring releases and snapshots back from a backup; nothing that is there is replaced")
    .addHelpText("after", "\nExample:\n  thuocdo restore /mnt/backup/survey-2023")
    .action(async (folder: string, _options, command: Command) => {
      const backup = backupAt(folder);
      if ((await readReleases(backup)).length === 0) {
        throw new KnownError(`${resolve(folder)} holds no backup: there is no finished release in it.`);
      }
      const { copied } = await asRun(command, terminal, async (run) => ({
        copied: await run.phase("restore", () => copyReleases(backup, run.project, temporaryFolder(run))),
      }));
      answer(command, terminal, copied, toLines(copied, "restored"));
    });
}

function toLines(copied: readonly Copied[], done: string): string[] {
  return copied.map(({ release, isNew }) => `${release}: ${isNew ? done : "there already, and whole"}`);
}
