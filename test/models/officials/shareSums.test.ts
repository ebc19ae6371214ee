import { expect, test } from "vitest";
import { deducibleCells } from "../../../models/disclosure/deducibleCells.ts";
import { protectCells } from "../../../models/disclosure/protectCells.ts";
import { type CombineRule, estimateShares } from "../../../models/officials/estimateShares.ts";
import { type ListedGroup, nonresponseClasses } from "../../../models/officials/listedGroups.ts";
import { type SharesOfUnit, shareCell, shareSums } from "../../../models/officials/shareSums.ts";

/** Two groups answer a leaf of three items; blanks differ between items. */
const groups: readonly ListedGroup[] = [
  {
    code: "leaders",
    listed: 4,
    weight: null,
    answers: [
      [1, 0.5, null],
      [0.5, 0.5, 1],
      [0, 1, 0.5],
    ],
  },
  {
    code: "staff",
    listed: 12,
    weight: null,
    answers: [
      [0.5, 0.75, 1],
      [1, null, 0.25],
    ],
  },
];
const unit = (combine: CombineRule, mergeBelow = 0): SharesOfUnit => ({
  groups,
  classes: nonresponseClasses(groups, mergeBelow),
  items: ["a", "b", "c"],
  leaves: [{ code: "leaf", items: [0, 1, 2] }],
  combine,
});

/** The shares as they are estimated, by cell. */
function sharesOf({ classes, combine }: SharesOfUnit): Map<string, number> {
  const nodes = ["leaf", "a", "b", "c"];
  const positions = [[0, 1, 2], [0], [1], [2]];
  const own = groups.map((group) => [group.code, nonresponseClasses([{ ...group, weight: 1 }], 0)] as const);
  return new Map(
    [["all", classes] as const, ...own].flatMap(([code, its]) =>
      estimateShares(its, positions, combine).shares.map((share, q) => [
        shareCell(code, nodes[q] as string),
        share as number,
      ]),
    ),
  );
}

test.each([
  ["mean_of_items", 0],
  ["mean_of_items", 3],
  ["pooled_answers", 0],
  ["pooled_answers", 3],
] as const)(
  "every sum holds of the shares as they are estimated (%s, classes merged below %d)",
  (rule, below) => {
    const survey = unit(rule, below);
    const shares = sharesOf(survey);
    const sums = shareSums(survey);
    expect(sums).toHaveLength(6);
    for (const { terms } of sums)
      expect(
        terms.reduce((sum, { cell, coefficient }) => sum + coefficient * (shares.get(cell) as number), 0),
      ).toBeCloseTo(0, 12);
  },
);

test("an item that is hidden in a group is its leaf less the other items, so one of these is hidden too", () => {
  const survey = unit("mean_of_items");
  const sums = shareSums(survey);
  // hidden in both groups and in all, as groups add up: still the leaf gives it away
  const across = new Set(["all/a", "leaders/a", "staff/a"]);
  expect([...deducibleCells(across, sums)].sort()).toEqual(["all/a", "leaders/a", "staff/a"]);
  const cells = new Map(
    [...sharesOf(survey).keys()].map((cell) => [
      cell,
      { n: 3, rank: (cell.endsWith("leaf") ? 1 : 0) + (cell.startsWith("all") ? 2 : 0) },
    ]),
  );
  const hidden = new Set(protectCells(cells, new Set(["leaders/a"]), sums).keys());
  expect(deducibleCells(hidden, sums).size).toBe(0);
  expect([...hidden].sort()).toEqual(["leaders/a", "leaders/b", "staff/a", "staff/b"]);
});
