import { spawn } from "node:child_process";
import { hostname } from "node:os";
import { basename } from "node:path";
import type { AlertSettings } from "./alertSettings.ts";
import type { Project } from "./project.ts";
import type { Run } from "./run.ts";
import type { RunRecord } from "./runRecords.ts";

/** What an alert says: that a run ended, and how. Never why in words: messages may hold figures that are not public yet. */
export interface Status {
  readonly project: string;
  readonly host: string;
  readonly run: string;
  readonly command: string;
  readonly status: AlertSettings["on"][number];
  readonly exit_code: number | null;
  readonly error_kind: string | null;
  readonly started_at: string;
}

interface Ending {
  readonly status: Status["status"];
  readonly exitCode?: number;
  readonly errorKind?: string;
  /** Another run than the one that tells. */
  readonly about?: RunRecord;
}

/** Tells whoever thuocdo.yaml names. An alert that cannot be delivered is a line in the log, never a failed run. */
export async function sendAlert(run: Run, { status, exitCode, errorKind, about }: Ending): Promise<void> {
  const text: Status = {
    project: basename(run.project.root),
    host: about?.host ?? hostname(),
    run: about?.id ?? run.id,
    command: about?.command ?? run.command,
    status,
    exit_code: exitCode ?? null,
    error_kind: errorKind ?? null,
    started_at: about?.started_at ?? run.startedAt.toISOString(),
  };
  await tell(run.project, text).catch(() => run.log.warn("An alert could not be delivered."));
}

/** Throws when an address or a program does not take the status. */
export async function tell(project: Project, status: Status): Promise<void> {
  const { alerts } = project.config;
  if (!alerts?.on.includes(status.status)) return;
  const text = JSON.stringify(status);
  const address = alerts.webhook ?? (alerts.webhook_env && process.env[alerts.webhook_env]);
  await Promise.all([
    address && post(address, text),
    alerts.command && give(alerts.command, text, project.root),
  ]);
}

/** An office waits ten seconds for its mail server, not longer. */
const patience = 10_000;

async function post(address: string, text: string): Promise<void> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: text,
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`the address answered ${response.status}`);
}

function give([program = "", ...args]: readonly string[], text: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      stdio: ["pipe", "ignore", "ignore"],
      timeout: patience,
    });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
    child.stdin.on("error", () => {}); // a program that does not read is told by its exit code
    child.stdin.end(text);
  });
}
