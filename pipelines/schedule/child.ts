import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { KnownError } from "../../models/errors.ts";
import { packageRoot } from "../packageRoot.ts";
import type { Project } from "../project.ts";
import type { Due } from "./dueTimes.ts";

/** A child that does not heed a signal for so long is killed: the next run puts things in order. */
const patience = 8_000;

/** The work of a due time while it goes on. */
export interface Child {
  readonly ended: Promise<number>;
  readonly stop: () => void;
}

/** The command that was started did not succeed; it has said itself why. */
export class WorkFailed extends KnownError {
  override readonly exitCode: number;

  constructor(exitCode: number) {
    super(`The work of the schedule ended with ${exitCode}.`, { hint: "`thuocdo runs list` names the run." });
    this.exitCode = exitCode;
  }
}

/** Starts the command of a due time as a process of its own, so that the clock is never kept waiting. */
export function startChild(project: Project, { duty, at }: Due): Child {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(packageRoot, "dist/pipelines/main.js"), duty, "--project", project.root, "--quiet"],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, THUOCDO_SCHEDULED_FOR: at.toISOString() },
    },
  );
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(timer);
      resolve(code ?? 137);
    });
  });
  const stop = () => {
    child.kill("SIGTERM");
    timer = setTimeout(() => child.kill("SIGKILL"), patience);
  };
  return { ended, stop };
}
