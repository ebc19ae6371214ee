import { benchPhases } from "./phases.ts";
import { benchStatistics } from "./statistics.ts";
import { statisticsInference } from "./statisticsInference.ts";

/** `npm run bench [-- phases | statistics]`: prints tables in Markdown; nothing is judged here. */
const tasks: Readonly<Record<string, () => Promise<void> | void>> = {
  phases: async () => console.log(await benchPhases()),
  statistics: () => {
    console.log("| task | seconds | check |\n|---|---|---|");
    for (const { task, seconds, check } of benchStatistics())
      console.log(`| ${task} | ${seconds.toFixed(3)} | ${check} |`);
    for (const { name, run } of statisticsInference) console.log(`| ${name} | ${run().toFixed(3)} | |`);
  },
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(tasks)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
