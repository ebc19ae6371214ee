import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { z } from "zod";
import { writeAtomically } from "./files.ts";
import type { Project } from "./project.ts";
import type { Run } from "./run.ts";
import { readRows } from "./warehouse/readRows.ts";

const outcome = z.object({
  round_code: z.string(),
  rule_code: z.string(),
  domain_level: z.enum(["nation", "province"]),
  domain_code: z.string(),
  n_checked: z.int(),
  n_failing: z.int(),
  failing_percent: z.number(),
  outcome: z.enum(["ok", "warn", "stop"]),
  provenance: z.enum(["derived", "illustrative"]),
});

/** How every rule for forms fared in one run, also in one that stopped for it, and which forms broke it, by key only. */
const ruleRun = z.object({
  run: z.string(),
  command: z.string(),
  started_at: z.string(),
  build: z.string(),
  outcomes: z.array(outcome),
  failing: z.record(z.string(), z.array(z.string())),
});

export type RuleRun = z.infer<typeof ruleRun>;

/** Keeps the outcome of every rule of a run, from a warehouse whose rules have been judged. */
export async function keepRuleRun(run: Run, connection: DuckDBConnection, build: string): Promise<void> {
  const outcomes = await readRows(
    connection,
    `select round_code, rule_code, domain_level, domain_code, n_checked, n_failing, failing_percent, outcome, provenance
     from clean.rule_outcomes order by round_code, rule_code, domain_level, domain_code`,
  );
  const failing = await readRows(
    connection,
    "select round_code, rule_code, response_key from clean.rule_failures order by round_code, rule_code, response_key",
  );
  const keys: Record<string, string[]> = {};
  for (const { round_code, rule_code, response_key } of failing) {
    const own = `${round_code}/${rule_code}`;
    keys[own] ??= [];
    keys[own].push(String(response_key));
  }
  const kept = { run: run.id, command: run.command, started_at: run.startedAt.toISOString(), build };
  await writeAtomically(
    join(folderOf(run.project), `${run.id}.json`),
    `${JSON.stringify({ ...kept, outcomes, failing: keys })}\n`,
  );
}

/** Every run whose rules were judged, oldest first. */
export async function readRuleRuns(project: Pick<Project, "varPath">): Promise<RuleRun[]> {
  const names = await readdir(folderOf(project)).catch(() => []);
  const runs: RuleRun[] = [];
  for (const name of names.filter((one) => /^\d{8}-\d{6}-\d{3}\.json$/.test(one)).sort())
    runs.push(ruleRun.parse(JSON.parse(await readFile(join(folderOf(project), name), "utf8"))));
  return runs;
}

function folderOf(project: Pick<Project, "varPath">): string {
  return project.varPath("history", "rules");
}
