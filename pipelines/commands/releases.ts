import type { Command } from "commander";
import { readPointer, readReleases } from "../releases.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

export function addReleases(program: Command, terminal: Terminal): void {
  program
    .command("releases")
    .description("list the releases; the newest one, which readers are led to, is marked")
    .addHelpText("after", "\nExample:\n  thuocdo releases --json")
    .action(async (_options, command: Command) => {
      const project = projectOf(command);
      const current = (await readPointer(project))?.release;
      const releases = (await readReleases(project)).map((manifest) => ({
        release: manifest.release,
        is_current: manifest.release === current,
        snapshot: manifest.snapshot,
        build: manifest.build,
        code_version: manifest.code_version,
        n_files: manifest.files.length,
      }));
      const lines = releases.map(
        (release) =>
          `${release.is_current ? "*" : " "} ${release.release}  ${release.n_files} files  snapshot ${release.snapshot.slice(0, 12)}  code ${release.code_version}`,
      );
      answer(
        command,
        terminal,
        releases,
        lines.length > 0 ? lines : ["No release yet. Run `thuocdo publish`."],
      );
    });
}
