import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { packageRoot } from "../../../pipelines/packageRoot.ts";
import type { Task, TaskResult } from "./runTask.ts";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(packageRoot, "test/bench/survey");
const folder = join(tmpdir(), "thuocdo-bench-survey");

const wider = ["--districts", "10", "--communes", "12"];

/** Sums that R's survey 4.4.2 printed for the same task on the same file, 12 digits. */
const expected: Readonly<Record<string, readonly [number, number]>> = {
  "by 36630": [1157.80597285, 62.7024007066],
  "mean 36630": [18.5782336979, 0.153275848046],
  "cal_by 36630": [1157.54558431, 62.9241935653],
  "by 1000000": [1199.62228195, 27.7528661133],
  "mean 1000000": [18.9250462529, 0.0715138373221],
  "cal_by 1000000": [1199.66215159, 27.7471972018],
};

interface Measured extends Omit<TaskResult, "table"> {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

/**
 * Times the survey tasks on generated files, each task in a process of its own, and prints a table in Markdown with the sums
 * beside those of R. `--full` adds ten million rows from Parquet. Where Rscript with the package survey is there, it runs beside.
 */
export async function benchSurvey(args: readonly string[] = process.argv.slice(2)): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const runs = 5;
  console.log(
    `${cpus().length} cores, Node ${process.version}; the least of ${runs} runs, each a process of its own\n`,
  );
  console.log(
    "| task | rows | whole process s | processor s | load s | step s | peak MiB | sum of means | sum of SE | as R |\n|---|---|---|---|---|---|---|---|---|---|",
  );
  const small = await csv(36_630, []);
  const large = await csv(1_000_000, wider);
  for (const file of [small, large]) {
    for (const task of ["bare", "by", "mean", "cal_by", "boot_rake"] as const) print(best(task, file, runs));
  }
  printStepRatio(large);
  const isFull = args.includes("--full");
  if (isFull) {
    const huge = await parquet(10_000_000, wider);
    for (const task of ["bare", "by", "cal_by"] as const) print(best(task, huge, 1));
  }
  await printGrowth(isFull);
  compareTable("by", small, "exp_small_by.csv");
  compareTable("cal_by", small, "exp_small_cal_by.csv");
  compareWithR(small);
}

/** How the step grows with rows of the same clusters: the exponent over each tenfold, and the ratio to the floor. */
async function printGrowth(isFull: boolean): Promise<void> {
  const sizes = [10_000, 100_000, 1_000_000, ...(isFull ? [10_000_000] : [])];
  console.log(
    "\n| rows | bare s | by s | ratio | exponent | cal_by s | ratio | exponent |\n|---|---|---|---|---|---|---|---|",
  );
  let before: readonly number[] | null = null;
  for (const rows of sizes) {
    const file = await parquet(rows, wider);
    const runs = rows > 1e6 ? 1 : 3;
    const floor = best("bare", file, runs).step;
    const steps = (["by", "cal_by"] as const).map((task) => best(task, file, runs).step);
    const cells = steps.flatMap((step, at) => [
      step.toFixed(3),
      (step / floor).toFixed(1),
      before === null ? "" : Math.log10(step / before[at]!).toFixed(2),
    ]);
    console.log(`| ${rows} | ${floor.toFixed(3)} | ${cells.join(" | ")} |`);
    before = steps;
  }
}

/** In memory, from clean.responses to the table, over one weighted mean of every item by province: each the least of three in one process. */
function printStepRatio(file: string): void {
  const least = (task: Task) => Math.min(...[1, 2, 3].map(() => run(task, file, 3).step));
  const floor = least("bare");
  for (const task of ["by", "cal_by"] as const) {
    const step = least(task);
    console.log(
      `\n${task}: step in memory ${step.toFixed(3)} s, bare group by ${floor.toFixed(3)} s, ratio ${(step / floor).toFixed(2)}`,
    );
  }
}

function best(task: Task, file: string, runs: number): Measured {
  return Array.from({ length: runs }, () => run(task, file, 1)).reduce((least, one) =>
    one.wall < least.wall ? one : least,
  );
}

