import { mkdir } from "node:fs/promises";
import { hostname } from "node:os";
import { basename } from "node:path";
import { version as duckdbVersion } from "@duckdb/node-api";
import { tell } from "../alert.ts";
import { codeHash } from "../codeHash.ts";
import { writeAtomically } from "../files.ts";
import { codeVersion } from "../packageRoot.ts";
import type { Project } from "../project.ts";
import { newRunId, type RunRecord } from "../runRecords.ts";
import type { Due } from "./dueTimes.ts";

/** Keeps in the run records that a time came while an earlier run still went on, and tells whoever is to be told. */
export async function recordSkip(project: Project, due: Due, now: Date, why: string): Promise<void> {
  const folder = project.varPath("runs");
  await mkdir(folder, { recursive: true });
  const record: RunRecord = {
    id: await newRunId(folder, now),
    command: due.duty,
    scheduled_for: due.at.toISOString(),
    started_at: now.toISOString(),
    ended_at: now.toISOString(),
    seconds: 0,
    host: hostname(),
    pid: process.pid,
    code_version: codeVersion,
    code_sha256: await codeHash(),
    node_version: process.version,
    duckdb_version: duckdbVersion(),
    status: "skipped",
    inputs: {},
    phases: [],
    warnings: [why],
  };
  await writeAtomically(project.varPath("runs", `${record.id}.json`), `${JSON.stringify(record, null, 2)}\n`);
  await tell(project, {
    project: basename(project.root),
    host: record.host,
    run: record.id,
    command: record.command,
    status: "skipped",
    exit_code: null,
    error_kind: null,
    started_at: record.started_at,
  }).catch(() => {}); // the record is there
}
