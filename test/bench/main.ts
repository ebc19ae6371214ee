import { benchMonitor } from "./monitor.ts";
import { benchParIndex } from "./parIndex.ts";
import { benchPhases } from "./phases.ts";
import { benchReports } from "./reports.ts";
import { benchStatistics } from "./statistics.ts";
import { benchStatisticsInference } from "./statisticsInference.ts";
import { benchSurvey } from "./survey/main.ts";

const wanted = process.argv.slice(2);

/** `npm run bench [-- phases | reports | statistics | monitor | survey [--full]]`: prints tables in Markdown; nothing is judged here. */
const tasks: Readonly<Record<string, () => Promise<void> | void>> = {
  phases: async () => console.log(await benchPhases()),
  reports: async () => console.log(await benchReports()),
  statistics: () => {
    console.log("| task | seconds | check |\n|---|---|---|");
    for (const { task, seconds, check } of [
      ...benchStatistics(),
      ...benchStatisticsInference(),
      ...benchParIndex(),
    ]) {
      console.log(`| ${task} | ${seconds.toFixed(3)} | ${check} |`);
    }
  },
  monitor: async () => console.log(await benchMonitor()),
  survey: () => benchSurvey(wanted.slice(1)),
};

for (const [name, run] of Object.entries(tasks)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
