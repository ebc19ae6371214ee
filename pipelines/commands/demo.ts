import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { SpecError } from "../../models/errors.ts";
import { makeDemoStore } from "../demo/makeDemoStore.ts";
import { makeSeasonStore } from "../demo/season/makeSeasonStore.ts";
import { sha256OfFile, writeAtomically } from "../files.ts";
import type { Project } from "../project.ts";
import { readModels } from "../readModels.ts";
import type { Terminal } from "../terminal.ts";
import { answer, asRun } from "./command.ts";

interface DemoOptions {
  readonly respondents?: number;
  readonly units?: number;
  readonly rounds?: readonly string[];
  readonly seed: number;
  readonly season?: boolean;
}

export function addDemo(program: Command, terminal: Terminal): void {
  program
    .command("demo")
    .description("make the demo survey store: invented respondents in the shape of the real survey")
    .option(
      "--respondents <n>",
      "how many persons to draw in a round (default: about 36,000)",
      positiveInteger,
    )
    .option("--units <n>", "only so many provinces (default: all of the round)", positiveInteger)
    .option("--rounds <years>", "only these rounds, say 2022,2023 (default: every one with SIPAS)", years)
    .option(
      "--season",
      "make the season that `thuocdo monitor` watches instead: sixty days, officials online; heeds --units and --seed alone",
    )
    .option("--seed <n>", "seed of the invention", positiveInteger, 2022)
    .addHelpText(
      "after",
      "\nExamples:\n  thuocdo demo --respondents 600 --units 3\n  thuocdo demo --season && thuocdo monitor --as-of 2023-11-24",
    )
    .action(async (options: DemoOptions, command: Command) => {
      const result = await asRun(command, terminal, (run) =>
        run.phase("demo", async () => {
          const path = demoStorePath(run.project, options.season ? "season" : "demo");
          const wanted = JSON.stringify(options);
          const stamp = `${path}.made.json`;
          if (await isMade(path, stamp, wanted)) return { path, is_new: false };
          const { spec } = await readModels(run.project);
          const held = spec.rounds.filter(({ round }) => round.indices.sipas).map(({ round }) => round.round);
          const roundCodes = options.rounds ?? held;
          const log = (line: string) => run.log.info(line);
          const onStep = (text: string) => {
            run.signal.throwIfAborted();
            run.progress.step(text);
          };
          if (options.season) await makeSeasonStore({ spec, path, ...options });
          else await makeDemoStore({ spec, path, roundCodes, ...options }, { log, onStep });
          await writeAtomically(stamp, JSON.stringify({ wanted, sha256: await sha256OfFile(path) }));
          return { path, is_new: true };
        }),
      );
      answer(command, terminal, result, [
        result.is_new
          ? `Demo store with invented respondents: ${result.path}`
          : `The demo store is already there: ${result.path}`,
      ]);
    });
}

/** Whether the store stands as it was made with the same options: a cut or changed file is made again. */
async function isMade(path: string, stamp: string, wanted: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const made = await readFile(stamp, "utf8").catch(() => "");
  return made === JSON.stringify({ wanted, sha256: await sha256OfFile(path) });
}

/** The store of that name in thuocdo.yaml, which must be one of invented respondents. */
function demoStorePath(project: Project, name: "demo" | "season"): string {
  const path = project.config.stores[name]?.["path"];
  if (typeof path !== "string" || project.config.stores[name]?.provenance !== "illustrative") {
    throw new SpecError([
      {
        file: "thuocdo.yaml",
        path: `stores.${name}`,
        message: `a store named ${name} with a path and provenance illustrative is needed to make the demo`,
      },
    ]);
  }
  return project.resolvePath(path);
}

function years(text: string): string[] {
  const codes = text.split(",");
  if (!codes.every((code) => /^\d{4}$/.test(code)))
    throw new InvalidArgumentError("It must be years with commas between them, say 2022,2023.");
  return codes;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError("It must be a whole number of at least 1.");
  return value;
}
