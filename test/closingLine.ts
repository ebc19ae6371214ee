import type { Reporter, TestModule } from "vitest/node";

/** Ends the output with one line that a machine can read: `N passed, N failed` (and skipped, when some were). */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        if (state in count) count[state as keyof typeof count] += 1;
      }
      if (!module.ok() && !tests.some((test) => test.result().state === "failed")) count.failed += 1; // the file itself broke
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
    process.on("exit", () =>
      process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`),
    );
  }
}
