import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommandLine } from "../../pipelines/commandLine.ts";
import { packageRoot } from "../../pipelines/packageRoot.ts";
import { connect } from "../../pipelines/warehouse/connection.ts";
import { readRows } from "../../pipelines/warehouse/readRows.ts";
import type { Row } from "../../sql/table.ts";

/** What a command said and how it ended. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A project in a temporary folder, made and used through the command line as a user would. */
export interface ScratchProject {
  readonly folder: string;
  readonly thuocdo: (...args: string[]) => Promise<Answer>;
  /** Changes a file of the project. */
  readonly edit: (file: string, change: (text: string) => string) => void;
  /** Puts a changed copy of a file of the package's models/ into the project. */
  readonly addModel: (file: string, change: (text: string) => string) => void;
  readonly remove: () => void;
}

export async function scratchProject(): Promise<ScratchProject> {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-"));
  await runCommandLine(["init", folder, "--quiet"], { out: () => {}, err: () => {} });
  const project = projectIn(folder);
  project.edit("thuocdo.yaml", (text) => text.replace(/^formats:.*$/m, "formats: []")); // pages alone: the other formats have tests of their own
  return project;
}

/** A second project with all that the first one has, its stores and releases included. */
export function copyOf(project: ScratchProject): ScratchProject {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-"));
  cpSync(project.folder, folder, { recursive: true });
  return projectIn(folder);
}

function projectIn(folder: string): ScratchProject {
  return {
    folder,
    thuocdo: async (...args) => {
      const said = { out: [] as string[], err: [] as string[] };
      const code = await runCommandLine([...args, "--project", folder, "--quiet"], {
        out: (text) => said.out.push(text),
        err: (text) => said.err.push(text),
      });
      return { code, out: said.out.join("\n"), err: said.err.join("\n") };
    },
    edit: (file, change) => {
      const path = join(folder, file);
      writeFileSync(path, change(readFileSync(path, "utf8")));
    },
    addModel: (file, change) => {
      const path = join(folder, "models", file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, change(readFileSync(join(packageRoot, "models", file), "utf8")));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Rows of a DuckDB file, read only. */
export async function query(path: string, sql: string): Promise<Row[]> {
  const { connection, close } = await connect(
    path,
    { threads: 1, memoryLimit: "500MB", spillFolder: "" },
    "read",
  );
  try {
    return await readRows(connection, sql);
  } finally {
    close();
  }
}

/** Runs statements on a DuckDB file. */
export async function change(path: string, ...statements: string[]): Promise<void> {
  const { connection, close } = await connect(path, { threads: 1, memoryLimit: "500MB", spillFolder: "" });
  try {
    for (const sql of statements) await connection.run(sql);
  } finally {
    close();
  }
}
