import type { Command } from "commander";
import { collect, describeSnapshot } from "../collect.ts";
import type { Terminal } from "../terminal.ts";
import { answer, asRun } from "./command.ts";

export function addCollect(program: Command, terminal: Terminal): void {
  program
    .command("collect")
    .description("read every store into a snapshot that never changes")
    .addHelpText("after", "\nExample:\n  thuocdo collect --json")
    .action(async (_options, command: Command) => {
      const result = await asRun(command, terminal, async (run) => {
        const { hash, folder, files } = await run.phase("collect", () => collect(run), describeSnapshot);
        return {
          snapshot: hash,
          folder,
          tables: files.map(({ store, table, rows }) => ({ store, table, rows })),
        };
      });
      answer(command, terminal, result, [
        `Snapshot ${result.snapshot.slice(0, 12)}: ${result.folder}`,
        ...result.tables
          .filter(({ rows }) => rows > 0)
          .map(({ store, table, rows }) => `  ${store}.${table}: ${rows} rows`),
      ]);
    });
}
