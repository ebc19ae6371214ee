import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const packed = (
  JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  ) as {
    files: { path: string }[];
  }[]
)[0]!.files.map(({ path }) => path);

test("the package ships the compiled rooms with their types, YAML and SQL in place, and no test", () => {
  for (const file of [
    "dist/pipelines/main.js",
    "dist/models/statistics/index.d.ts",
    "models/rounds/2022/round.yaml",
    "sources/store/schema.sql",
    "sql/marts/sipas_ranking.sql",
    "reports/analysis/reproduce.R",
    "reports/analysis/reproduce.do",
    "thuocdo.yaml",
    "LICENSE",
  ]) {
    expect(packed).toContain(file);
  }
  expect(packed.filter((path) => /(^|\/)test\/|^var\/|\.map$/.test(path))).toEqual([]);
});

test("thuocdo/statistics loads by its public name in plain Node, with nothing but numbers", () => {
  const program = `
    import { estimate, mean, surveyDesign } from "thuocdo/statistics";
    const design = surveyDesign({ strata: ["a", "a", "b", "b"], weights: [1, 2, 1, 2] });
    process.stdout.write(JSON.stringify(estimate(design, mean([1, 2, 3, 4]))));`;
  const result = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" }),
  );
  expect(result.estimate).toBeCloseTo(16 / 6, 14); // (1·1 + 2·2 + 1·3 + 2·4) / 6
  expect(result.df).toBe(2);
});
