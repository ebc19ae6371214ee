import { z } from "zod";
import type { Issue } from "../errors.ts";
import type { Parsed } from "../spec/parsed.ts";
import type { Framework } from "./framework.ts";
import { frameworkLeaves } from "./frameworkNodes.ts";

/**
 * A leaf of a framework and the leaf of an earlier one that asked the same. Only a `reviewed` row lets two rounds be compared leaf
 * by leaf; a `proposed` one waits for review and is used nowhere. Within one framework a leaf is itself without a row.
 */
export const crosswalkRow = z.strictObject({
  unit_level: z.enum(["ministry", "province"]),
  framework_code: z.string().min(1),
  node_code: z.string().min(1),
  earlier_framework_code: z.string().min(1),
  earlier_node_code: z.string().min(1),
  status: z.enum(["reviewed", "proposed"]),
  reviewed_on: z.iso.date().nullable(),
  /** Why the two are held to ask the same. */
  basis: z.string().min(1),
});

export type CrosswalkRow = z.infer<typeof crosswalkRow>;

/** Both leaves must be held, in two frameworks of one level; what is reviewed says when. */
export function checkCrosswalk(
  parsed: Parsed<CrosswalkRow[]>,
  frameworks: readonly Framework[],
): readonly Issue[] {
  const isLeaf = (level: string, framework: string, node: string) =>
    frameworks.some(
      (own) =>
        own.level === level &&
        own.framework === framework &&
        frameworkLeaves(own).some(({ code }) => code === node),
    );
  const rows = parsed.value ?? [];
  const key = (row: CrosswalkRow) =>
    [
      row.unit_level,
      row.framework_code,
      row.node_code,
      row.earlier_framework_code,
      row.earlier_node_code,
    ].join("\n");
  return rows.flatMap((row, i) => {
    const issues: Issue[] = [];
    const say = (column: keyof CrosswalkRow, message: string) => issues.push(parsed.at([i, column], message));
    if (!isLeaf(row.unit_level, row.framework_code, row.node_code))
      say("node_code", `${row.node_code} is no leaf of ${row.framework_code} (${row.unit_level})`);
    if (!isLeaf(row.unit_level, row.earlier_framework_code, row.earlier_node_code))
      say(
        "earlier_node_code",
        `${row.earlier_node_code} is no leaf of ${row.earlier_framework_code} (${row.unit_level})`,
      );
    if (row.framework_code === row.earlier_framework_code)
      say("earlier_framework_code", "is the same framework; a leaf is itself there without a row");
    if ((row.status === "reviewed") !== (row.reviewed_on !== null))
      say("reviewed_on", "must have a day where the status is reviewed, and none where it is proposed");
    if (rows.findIndex((one) => key(one) === key(row)) !== i)
      say("node_code", `${row.node_code} stands twice with ${row.earlier_node_code}`);
    return issues;
  });
}
