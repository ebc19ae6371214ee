/**
 * The id of a node's origin in a bundle: where `explain` and the tables of points lead.
 *
 * @example nodeAnchor("2023", "3.1.2") // "muc-2023-3-1-2"
 */
export function nodeAnchor(round: string, node: string): string {
  return `muc-${round}-${node.replaceAll(/[^A-Za-z0-9]/g, "-")}`;
}
