import type { PublishedSum } from "../disclosure/deducibleCells.ts";
import type { CombineRule } from "./estimateShares.ts";
import type { ListedGroup, NonresponseClass } from "./listedGroups.ts";

/** What names the share of a leaf or an item in a group of officials, or in all of them. */
export const shareCell = (group: string, node: string): string => `${group}/${node}`;

export interface SharesOfUnit {
  readonly groups: readonly ListedGroup[];
  readonly classes: readonly NonresponseClass[];
  /** Items by their position in the answers. */
  readonly items: readonly string[];
  readonly leaves: readonly { readonly code: string; readonly items: readonly number[] }[];
  readonly combine: CombineRule;
}

/**
 * The sums that the shares of a unit keep, with the numbers of answers that stand beside them: the groups of officials make all of
 * them, as the classes of nonresponse weigh them, and the items of a leaf make the leaf, in each group and in all.
 *
 * Where a leaf is the mean of its items, that of all groups follows from the others. Where answers are pooled, it is made of the
 * leaves of the groups, and its items of all groups do not give it.
 */
export function shareSums({ groups, classes, items, leaves, combine }: SharesOfUnit): PublishedSum[] {
  const answered = (group: string, positions: readonly number[]): number => {
    const answers = groups.find(({ code }) => code === group)?.answers ?? [];
    return positions.reduce((sum, at) => sum + answers.filter((row) => row[at] !== null).length, 0);
  };
  const overGroups = (node: string, positions: readonly number[]): PublishedSum => ({
    terms: [
      { cell: shareCell("all", node), coefficient: -1 },
      ...classes.flatMap(({ codes, weight }) => {
        const all = codes.reduce((sum, code) => sum + answered(code, positions), 0);
        return codes.map((code) => ({
          cell: shareCell(code, node),
          coefficient: all === 0 ? 0 : (weight * answered(code, positions)) / all,
        }));
      }),
    ],
  });
  const isPooled = combine === "pooled_answers";
  const ofLeaf = (group: string, { code, items: own }: (typeof leaves)[number]): PublishedSum => ({
    terms: [
      { cell: shareCell(group, code), coefficient: -1 },
      ...own.map((at) => ({
        cell: shareCell(group, items[at] as string),
        coefficient: isPooled ? answered(group, [at]) / answered(group, own) : 1 / own.length,
      })),
    ],
  });
  const sums = [
    ...items.map((item, at) => overGroups(item, [at])),
    ...leaves.flatMap((leaf) => groups.map(({ code }) => ofLeaf(code, leaf))),
    ...leaves.map((leaf) => (isPooled ? overGroups(leaf.code, leaf.items) : ofLeaf("all", leaf))),
  ];
  return sums.map(({ terms }) => ({
    terms: terms.filter(({ coefficient }) => coefficient !== 0 && Number.isFinite(coefficient)),
  }));
}
