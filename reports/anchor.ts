import { unitSlug } from "../models/units/unitSlug.ts";

/**
 * The id of a node's origin in a bundle: where `explain` and the tables of points lead.
 *
 * @example nodeAnchor("2023", "3.1.2") // "muc-2023-3-1-2"
 */
export function nodeAnchor(round: string, node: string): string {
  return `muc-${round}-${node.replaceAll(/[^A-Za-z0-9]/g, "-")}`;
}

/**
 * The id of a figure that was read in print, in the table that shows it; a figure of a domain has the domain in it.
 *
 * @example printedAnchor("2022", "sipas", "Cả nước", "overall") // "cong-bo-2022-sipas-ca-nuoc-overall"
 */
export function printedAnchor(year: string, ...parts: readonly string[]): string {
  const compared = (part: string) =>
    part.replaceAll(">=", " from ").replaceAll(">", " above ").replaceAll("<", " below ");
  return ["cong-bo", year, ...parts.map((part) => unitSlug(compared(part)))].join("-");
}

/**
 * The id of a mean over the ranked units of a domain, one ranking apart from another.
 *
 * @example meanAnchor("2023", "fictional:minh-hoa-province", "all", "total") // "muc-2023-fictional-minh-hoa-province-all-total"
 */
export function meanAnchor(round: string, ranking: string, domain: string, node: string): string {
  return nodeAnchor(round, [ranking, domain, node].join("-"));
}

/**
 * The id of a row of a table of figures, by the columns that a page names its rows with: where `explain` leads.
 *
 * @example rowAnchor("marts.weighting", ["2022", "01"]) // "dong-weighting-2022-01"
 */
export function rowAnchor(table: string, key: readonly unknown[]): string {
  return ["dong", table.replace("marts.", ""), ...key].map((part) => unitSlug(String(part ?? ""))).join("-");
}
