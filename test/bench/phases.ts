import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../../pipelines/commandLine.ts";
import type { RunRecord } from "../../pipelines/runRecords.ts";

const repeats = 3;

/** Times the phases of `thuocdo demo` and `thuocdo publish` at full size, each repeat in a fresh project. */
export async function benchPhases(): Promise<string> {
  const seconds = new Map<string, number[]>();
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const phase of await onePublication()) {
      seconds.set(phase.name, [...(seconds.get(phase.name) ?? []), phase.seconds]);
    }
  }
  const medians = [...seconds].map(([name, values]) => ({ name, values, median: median(values) }));
  const total = medians.reduce((sum, phase) => sum + phase.median, 0);
  const lines = medians.map(
    ({ name, values, median: middle }) =>
      `| ${name} | ${Math.min(...values).toFixed(1)} | ${middle.toFixed(1)} | ${Math.max(...values).toFixed(1)} | ${((100 * middle) / total).toFixed(0)} % |`,
  );
  return [
    `${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}; ${repeats} runs; peak memory of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
    "",
    "| phase | min s | median s | max s | share |",
    "|---|---|---|---|---|",
    ...lines,
    `| all | | ${total.toFixed(1)} | | 100 % |`,
  ].join("\n");
}

async function onePublication() {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-bench-"));
  const silent = { out: () => {}, err: (text: string) => console.error(text) };
  try {
    for (const args of [["init", folder], ["demo"], ["publish"]]) {
      const code = await runCommandLine([...args, "--project", folder, "--quiet"], silent);
      if (code !== 0) throw new Error(`thuocdo ${args[0]} ended with ${code}.`);
    }
    const runs = join(folder, "var/runs");
    return readdirSync(runs)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .flatMap((name) => (JSON.parse(readFileSync(join(runs, name), "utf8")) as RunRecord).phases);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
