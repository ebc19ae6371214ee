import { writeFileSync } from "node:fs";
import { runTask, type Task } from "./runTask.ts";

/** One task in a process of its own, so that its peak memory is its own: worker.js TASK FILE THREADS REPEATS [TABLE.csv] */
const [task, file, threads, repeats, table] = process.argv.slice(2) as [
  Task,
  string,
  string,
  string,
  string?,
];
const result = await runTask(task, file, Number(threads), Number(repeats));
if (table) {
  const lines = result.table.map((row) =>
    [row.domain, row.item, row.mean, row.se, row.low, row.high].join(","),
  );
  writeFileSync(table, `province,item,mean,se,lo,hi\n${lines.join("\n")}\n`);
}
const { table: _, ...printed } = result;
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({ ...printed, cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 }),
);
