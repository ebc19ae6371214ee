import type { Command } from "commander";
import { KnownError } from "../../models/errors.ts";
import type { Project } from "../project.ts";
import { findProblems, readPointer, readReleases } from "../releases.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

export function addReleases(program: Command, terminal: Terminal): void {
  program
    .command("releases")
    .description("list the releases; the newest one, which readers are led to, is marked")
    .option("--verify", "prove that every file is what was delivered")
    .addHelpText("after", "\nExample:\n  thuocdo releases --json")
    .action(async (options: { verify?: boolean }, command: Command) => {
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
      if (options.verify) await verify(project, terminal);
    });
}

async function verify(project: Project, terminal: Terminal): Promise<void> {
  const found: string[] = [];
  for (const manifest of await readReleases(project)) {
    const problems = await findProblems(project.varPath("releases", manifest.release), manifest);
    found.push(...problems.map((problem) => `${manifest.release}: ${problem}`));
  }
  for (const problem of found) terminal.err(`thuocdo: ${problem}`);
  if (found.length === 0) terminal.out("Every file of every release is what was delivered.");
  else
    throw new KnownError(`Files of the releases that are not what was delivered: ${found.length}.`, {
      hint: "`thuocdo publish` writes the newest one again; move another one's folder away and run `thuocdo restore`.",
    });
}
