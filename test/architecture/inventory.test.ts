import { expect, test } from "vitest";
import { defaultExportsIn, filesIn } from "../../pipelines/discover.ts";

/** What is found by place. An addition or a loss is one visible line in test/architecture/inventory.txt. */
async function inventory(): Promise<string> {
  const pages = await defaultExportsIn("reports/pages");
  const writers = await defaultExportsIn("reports/writers");
  const sources = await filesIn("sources", ["index.ts"]);
  const tables = [
    ...(await filesIn("sql", [".sql"])),
    ...(await filesIn("sql", [".ts"])).filter((path) => path.includes("/")),
  ];
  const rounds = await filesIn("models/rounds", ["round.yaml"]);
  const instruments = await filesIn("models/instruments", [".yaml"]);
  const lines = [
    ...rounds.map((path) => `round ${path.split("/")[0]}`),
    ...instruments.map((path) => `instrument ${path.replace(".yaml", "")}`),
    ...sources.map((path) => `source ${path.split("/")[0]}`),
    ...tables.map((path) => `table ${path.replace(/\.(sql|ts)$/, "").replace("/", ".")}`).sort(),
    ...[...pages.keys()].sort().map((name) => `page ${name}`),
    ...[...writers.keys()].sort().map((format) => `writer ${format}`),
  ];
  return `${lines.join("\n")}\n`;
}

test("the rounds, instruments, sources, tables and pages found by place are those listed", async () => {
  const found = await inventory();
  expect(found).toContain("page sipasRanking\n");
  await expect(found).toMatchFileSnapshot("inventory.txt");
});
