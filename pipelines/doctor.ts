import { stat } from "node:fs/promises";
import { join } from "node:path";
import { version as duckdbVersion } from "@duckdb/node-api";
import { KnownError } from "../models/errors.ts";
import { openSource } from "./collect.ts";
import { checkFreeDisk, freeBytes } from "./freeDisk.ts";
import { packageRoot } from "./packageRoot.ts";
import { type Project, storesOf } from "./project.ts";
import { readModels } from "./readModels.ts";
import { findForeign, findLeftovers } from "./recover.ts";
import { readRunRecords } from "./runRecords.ts";
import { toInstant, wallClock } from "./schedule/zonedTime.ts";
import { connect } from "./warehouse/connection.ts";

/** One thing that was looked at. */
export interface Finding {
  readonly what: string;
  readonly is_well: boolean;
  readonly detail: string;
}

const well = (what: string, detail: string): Finding => ({ what, is_well: true, detail });
const ill = (what: string, detail: string): Finding => ({ what, is_well: false, detail });

/** Everything that a run will need, looked at before it is needed; nothing is changed. */
export async function examine(project: Project, now: Date): Promise<Finding[]> {
  return [
    nodeVersion(),
    await duckdb(),
    await disk(project),
    await clock(project, now),
    await specification(project),
    ...(await stores(project)),
    await order(project),
  ];
}

const smallestNode = [20, 19] as const;

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNew = major > smallestNode[0] || (major === smallestNode[0] && minor >= smallestNode[1]);
  return (isNew ? well : ill)("Node", `${process.version}; ${smallestNode.join(".")} or newer is needed`);
}

async function duckdb(): Promise<Finding> {
  const { connection, close } = await connect(":memory:", {
    threads: 1,
    memoryLimit: "256MB",
    spillFolder: "",
  });
  await connection.run("select 1").finally(close);
  return well("DuckDB", duckdbVersion());
}

async function disk(project: Project): Promise<Finding> {
  try {
    await checkFreeDisk(project);
    const free = (await freeBytes(project)) / 1e9;
    return well("disk", `${project.varPath()} is writable, ${free.toFixed(1)} GB free`);
  } catch (error) {
    return ill("disk", messageOf(error));
  }
}

/** A clock that is before what was done already, or that does not know the office's zone, cannot keep a calendar. */
async function clock(project: Project, now: Date): Promise<Finding> {
  const zone = project.config.schedule?.zone ?? "Asia/Ho_Chi_Minh";
  const knownSummer =
    toInstant("2023-07-01", "08:00", "Asia/Ho_Chi_Minh").toISOString() === "2023-07-01T01:00:00.000Z";
  if (!knownSummer)
    return ill("clock", "this Node does not know the zone Asia/Ho_Chi_Minh as seven hours ahead of UTC");
  const last = (await readRunRecords(project)).at(-1)?.started_at;
  const { mtime } = await stat(join(packageRoot, "package.json"));
  const latest = last !== undefined && Date.parse(last) > mtime.getTime() ? new Date(last) : mtime;
  const shown = `${wallClock(now, zone)} ${zone}`;
  if (now.getTime() + 60_000 < latest.getTime()) {
    return ill(
      "clock",
      `it shows ${shown}, but something was done here at ${wallClock(latest, zone)}: set the clock`,
    );
  }
  return well("clock", shown);
}

async function specification(project: Project): Promise<Finding> {
  try {
    const { spec } = await readModels(project);
    return well("specification", `rounds ${spec.rounds.map(({ round }) => round.round).join(", ")}`);
  } catch (error) {
    return ill("specification", messageOf(error));
  }
}

/** Reaches for the first table of each store, and for no more. */
async function stores(project: Project): Promise<Finding[]> {
  const findings = storesOf(project).map(async ([name, store]) => {
    const what = `store ${name}`;
    try {
      const { source, config } = await openSource(name, store);
      const tables = source.extract(config, { resolvePath: project.resolvePath })[Symbol.asyncIterator]();
      await tables.next();
      await tables.return?.();
      return well(what, `${store.kind}, ${store.provenance}, can be read`);
    } catch (error) {
      return ill(what, messageOf(error));
    }
  });
  return Promise.all(findings);
}

/** What stopped runs and people left in `var`. */
async function order(project: Project): Promise<Finding> {
  const records = await readRunRecords(project);
  const running = records.find(({ status }) => status === "running");
  if (running) return well("order", `${running.command} (run ${running.id}) is at work`);
  const crashed = records
    .filter(({ status, ended_at }) => status === "crashed" && !ended_at)
    .map(({ id }) => `run ${id}`);
  const pending = [
    ...crashed.map((run) => `${run} crashed`),
    ...(await findLeftovers(project)).map((path) => `${path} is unfinished`),
  ];
  const foreign = (await findForeign(project)).map((path) => `${path} was put there by hand and is ignored`);
  if (pending.length + foreign.length === 0) return well("order", "nothing is left over");
  const advice = pending.length > 0 ? "; the next run puts that in order" : "";
  return ill("order", `${[...pending, ...foreign].join("; ")}${advice}`);
}

function messageOf(error: unknown): string {
  if (error instanceof KnownError) return error.hint ? `${error.message} ${error.hint}` : error.message;
  throw error;
}
