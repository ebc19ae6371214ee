import { expect, test } from "vitest";
import { type CalibrationProblem, calibrateCells } from "../../../models/weighting/calibrateCells.ts";
import { collapseCategories } from "../../../models/weighting/collapseCategories.ts";

/** Four age groups with so many respondents; each stands for a hundred people. */
function withAges(...responses: number[]): CalibrationProblem {
  return {
    unit: "unit 01 of round 2022",
    method: "raking",
    bounds: null,
    marginCodes: ["age"],
    cells: responses.flatMap((n, i) =>
      n === 0 ? [] : [{ levels: [String(i + 1)], weight: 10 * n, responses: n }],
    ),
    targets: responses.map((_, i) => ({
      marginCode: "age",
      level: String(i + 1),
      name: `age_${i + 1}`,
      population: 100,
    })),
    tolerance: 1e-10,
    maxIterations: 100,
  };
}
const groups = (problem: CalibrationProblem, below: number) =>
  collapseCategories(problem, { below, marginCodes: ["age"] }).problem.targets.map(
    ({ level, population }) => `${level}: ${population}`,
  );

test("a small category joins the next of the form, the last the one before it, with their populations", () => {
  expect(groups(withAges(5, 40, 40, 40), 30)).toEqual(["1+2: 200", "3: 100", "4: 100"]);
  expect(groups(withAges(40, 40, 40, 5), 30)).toEqual(["1: 100", "2: 100", "3+4: 200"]);
});

test("the smallest goes first, and merging goes on until every category is large enough", () => {
  // 5 joins the 40 after it; then 10 joins the 12 after it, and 22, still small, joins the rest
  expect(groups(withAges(10, 12, 5, 40), 30)).toEqual(["1+2+3+4: 400"]);
  expect(groups(withAges(20, 5, 20, 40), 30)).toEqual(["1+2+3: 300", "4: 100"]);
});

test("a category as large as asked stays, and one that nobody answered is merged away (F61)", () => {
  expect(groups(withAges(30, 30, 30, 30), 30)).toHaveLength(4);
  const empty = withAges(40, 0, 40, 40);
  expect(() => calibrateCells(empty)).toThrow(
    "category age_2 of margin age has a population of 100 and no respondent",
  );
  const { problem, log } = collapseCategories(empty, { below: 30, marginCodes: ["age"] });
  expect([...calibrateCells(problem).factors]).toEqual(
    [0.25, 0.5, 0.25].map((factor) => expect.closeTo(factor, 9)),
  );
  expect(
    log.map(({ name, responses, mergedName, mergedResponses }) => [
      name,
      responses,
      mergedName,
      mergedResponses,
    ]),
  ).toEqual([
    ["age_2", 0, "age_2+age_3", 40],
    ["age_3", 40, "age_2+age_3", 40],
  ]);
});

test("a margin that the rule does not name is left alone", () => {
  const { log } = collapseCategories(withAges(5, 40), { below: 30, marginCodes: [] });
  expect(log).toEqual([]);
});
