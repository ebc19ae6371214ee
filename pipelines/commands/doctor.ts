import type { Command } from "commander";
import { KnownError } from "../../models/errors.ts";
import { examine } from "../doctor.ts";
import { redactText } from "../redact.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

export function addDoctor(program: Command, terminal: Terminal): void {
  program
    .command("doctor")
    .description("say what is missing here: Node, DuckDB, disk, rights, clock, specification, stores, order")
    .addHelpText("after", "\nExample:\n  thuocdo doctor --json")
    .action(async (_options, command: Command) => {
      const findings = (await examine(projectOf(command), new Date())).map((finding) => ({
        ...finding,
        detail: redactText(finding.detail),
      }));
      const lines = findings.map(
        ({ what, is_well, detail }) => `${is_well ? "ok     " : "MISSING"} ${what}: ${detail}`,
      );
      answer(command, terminal, findings, lines);
      const ill = findings.filter((finding) => !finding.is_well);
      if (ill.length > 0)
        throw new KnownError(`${ill.length} of ${findings.length} checks found something missing.`);
    });
}
