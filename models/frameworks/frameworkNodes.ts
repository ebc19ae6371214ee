import type { Path } from "../spec/parsed.ts";
import type { Framework, FrameworkNode, LeafKind } from "./framework.ts";

/** A node with its place in the tree. */
export interface PlacedNode {
  readonly node: FrameworkNode;
  /** 1 area, 2 criterion, 3 sub-criterion. */
  readonly depth: number;
  readonly parent: FrameworkNode | null;
  readonly path: Path;
}

/**
 * Every node, each after its parent, in the order of the decision.
 *
 * @example frameworkNodes(framework).filter(({ depth }) => depth === 2).length // the criteria
 */
export function frameworkNodes({ nodes }: Framework): PlacedNode[] {
  const visit = (
    list: readonly FrameworkNode[],
    depth: number,
    parent: FrameworkNode | null,
    path: Path,
  ): PlacedNode[] =>
    list.flatMap((node, i) => {
      const own = [...path, i];
      return [
        { node, depth, parent, path: own },
        ...visit(node.children ?? [], depth + 1, node, [...own, "children"]),
      ];
    });
  return visit(nodes, 1, null, ["nodes"]);
}

/** A leaf: the place where points are given. It may be a criterion or a sub-criterion. */
export type Leaf = FrameworkNode & { kind: LeafKind; max: string; self_scored: boolean };

/**
 * The leaves of a framework, in order. A node whose criteria are not held has none.
 *
 * @example frameworkLeaves(framework).map((leaf) => leaf.code) // ["1.1.1", "1.1.2", "1.2", …]
 */
export function frameworkLeaves(framework: Framework): Leaf[] {
  return frameworkNodes(framework).flatMap(({ node }) => (isLeaf(node) ? [node] : []));
}

function isLeaf(node: FrameworkNode): node is Leaf {
  return node.kind !== undefined && node.max !== undefined && node.self_scored !== undefined;
}

/**
 * Whether every criterion is held with its maximum: only then can a unit be scored by it.
 *
 * @example isWhole(illustrative) // true
 */
export function isWhole(framework: Framework): boolean {
  const nodes = frameworkNodes(framework);
  return nodes.length > 0 && nodes.every(({ node }) => node.children !== undefined || isLeaf(node));
}
