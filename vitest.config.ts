import { defineConfig } from "vitest/config";

const faults = "test/faults/**/*.test.ts";

export default defineConfig({
  test: {
    reporters: ["default", "./test/closingLine.ts"],
    projects: [
      {
        extends: true,
        test: { name: "tests", include: ["test/**/*.test.ts"], exclude: [faults], maxWorkers: 2 },
      },
      {
        // They start processes, stop them and watch the seconds: after all others, one at a time.
        extends: true,
        test: { name: "faults", include: [faults], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    pool: "forks",
    env: { TZ: "America/New_York" }, // a zone with daylight saving: nothing may depend on the machine's own
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
