import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { parse } from "csv-parse/sync";
import {
  compareEntries,
  type Entries,
  mergeEntries,
  type Settled,
} from "../../models/entry/compareEntries.ts";
import { SourceError } from "../../models/errors.ts";
import { csvText } from "../csvText.ts";
import { writeAtomically } from "../files.ts";
import type { Terminal } from "../terminal.ts";
import { answer } from "./command.ts";

const sheetColumns = ["key", "column", "first", "second", "final", "role", "reason"];

/** Paper forms that two typists entered: compared, settled in a file, and merged into the one that is handed in. */
export function addEntry(program: Command, terminal: Terminal): void {
  const entry = program
    .command("entry")
    .description("double entry of paper forms: compare, settle in a file, merge");
  entry
    .command("compare")
    .argument("<first>", "CSV of the first typist, one line a form")
    .argument("<second>", "CSV of the second typist, with the same columns")
    .requiredOption("--key <column>", "the column that names a form")
    .option("--sheet <file>", "write the differences as a sheet to settle")
    .description("list the cells that two typists entered otherwise")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo entry compare an.csv binh.csv --key so_phieu --sheet differences.csv",
    )
    .action(async (one: string, two: string, options: { key: string; sheet?: string }, command: Command) => {
      const { comparison } = await readBoth(one, two, options.key);
      if (options.sheet !== undefined)
        await writeAtomically(
          resolve(options.sheet),
          csvText(sheetColumns, comparison.differences as unknown as Record<string, unknown>[]),
        );
      const { n_forms, n_cells, differences, only_in_first, only_in_second } = comparison;
      const rate = n_cells === 0 ? "" : ` (${((100 * differences.length) / n_cells).toFixed(2)} %)`;
      answer(command, terminal, comparison, [
        `${differences.length} of ${n_cells} cells in ${n_forms} forms differ${rate}.`,
        ...differences
          .slice(0, 20)
          .map((row) => `  ${row.key} × ${row.column}: "${row.first}" and "${row.second}"`),
        ...(differences.length > 20 ? [`  … and ${differences.length - 20} more (--sheet has all)`] : []),
        ...[...only_in_first, ...only_in_second].map((key) => `  form ${key} was entered once only`),
      ]);
    });
  entry
    .command("merge")
    .argument("<first>", "CSV of the first typist")
    .argument("<second>", "CSV of the second typist")
    .requiredOption("--key <column>", "the column that names a form")
    .requiredOption("--settled <file>", "the sheet, with final, role and reason filled in")
    .requiredOption("--out <file>", "the CSV to hand in")
    .description("write the forms as settled; refused while a difference is open")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo entry merge an.csv binh.csv --key so_phieu --settled differences.csv --out phieu.csv",
    )
    .action(
      async (
        one: string,
        two: string,
        options: { key: string; settled: string; out: string },
        command: Command,
      ) => {
        const { first, comparison, columns } = await readBoth(one, two, options.key);
        const settled = (await readTable(options.settled)).map(
          (row) =>
            Object.fromEntries(sheetColumns.map((name) => [name, row[name] ?? ""])) as unknown as Settled,
        );
        const { entries, problems } = mergeEntries(first, comparison, settled);
        if (problems.length > 0)
          throw new SourceError(
            [
              `${problems.length} ${problems.length === 1 ? "difference is" : "differences are"} open:`,
              ...problems.map((one_) => `  ${one_}`),
            ].join("\n"),
            {
              hint: "Look at the paper forms and fill in the sheet; nothing was written.",
            },
          );
        await writeAtomically(resolve(options.out), csvText(columns, [...entries.values()]));
        const result = { forms: entries.size, settled: settled.length, path: resolve(options.out) };
        answer(command, terminal, result, [
          `${result.forms} forms, ${result.settled} cells settled: ${result.path}`,
        ]);
      },
    );
}

async function readBoth(one: string, two: string, key: string) {
  const [rows, others] = [await readTable(one), await readTable(two)];
  const columns = Object.keys(rows[0] ?? {});
  const missing = [...new Set([...columns, ...Object.keys(others[0] ?? {}), key])].filter(
    (column) => !columns.includes(column) || !Object.keys(others[0] ?? {}).includes(column),
  );
  if (missing.length > 0)
    throw new SourceError(
      `The two entries do not have the same columns: ${missing.join(", ")} is in one only.`,
      {
        hint: "Enter both with the same form, and name its key with --key.",
      },
    );
  const first = toEntries(rows, key, one);
  const second = toEntries(others, key, two);
  const compared = columns.filter((column) => column !== key);
  return { first, columns, comparison: compareEntries(first, second, compared) };
}

function toEntries(rows: readonly Record<string, string>[], key: string, file: string): Entries {
  const entries = new Map<string, Record<string, string>>();
  for (const row of rows) {
    const name = (row[key] ?? "").trim();
    if (name === "" || entries.has(name))
      throw new SourceError(
        `${file}: the key ${key} is ${name === "" ? "empty in a line" : `${name} in two lines`}.`,
        {
          hint: "Every paper form has one line and a key of its own.",
        },
      );
    entries.set(name, row);
  }
  return entries;
}

async function readTable(file: string): Promise<Record<string, string>[]> {
  try {
    return parse(await readFile(file, "utf8"), { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    throw new SourceError(
      `${file} cannot be read as a CSV: ${error instanceof Error ? error.message : String(error)}`,
      {
        hint: "Save it as CSV (comma, UTF-8) with a header line.",
      },
    );
  }
}
