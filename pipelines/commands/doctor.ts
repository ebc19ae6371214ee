import { constants } from "node:fs";
import { access, mkdir, statfs } from "node:fs/promises";
import type { Command } from "commander";
import { KnownError, StorageError } from "../../models/errors.ts";
import type { Project } from "../project.ts";
import { readModels } from "../readModels.ts";
import type { Terminal } from "../terminal.ts";
import { connect } from "../warehouse/connection.ts";
import { answer, projectOf } from "./command.ts";

interface Finding {
  readonly what: string;
  readonly is_well: boolean;
  readonly detail: string;
}

const smallestNode = [20, 19] as const;
const wantedBytes = 1_000_000_000;

export function addDoctor(program: Command, terminal: Terminal): void {
  program
    .command("doctor")
    .description("say what is missing here: Node, DuckDB, disk, rights, specification, stores")
    .addHelpText("after", "\nExample:\n  thuocdo doctor --json")
    .action(async (_options, command: Command) => {
      const project = projectOf(command);
      const findings = [
        nodeVersion(),
        await duckdb(),
        await disk(project),
        await specification(project),
        ...stores(project),
      ];
      const lines = findings.map(
        ({ what, is_well, detail }) => `${is_well ? "ok     " : "MISSING"} ${what}: ${detail}`,
      );
      answer(command, terminal, findings, lines);
      const ill = findings.filter((finding) => !finding.is_well);
      if (ill.length > 0)
        throw new KnownError(`${ill.length} of ${findings.length} checks found something missing.`);
    });
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const is_well = major > smallestNode[0] || (major === smallestNode[0] && minor >= smallestNode[1]);
  return {
    what: "Node",
    is_well,
    detail: `${process.version}; ${smallestNode.join(".")} or newer is needed`,
  };
}

async function duckdb(): Promise<Finding> {
  const { connection, close } = await connect(":memory:", {
    threads: 1,
    memoryLimit: "256MB",
    spillFolder: "",
  });
  const version = await connection.runAndReadAll("select version()");
  close();
  return { what: "DuckDB", is_well: true, detail: String(version.getRows()[0]?.[0]) };
}

async function disk(project: Project): Promise<Finding> {
  const folder = project.varPath();
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    return {
      what: "disk",
      is_well: free >= wantedBytes,
      detail: `${folder} is writable, ${(free / 1e9).toFixed(1)} GB free`,
    };
  } catch (error) {
    if (error instanceof StorageError) throw error;
    return {
      what: "disk",
      is_well: false,
      detail: `${folder} cannot be written: ${(error as Error).message}`,
    };
  }
}

async function specification(project: Project): Promise<Finding> {
  try {
    const { spec } = await readModels(project);
    const rounds = spec.rounds.map(({ round }) => round.round).join(", ");
    return { what: "specification", is_well: true, detail: `rounds ${rounds}` };
  } catch (error) {
    if (error instanceof KnownError) return { what: "specification", is_well: false, detail: error.message };
    throw error;
  }
}

function stores(project: Project): Finding[] {
  return Object.entries(project.config.stores).map(([name, store]) => ({
    what: `store ${name}`,
    is_well: true,
    detail: `${store.kind}, ${store.provenance}`,
  }));
}
