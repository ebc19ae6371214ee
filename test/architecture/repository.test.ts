import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const tracked = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
  .split("\0")
  .filter(
    (file) =>
      /\.(ts|sql|md|yaml|json|mjs|R|sh|html)$/.test(file) && !file.startsWith("test/published/reference/"),
  );
const read = (file: string) => readFileSync(file, "utf8");

test("the lock file names no download address", () => {
  expect(read("package-lock.json")).not.toMatch(/"resolved": "http/);
});

test("dependencies are pinned to exact versions", () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read("package.json"));
  const versions = Object.values({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  }) as string[];
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test("no file reads outside the clone or leaves work undone", () => {
  const outside = tracked.filter(
    (file) => /\.\.\/shared|\/work\//.test(read(file)) && !file.startsWith("test/architecture/"),
  );
  expect(outside).toEqual([]);
  const undone = tracked.filter(
    (file) =>
      /\b(TODO|FIXME)\b|\b(it|test|describe)\.(only|skip|todo)\(/.test(read(file)) &&
      !file.startsWith("test/architecture/"),
  );
  expect(undone).toEqual([]);
});

test("the first screen of the README has the two commands, and says that the respondents are invented", () => {
  const firstScreen = read("README.md").split("\n").slice(0, 50).join("\n");
  expect(firstScreen).toContain("npm ci && npm start");
  expect(firstScreen).toContain("npm ci && npm test");
  expect(firstScreen).toMatch(/invented/);
});

test("the method version of the code is the one that METHODS.md describes", async () => {
  const { methodVersion } = await import("../../models/methodVersion.ts");
  expect(read("models/METHODS.md")).toContain(`Method version ${methodVersion}`);
});
