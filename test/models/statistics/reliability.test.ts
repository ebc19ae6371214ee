import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  correlationMatrix,
  cronbachAlpha,
  oneFactorModel,
  principalComponents,
  weightedCovarianceMatrix,
} from "../../../models/statistics/index.ts";

const answers = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }), {
  minLength: 6,
  maxLength: 30,
});
const runs = { seed: 41, numRuns: 100 };
const itemsOf = (rows: number[][]) => [0, 1, 2].map((item) => rows.map((row) => row[item]!));
const ones = (rows: readonly unknown[]) => rows.map(() => 1);

describe("weighted covariance", () => {
  test("of equal weights is the sample covariance", () => {
    const { covariance, n } = weightedCovarianceMatrix(
      [
        [1, 2, 3],
        [2, 4, 6],
      ],
      [7, 7, 7],
    );
    expect(covariance).toEqual([
      [expect.closeTo(1, 12), expect.closeTo(2, 12)],
      [expect.closeTo(2, 12), expect.closeTo(4, 12)],
    ]);
    expect(n).toBe(3);
  });

  test("leaves out a row that skips any item", () => {
    expect(
      weightedCovarianceMatrix(
        [
          [1, 2, 3, 9],
          [2, 4, 6, null],
        ],
        [1, 1, 1, 1],
      ).n,
    ).toBe(3);
  });

  test("keeps its digits on an item that hardly varies", () => {
    const { covariance } = weightedCovarianceMatrix([[1e9 + 1, 1e9 + 2, 1e9 + 3]], [1, 1, 1]);
    expect(covariance[0]![0]).toBeCloseTo(1, 12);
  });

  test("needs two complete rows", () => {
    expect(() => weightedCovarianceMatrix([[1, null]], [1, 1])).toThrow("there are 1");
  });
});

describe("alpha", () => {
  test("of two items that correlate one half is two thirds", () => {
    expect(
      cronbachAlpha([
        [1, 0.5],
        [0.5, 1],
      ]).alpha,
    ).toBeCloseTo(2 / 3, 12);
  });

  test("is the same on 1 to 5 as on 0 to 100, and with the items in another order", () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const items = itemsOf(rows);
        const alpha = (columns: number[][]) =>
          cronbachAlpha(weightedCovarianceMatrix(columns, ones(rows)).covariance).alpha;
        const first = alpha(items);
        const others = [alpha(items.map((item) => item.map((x) => 25 * (x - 1)))), alpha(items.toReversed())];
        for (const other of others) {
          if (first === null) expect(other).toBeNull();
          else expect(other).toBeCloseTo(first, 6);
        }
      }),
      runs,
    );
  });

  test("of items on which all answered alike is not defined", () => {
    const flat = cronbachAlpha([
      [0, 0],
      [0, 0],
    ]);
    expect(flat).toEqual({
      alpha: null,
      standardised: null,
      ifDropped: [null, null],
      itemRest: [null, null],
    });
  });

  test("needs two items", () => {
    expect(() => cronbachAlpha([[1]])).toThrow("there are 1");
  });
});

describe("components and factors", () => {
  test("the eigenvalues of a correlation matrix sum to the number of items", () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const R = correlationMatrix(weightedCovarianceMatrix(itemsOf(rows), ones(rows)).covariance);
        if (R === null) return;
        const { eigenvalues } = principalComponents(R);
        expect(eigenvalues.reduce((sum, value) => sum + value, 0)).toBeCloseTo(3, 9);
        expect(eigenvalues).toEqual(eigenvalues.toSorted((a, b) => b - a));
      }),
      runs,
    );
  });

  test("one factor returns the loadings that a correlation matrix was made from", () => {
    const loadings = [0.8, 0.7, 0.6, 0.5];
    const R = loadings.map((a, j) => loadings.map((b, k) => (j === k ? 1 : a * b)));
    const model = oneFactorModel(R);
    expect(model.loadings).toEqual(loadings.map((value) => expect.closeTo(value, 8)));
    expect(model.isHeywood).toBe(false);
  });

  test("an item that the factor would explain wholly is marked, not believed", () => {
    const R = [
      [1, 0.9, 0.9],
      [0.9, 1, 0.6],
      [0.9, 0.6, 1],
    ];
    expect(oneFactorModel(R).isHeywood).toBe(true);
  });

  test("two items do not make a factor", () => {
    expect(() =>
      oneFactorModel([
        [1, 0.5],
        [0.5, 1],
      ]),
    ).toThrow("there are 2");
  });
});
