import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../../models/errors.ts";
import { chooseBuild } from "../chooseBuild.ts";
import { writeAtomically } from "../files.ts";
import { notebookHtml } from "../notebook/notebookHtml.ts";
import { notebookIpynb } from "../notebook/notebookIpynb.ts";
import { parseNotebook } from "../notebook/parseNotebook.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

export function addNotebook(program: Command, terminal: Terminal): void {
  program
    .command("notebook <file>")
    .description("run a Markdown notebook on a finished build, read-only; writes HTML and .ipynb")
    .option("--build <id>", "the build to ask (default: the newest one)")
    .option("--out <folder>", "where to write (default: var/notebooks)")
    .addHelpText("after", "\nExample:\n  thuocdo notebook notebooks/2026-11-first-look.md")
    .action(async (file: string, options: { build?: string; out?: string }, command: Command) => {
      const project = projectOf(command);
      const text = await readFile(file, "utf8").catch((cause) => {
        throw new UsageError(`There is no notebook at ${resolve(file)}.`, { cause });
      });
      const build = await chooseBuild(project, options.build);
      const limits = { threads: project.config.threads ?? 2, memoryLimit: project.config.memory_limit };
      const { runNotebook } = await import("../notebook/runNotebook.ts");
      const done = await runNotebook(parseNotebook(file, text), build, limits);
      const folder = options.out ? resolve(options.out) : project.varPath("notebooks");
      const base = `${folder}/${basename(file, ".md")}${done.isIllustrative ? "-minh-hoa" : ""}`;
      await writeAtomically(`${base}.html`, notebookHtml(done));
      await writeAtomically(`${base}.ipynb`, notebookIpynb(done));
      answer(command, terminal, { html: `${base}.html`, ipynb: `${base}.ipynb`, build: build.id }, [
        `${done.title}: run on build ${build.id}. Open:`,
        `  ${base}.html`,
      ]);
    });
}
