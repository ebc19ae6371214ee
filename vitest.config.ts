import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    reporters: ["default", "./test/closingLine.ts"],
    env: { TZ: "America/New_York" }, // a zone with daylight saving: nothing may depend on the machine's own
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
