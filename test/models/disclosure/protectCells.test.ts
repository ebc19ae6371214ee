import fc from "fast-check";
import { expect, test } from "vitest";
import { deducibleCells, type PublishedSum } from "../../../models/disclosure/deducibleCells.ts";
import { protectCells, type ReleaseCell } from "../../../models/disclosure/protectCells.ts";

const sum = (...cells: string[]): PublishedSum => ({
  terms: cells.map((cell) => ({ cell: cell.replace("-", ""), coefficient: cell.startsWith("-") ? -1 : 1 })),
});
const cells = (...names: string[]) =>
  new Map(
    names.map((name, i): [string, ReleaseCell] => [
      name,
      { n: 10 * (i + 1), rank: name.startsWith("total") ? 1 : 0 },
    ]),
  );

test("one hidden cell of a sum is its total less the others; two are not", () => {
  const men_women_other = [sum("men", "women", "other")];
  expect([...deducibleCells(new Set(["other"]), men_women_other)]).toEqual(["other"]);
  expect([...deducibleCells(new Set(["other", "men"]), men_women_other)]).toEqual([]);
});

test("sums that together have as many equations as hidden cells give them away, though no sum has only one", () => {
  const sums = [
    {
      terms: [
        { cell: "a", coefficient: 1 },
        { cell: "b", coefficient: 1 },
      ],
    },
    {
      terms: [
        { cell: "a", coefficient: 2 },
        { cell: "b", coefficient: 3 },
      ],
    },
  ];
  expect([...deducibleCells(new Set(["a", "b"]), sums)].sort()).toEqual(["a", "b"]);
  expect([...deducibleCells(new Set(["a", "b"]), [sums[0] as PublishedSum, sum("a", "b")])]).toEqual([]);
});

test("the cell of the lowest rank and the fewest respondents is hidden beside a hidden one", () => {
  const hidden = protectCells(cells("few", "some", "many", "total"), new Set(["few"]), [
    sum("few", "some", "many", "-total"),
  ]);
  expect([...hidden]).toEqual([
    ["few", { reason: "too_few" }],
    ["some", { reason: "protects", cell: "few" }],
  ]);
});

test("in a table with sums along rows and columns the hidden cells close a ring", () => {
  const hidden = protectCells(cells("a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3"), new Set(["a1"]), [
    ...["a", "b", "c"].map((row) => sum(`${row}1`, `${row}2`, `${row}3`)),
    ...["1", "2", "3"].map((column) => sum(`a${column}`, `b${column}`, `c${column}`)),
  ]);
  expect([...hidden.keys()].sort()).toEqual(["a1", "a2", "b1", "b2"]);
});

test("a total with a single cell in it is hidden with that cell", () => {
  const hidden = protectCells(cells("only", "total"), new Set(["only"]), [sum("only", "-total")]);
  expect([...hidden.keys()]).toEqual(["only", "total"]);
});

test("a sum in which nothing else can be hidden is refused", () => {
  expect(() => protectCells(cells("only"), new Set(["only"]), [sum("only")])).toThrow(
    /keeps only from being worked out/,
  );
});

test("no hidden cell of any table of two ways can be worked out by subtracting again and again", () => {
  const shape = fc.record({
    rows: fc.integer({ min: 2, max: 5 }),
    columns: fc.integer({ min: 2, max: 5 }),
    counts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 25, maxLength: 25 }),
  });
  fc.assert(
    fc.property(shape, ({ rows, columns, counts }) => {
      const at = (row: number, column: number) => `${row}/${column}`;
      const [own, across] = [[...Array(rows).keys()], [...Array(columns).keys()]];
      const table = new Map(
        own.flatMap((row) =>
          across.map(
            (column) => [at(row, column), { n: counts[5 * row + column] as number, rank: 0 }] as const,
          ),
        ),
      );
      const sums = [
        ...own.map((row) => sum(...across.map((column) => at(row, column)))),
        ...across.map((column) => sum(...own.map((row) => at(row, column)))),
      ];
      const few = new Set([...table].filter(([, { n }]) => n < 5).map(([cell]) => cell));
      if (few.size === table.size) return;
      const unknown = new Set(protectCells(table, few, sums).keys());
      for (let found = true; found; ) {
        found = false;
        for (const { terms } of sums) {
          const left = terms.filter(({ cell }) => unknown.has(cell));
          if (left.length === 1) {
            unknown.delete((left[0] as { cell: string }).cell);
            found = true;
          }
        }
      }
      expect([...few].every((cell) => unknown.has(cell))).toBe(true);
    }),
    { seed: 7, numRuns: 150 },
  );
});
