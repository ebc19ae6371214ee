import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { KnownError } from "../../models/errors.ts";
import { asStorageError, makeFolder, writeAtomically } from "../files.ts";
import { packageRoot } from "../packageRoot.ts";
import type { Terminal } from "../terminal.ts";
import { answer } from "./command.ts";

export function addInit(program: Command, terminal: Terminal): void {
  program
    .command("init <folder>")
    .description("make a project folder: thuocdo.yaml, a place for rounds, and var/ kept out of git")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo init survey-2023 && cd survey-2023 && thuocdo demo && thuocdo publish",
    )
    .action(async (folder: string, _options, command: Command) => {
      const root = resolve(folder);
      if (existsSync(join(root, "thuocdo.yaml"))) {
        throw new KnownError(`${root} is a project already; nothing was changed.`);
      }
      try {
        await makeFolder(join(root, "models", "rounds"));
        await writeAtomically(join(root, ".gitignore"), "var/\n");
        await writeAtomically(
          join(root, "thuocdo.yaml"),
          await readFile(join(packageRoot, "thuocdo.yaml"), "utf8"),
        );
      } catch (error) {
        throw asStorageError(error, root);
      }
      answer(command, terminal, { project: root }, [
        `Project made: ${root}`,
        "Next: `thuocdo demo`, then `thuocdo publish`. A round of your own goes to models/rounds/<year>/.",
      ]);
    });
}
