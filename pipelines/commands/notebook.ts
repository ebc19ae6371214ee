import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { KnownError } from "../../models/errors.ts";
import { buildPath, inspectBuild } from "../builds.ts";
import { writeAtomically } from "../files.ts";
import { notebookHtml } from "../notebook/notebookHtml.ts";
import { notebookIpynb } from "../notebook/notebookIpynb.ts";
import { parseNotebook } from "../notebook/parseNotebook.ts";
import { runNotebook } from "../notebook/runNotebook.ts";
import type { Project } from "../project.ts";
import { readReleases } from "../releases.ts";
import { readRunRecords } from "../runRecords.ts";
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
        throw new KnownError(`There is no notebook at ${resolve(file)}.`, { cause });
      });
      const build = await chooseBuild(project, options.build);
      const limits = { threads: project.config.threads ?? 2, memoryLimit: project.config.memory_limit };
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

/** The build that is asked for, else that of the newest run that made one, else that of the newest release. */
async function chooseBuild(project: Project, wanted?: string): Promise<{ id: string; path: string }> {
  const made = (await readRunRecords(project))
    .filter(({ status }) => status === "done")
    .map(({ inputs }) => inputs["build"]);
  const released = (await readReleases(project)).map(({ build }) => build);
  const id = wanted ?? made.filter((build) => build !== undefined).at(-1) ?? released.at(-1);
  if (id === undefined || !/^[0-9a-f]{16}$/.test(id)) {
    throw new KnownError(`There is no build${id ? ` ${id}` : ""} to run a notebook on.`, {
      hint: "Run `thuocdo build`.",
    });
  }
  const { fault } = await inspectBuild(project, id).catch(() => ({ fault: "is not there" }));
  if (fault !== null) {
    throw new KnownError(`The build ${buildPath(project, id)} ${fault}.`, {
      hint: "Run `thuocdo build`, which makes it again.",
    });
  }
  return { id, path: buildPath(project, id) };
}
