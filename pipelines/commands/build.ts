import type { Command } from "commander";
import { buildWarehouse, describeWarehouse } from "../buildWarehouse.ts";
import { collect, describeSnapshot } from "../collect.ts";
import type { Terminal } from "../terminal.ts";
import { answer, asRun } from "./command.ts";

export function addBuild(program: Command, terminal: Terminal): void {
  program
    .command("build")
    .description("collect, then build a fresh warehouse and check every promise of every table")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo build\nThe warehouse is one DuckDB file; open it read-only with any DuckDB shell.",
    )
    .action(async (_options, command: Command) => {
      const result = await asRun(command, terminal, async (run) => {
        const snapshot = await run.phase("collect", () => collect(run), describeSnapshot);
        const warehouse = await run.phase("build", () => buildWarehouse(run, snapshot), describeWarehouse);
        const warnings = warehouse.checks.filter((check) => check.n_failing > 0);
        return { build: warehouse.id, path: warehouse.path, checks: warehouse.checks.length, warnings };
      });
      answer(command, terminal, result, [
        `Warehouse ${result.build}: ${result.path}`,
        `  ${result.checks} checks held, ${result.warnings.length} warned`,
        ...result.warnings.map(
          (warning) => `  warning: ${warning.table}: "${warning.check}" fails for ${warning.n_failing} rows`,
        ),
      ]);
    });
}
