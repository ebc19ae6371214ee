import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";
import { copyStore } from "../sources/postgres/copyStore.ts";
import { type PostgresServer, startPostgres } from "../sources/postgres/server.ts";
import { lastRecord, run, start, until } from "./thuocdo.ts";

let server: PostgresServer;
let project: ScratchProject;
beforeAll(async () => {
  server = await startPostgres();
  project = await scratchProject();
  await project.thuocdo("demo", "--respondents", "200", "--units", "2", "--rounds", "2022");
  await copyStore(join(project.folder, "var/store/demo.duckdb"), server, "small");
  writeFileSync(join(project.folder, "password"), "reading only\n", { mode: 0o600 });
  project.edit("thuocdo.yaml", (text) =>
    text.replace(
      /^stores:\n[\s\S]*$/m,
      `stores:
  survey:
    kind: postgres
    host: 127.0.0.1
    port: ${server.port}
    database: small
    user: reader
    password_file: password
    provenance: illustrative
`,
    ),
  );
});
afterAll(async () => {
  await server?.stop();
  project.remove();
});

test.each([
  ["SIGTERM", 143],
  ["SIGINT", 130],
] as const)(
  "%s while PostgreSQL keeps a COPY waiting ends the run in good order, and the server lets go of the query",
  async (signal, exitCode) => {
    const other = await server.connect("small");
    await other.query("begin");
    await other.query("lock table instrument_questions in access exclusive mode"); // whoever reads it waits
    const waiting = async () =>
      (
        await server.sql(
          "small",
          "select 1 from pg_stat_activity where usename = 'reader' and wait_event_type = 'Lock'",
        )
      ).length;
    const { child, ended } = start(project.folder, ["collect"]);
    let isWaiting = 0;
    const ask = setInterval(async () => {
      isWaiting = await waiting().catch(() => 0);
    }, 100);
    await until("the source waits for the lock", () => isWaiting > 0);
    clearInterval(ask);
    child.kill(signal);
    const { code, err } = await ended;
    expect(code).toBe(exitCode);
    expect(err).toContain(`The run was stopped (${signal}); the last release is untouched.`);
    expect(lastRecord(project.folder)).toMatchObject({ status: "cancelled", exit_code: exitCode });
    // a run that had to be left behind would have kept both
    expect(existsSync(join(project.folder, "var/lock"))).toBe(false);
    expect(readdirSync(join(project.folder, "var/tmp"))).toEqual([]);
    for (let count = 0; count < 200 && (await waiting()) > 0; count += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await waiting()).toBe(0);
    await other.query("rollback");
    await other.end();
  },
);

test("a server that is stopped for good is asked four times; what was collected stays, and its age is told", async () => {
  expect((await run(project.folder, ["collect"])).code).toBe(0);
  const [snapshot = ""] = readdirSync(join(project.folder, "var/snapshots"));
  const sevenHoursAgo = new Date(Date.now() - 7 * 3_600_000);
  utimesSync(join(project.folder, "var/snapshots", snapshot), sevenHoursAgo, sevenHoursAgo);
  await server.kill();
  const { code, err } = await run(project.folder, ["collect"]);
  expect(code).toBe(4);
  expect(err).toContain(`at 127.0.0.1:${server.port}`);
  const { warnings, status } = lastRecord(project.folder);
  expect(status).toBe("failed");
  expect(warnings.filter((warning) => /attempt \d failed/.test(warning))).toHaveLength(3);
  expect(warnings.at(-1)).toBe(
    `Nothing was collected. The newest snapshot (${snapshot.slice(0, 12)}) stays; it is 7 h old.`,
  );
  expect(readdirSync(join(project.folder, "var/snapshots"))).toEqual([snapshot]);
});
