import { defineConfig } from "vitest/config";

/** They start processes, stop them and watch the seconds: after all others, one at a time. */
const watching = ["backup", "kill", "lock", "schedule", "signals", "slowSource", "storage"].map(
  (name) => `test/faults/${name}.test.ts`,
);

export default defineConfig({
  test: {
    reporters: ["default", "./test/closingLine.ts"],
    projects: [
      {
        extends: true,
        test: { name: "tests", include: ["test/**/*.test.ts"], exclude: watching, maxWorkers: 2 },
      },
      {
        extends: true,
        test: { name: "faults", include: watching, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    pool: "forks",
    env: { TZ: "America/New_York" }, // a zone with daylight saving: nothing may depend on the machine's own
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