function run(task: Task, file: string, repeats: number, table?: string): Measured {
  const begin = performance.now();
  const done = spawnSync(
    process.execPath,
    [join(here, "worker.js"), task, file, String(cpus().length), String(repeats), ...(table ? [table] : [])],
    { encoding: "utf8", maxBuffer: 1 << 26 },
  );
  if (done.status !== 0) throw new Error(`The task ${task} ended with ${done.status}: ${done.stderr}`);
  return { ...(JSON.parse(done.stdout) as Omit<Measured, "wall">), wall: (performance.now() - begin) / 1000 };
}

function print({ task, rows, wall, cpu, load, step, peak, sumOfMeans, sumOfErrors }: Measured): void {
  const peer = expected[`${task} ${rows}`];
  const same = peer && near(sumOfMeans, peer[0]) && near(sumOfErrors, peer[1]);
  const cells = [
    task,
    rows,
    wall.toFixed(2),
    cpu.toFixed(2),
    load.toFixed(2),
    step.toFixed(3),
    peak.toFixed(0),
    task === "bare" ? "" : sumOfMeans.toPrecision(12),
    task === "bare" ? "" : sumOfErrors.toPrecision(12),
    peer === undefined ? "" : same ? "yes" : "NO",
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

/** Equal to the twelve digits printed. */
function near(value: number, printed: number): boolean {
  return Math.abs(value / printed - 1) < 2e-11;
}

/** The worst difference from R's own table, all 1,890 rows. */
function compareTable(task: Task, file: string, name: string): void {
  const out = join(folder, `${task}.csv`);
  run(task, file, 1, out);
  const read = (path: string) =>
    new Map(
      readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(","))
        .map(([province, item, ...values]) => [`${province} ${item}`, values.map(Number)] as const),
    );
  const own = read(out);
  const worst = [...read(join(sources, "expected", name))].reduce(
    (most, [key, values]) =>
      values.reduce(
        (far, value, at) => Math.max(far, Math.abs((own.get(key)?.[at] ?? Number.NaN) - value)),
        most,
      ),
    0,
  );
  console.log(
    `\n${task}: mean, SE and both ends of ${own.size} estimates within ${worst.toExponential(1)} of R's`,
  );
}

function compareWithR(file: string): void {
  const asked = spawnSync("Rscript", ["-e", "cat(as.character(packageVersion('survey')))"], {
    encoding: "utf8",
  });
  if (asked.error || asked.status !== 0) {
    console.log("\nR beside: skipped, Rscript with the package survey is not installed.");
    return;
  }
  const isOld = asked.stdout.localeCompare("4.4", undefined, { numeric: true }) < 0;
  for (const [task, peer] of [
    ["by", "by"],
    ["cal_by", "cal_sp_by"],
    ["boot_rake", "boot_rake"],
  ] as const) {
    const begin = performance.now();
    const script = [join(sources, "surveyBench.R"), "--csv", file, "--task", peer];
    const { status, stderr } = spawnSync("Rscript", script, { encoding: "utf8" });
    if (status !== 0) {
      console.log(
        `\n${task}: R with survey ${asked.stdout} does not run it: ${stderr.trim().split("\n").at(-1)}`,
      );
      continue;
    }
    const seconds = (performance.now() - begin) / 1000;
    const own = best(task, file, 3).wall;
    console.log(
      `\n${task}: R with survey ${asked.stdout}${isOld ? " (before 4.4: without its compiled code, no headline)" : ""} ${seconds.toFixed(1)} s, thuocdo on Node ${process.version} ${own.toFixed(2)} s, ratio ${(seconds / own).toFixed(1)}`,
    );
  }
}

async function csv(rows: number, options: readonly string[]): Promise<string> {
  const file = join(folder, `survey_${rows}.csv`);
  if (!existsSync(file))
    execFileSync(process.execPath, [
      join(sources, "generateCsv.mjs"),
      ...["--n", String(rows), "--out", file, ...options],
    ]);
  return file;
}

async function parquet(rows: number, options: readonly string[]): Promise<string> {
  const file = join(folder, `survey_${rows}.parquet`);
  if (existsSync(file)) return file;
  const from = await csv(rows, options);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `copy (select * replace (w::double as w) from read_csv('${from}', sample_size = 100000)) to '${file}' (format parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await benchSurvey();
