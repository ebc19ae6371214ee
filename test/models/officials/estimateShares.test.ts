import { describe, expect, test } from "vitest";
import { combinationError } from "../../../models/officials/combinationError.ts";
import { estimateShares } from "../../../models/officials/estimateShares.ts";
import { type ListedGroup, nonresponseClasses } from "../../../models/officials/listedGroups.ts";
import {
  estimateJointly,
  mean,
  randomUniform,
  seededStream,
  surveyDesign,
} from "../../../models/statistics/index.ts";

const column = (values: readonly (number | null)[]) => values.map((value) => [value]);
const group = (
  code: string,
  listed: number,
  weight: number | null,
  answers: ListedGroup["answers"],
): ListedGroup => ({ code, listed, weight, answers });

describe("shares from a named list", () => {
  test("by hand: two classes of 10 and 30 names, 2 and 3 answers", () => {
    // a: mean 0.5, s² = 0.5;  b: mean 1/2, s² = 1/4
    const classes = nonresponseClasses(
      [group("a", 10, null, column([0, 1])), group("b", 30, null, column([0.25, 0.25, 1]))],
      2,
    );
    const { shares, classes: errors } = estimateShares(classes, [[0]], "mean_of_items");
    expect(shares[0]).toBeCloseTo(0.25 * 0.5 + 0.75 * 0.5, 14);
    const a = 0.25 ** 2 * (1 - 2 / 10) * (0.5 / 2);
    const b = 0.75 ** 2 * (1 - 3 / 30) * (0.1875 / 3);
    expect(errors.map(({ covariance }) => covariance[0]![0])).toEqual([
      expect.closeTo(a, 14),
      expect.closeTo(b, 14),
    ]);
    const { variance, df } = combinationError([1], errors);
    expect(variance).toBeCloseTo(a + b, 14);
    expect(df).toBeCloseTo((a + b) ** 2 / (a ** 2 / 1 + b ** 2 / 2), 10);
  });

  test("a list on which everybody answered has no error, and one that nobody answered no value", () => {
    const all = estimateShares(
      nonresponseClasses([group("a", 2, null, column([0, 1]))], 2),
      [[0]],
      "mean_of_items",
    );
    expect([all.shares[0], combinationError([1], all.classes)]).toEqual([0.5, { variance: 0, df: Infinity }]);
    const none = estimateShares(nonresponseClasses([group("a", 9, null, [])], 2), [[0]], "mean_of_items");
    expect(none.shares).toEqual([null]);
  });

  test("stated weights outweigh the lengths of lists", () => {
    const classes = nonresponseClasses(
      [group("a", 10, 0.9, column([1, 1])), group("b", 90, 0.1, column([0, 0]))],
      2,
    );
    expect(estimateShares(classes, [[0]], "mean_of_items").shares[0]).toBeCloseTo(0.9, 14);
  });

  test("an item left blank counts in no mean: plain mean of items and pooled answers then differ", () => {
    const classes = nonresponseClasses(
      [
        group("a", 10, null, [
          [1, 0],
          [1, null],
          [1, null],
        ]),
      ],
      2,
    );
    expect(estimateShares(classes, [[0, 1]], "mean_of_items").shares[0]).toBeCloseTo(0.5, 14);
    expect(estimateShares(classes, [[0, 1]], "pooled_answers").shares[0]).toBeCloseTo(0.75, 14);
  });

  test("more answers than names is somebody's mistake, said in a sentence", () => {
    const classes = nonresponseClasses([group("a", 1, null, column([0, 1]))], 2);
    expect(() => estimateShares(classes, [[0]], "mean_of_items")).toThrow(
      "2 responses came from the 1 names of a; nobody answers twice or from outside the list.",
    );
  });
});

describe("classes of nonresponse", () => {
  const n = (count: number) => column(new Array<number>(count).fill(1));

  test("a group with too few answers joins the next of the form, the last the one before", () => {
    const codes = (...counts: number[]) =>
      nonresponseClasses(
        counts.map((count, i) => group("abc"[i]!, 50, null, n(count))),
        5,
      ).map((own) => own.codes.join("+"));
    expect(codes(9, 9, 9)).toEqual(["a", "b", "c"]);
    expect(codes(4, 9, 9)).toEqual(["a+b", "c"]);
    expect(codes(9, 9, 4)).toEqual(["a", "b+c"]);
    expect(codes(1, 1, 1)).toEqual(["a+b+c"]);
  });

  test("weights of merged classes add up, and all of them to 1", () => {
    const classes = nonresponseClasses(
      [group("a", 50, 0.2, n(1)), group("b", 50, 0.3, n(9)), group("c", 50, 0.5, n(9))],
      5,
    );
    expect(classes.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
  });
});

test("the library's stratified sample with finite populations gives the same shares, errors and covariance", () => {
  const stream = seededStream(7, "officials");
  const draw = (n: number) => Array.from({ length: n }, () => [0, 1].map(() => randomUniform(stream)));
  const groups = [
    group("a", 40, null, draw(17)),
    group("b", 90, null, draw(31)),
    group("c", 25, null, draw(25)),
  ];
  const ours = estimateShares(nonresponseClasses(groups, 5), [[0], [1], [0, 1]], "mean_of_items");

  const rows = groups.flatMap(({ code, listed, answers }) =>
    answers.map(([x, y]) => ({ code, listed, n: answers.length, x: x!, y: y! })),
  );
  const joint = estimateJointly(
    surveyDesign({
      strata: rows.map(({ code }) => code),
      populationCounts: [rows.map(({ listed }) => listed)],
      weights: rows.map(({ listed, n }) => listed / n),
    }),
    {
      x: mean(rows.map(({ x }) => x)),
      y: mean(rows.map(({ y }) => y)),
      both: mean(rows.map(({ x, y }) => (x + y) / 2)),
    },
  );
  for (const [q, share] of ours.shares.entries())
    expect(share).toBeCloseTo(joint.estimates[q]!.estimate!, 13);
  for (const a of [0, 1, 2])
    for (const b of [0, 1, 2]) {
      const sum = ours.classes.reduce((total, { covariance }) => total + covariance[a]![b]!, 0);
      expect(sum).toBeCloseTo(joint.covariance[a]![b]!, 15);
    }
});
