import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { freePort } from "../postgres/server.ts";

/** A real MariaDB of a test's own. */
export interface MariadbServer {
  readonly port: number;
  /** Runs statements as the superuser. */
  readonly sql: (database: string | null, ...statements: string[]) => Promise<unknown>;
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Whether this machine has MariaDB; tests that need it say so when they are left out. */
export function hasMariadb(): boolean {
  const found = spawnSync("mariadbd", ["--version"]).status === 0;
  if (!found) console.warn("mariadbd is not on PATH: tests of LimeSurvey on MariaDB are left out.");
  return found;
}

export async function startMariadb(flags: readonly string[] = []): Promise<MariadbServer> {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-mariadb-"));
  const data = join(folder, "data");
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync("chown", ["mysql", folder]);
  const common = ["--no-defaults", `--datadir=${data}`, ...(isRoot ? ["--user=mysql"] : [])];
  const made = spawnSync(
    "mariadb-install-db",
    [...common, "--auth-root-authentication-method=normal", "--skip-test-db"],
    {
      encoding: "utf8",
    },
  );
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stderr}${made.stdout}`);
  const port = await freePort();
  const socket = join(folder, "socket");
  const server = spawn(
    "mariadbd",
    [
      ...common,
      `--port=${port}`,
      "--bind-address=127.0.0.1",
      `--socket=${socket}`,
      "--skip-log-bin",
      "--innodb-flush-log-at-trx-commit=0",
      ...flags,
    ],
    { stdio: "ignore" },
  );
  const sql: MariadbServer["sql"] = async (database, ...statements) => {
    const connection = await createConnection({
      socketPath: socket,
      user: "root",
      ...(database !== null && { database }),
      multipleStatements: true,
    });
    try {
      let rows: unknown;
      for (const statement of statements) [rows] = await connection.query(statement);
      return rows;
    } finally {
      await connection.end();
    }
  };
  for (let attempt = 0; ; attempt += 1) {
    try {
      await sql(null, "select 1");
      break;
    } catch (error) {
      if (attempt === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return {
    port,
    sql,
    kill: () => ended(server, "SIGKILL"),
    stop: async () => {
      await ended(server, "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once("exit", resolve));
  server.kill(signal);
  await exit;
}
