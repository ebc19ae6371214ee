import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../../pipelines/commandLine.ts";
import type { RunRecord } from "../../pipelines/runRecords.ts";

const cases: readonly (readonly [what: string, ...options: string[]])[] = [
  ["HTML + XLSX, one language", "--lang", "vi", "--formats", "xlsx"],
  ["HTML + XLSX + PDF + DOCX, both languages", "--lang", "both", "--formats", "xlsx,pdf,docx"],
  ["the same again: nothing has changed", "--lang", "both", "--formats", "xlsx,pdf,docx"],
];

/** Seconds to render and to deliver the bundles of every unit of the full demo, in more and more formats. */
export async function benchReports(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-bench-"));
  try {
    for (const args of [["init", folder], ["demo"]]) await thuocdo(folder, args);
    const lines = [];
    for (const [what, ...options] of cases) {
      await thuocdo(folder, ["publish", ...options]);
      const { seconds, release } = lastRun(folder);
      const { files, megabytes } = sizeOf(join(folder, "var/releases", release));
      lines.push(
        `| ${what} | ${seconds("render")} | ${seconds("deliver")} | ${files} | ${megabytes.toFixed(0)} |`,
      );
    }
    return [
      `peak memory of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
      "",
      "| what | render s | deliver s | files | MB |",
      "|---|---|---|---|---|",
      ...lines,
    ].join("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function thuocdo(folder: string, args: readonly string[]): Promise<void> {
  const silent = { out: () => {}, err: (text: string) => console.error(text) };
  const code = await runCommandLine([...args, "--project", folder, "--quiet"], silent);
  if (code !== 0) throw new Error(`thuocdo ${args[0]} ended with ${code}.`);
}

function lastRun(folder: string) {
  const runs = join(folder, "var/runs");
  const name = readdirSync(runs)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .at(-1) as string;
  const { phases, result } = JSON.parse(readFileSync(join(runs, name), "utf8")) as RunRecord;
  const seconds = (phase: string) => phases.find((each) => each.name === phase)?.seconds.toFixed(1) ?? "–";
  return { seconds, release: String(result?.["release"]) };
}

function sizeOf(folder: string): { files: number; megabytes: number } {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const bytes = paths.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { files: paths.length, megabytes: bytes / 1e6 };
}
