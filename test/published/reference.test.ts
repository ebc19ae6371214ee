import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readCases, runCase } from "./reference.ts";

const folder = fileURLToPath(new URL("reference", import.meta.url));

describe("as R survey 4.4.2 reports", () => {
  test.each(readCases(folder).map((reference) => [titleOf(reference), reference] as const))(
    "%s",
    (_, reference) => {
      expect(runCase(reference, folder)).toEqual([]);
    },
  );
});

function titleOf(reference: ReturnType<typeof readCases>[number]): string {
  return `${reference.id}: ${reference.feature}, ${reference.request.estimator}`;
}
