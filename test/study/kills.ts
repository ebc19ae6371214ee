import { spawnSync } from "node:child_process";

/** The kill test of the suite with 500 kills instead of 20; that takes hours, so it belongs to the studies. */
const { status } = spawnSync("npx", ["vitest", "run", "test/faults/kill.test.ts"], {
  stdio: "inherit",
  env: { ...process.env, THUOCDO_KILLS: "500" },
});
process.exit(status ?? 1);
