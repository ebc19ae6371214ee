import { expect, test } from "vitest";
import { SpecError } from "../../models/errors.ts";

test("a specification error lists every problem with its file, line and path", () => {
  const error = new SpecError([
    {
      file: "models/rounds/2022/round.yaml",
      path: "rules.satisfied_from",
      line: 12,
      message: "must be 1 to 5",
    },
    { file: "models/units/provinces.csv", path: "", line: 3, message: "code 01 stands twice" },
  ]);
  expect(error.message).toBe(
    [
      "2 problems in the specification files:",
      "  models/rounds/2022/round.yaml:12: rules.satisfied_from: must be 1 to 5",
      "  models/units/provinces.csv:3: code 01 stands twice",
    ].join("\n"),
  );
  expect(error.exitCode).toBe(3);
});
