import { createHash } from "node:crypto";
import type { Framework } from "./framework.ts";
import { frameworkNodes } from "./frameworkNodes.ts";

/**
 * What a scorecard was filled in against: changes whenever a code, a maximum, a kind, a rule or an adjustment does,
 * and with no spelling of a name.
 *
 * @example frameworkVersion(framework) // "3f1c09a2b7de"
 */
export function frameworkVersion(framework: Framework): string {
  const { framework: code, level, max_points, adjustments } = framework;
  const nodes = frameworkNodes(framework).map(({ node }) => [
    node.code,
    node.max ?? null,
    node.kind ?? null,
    node.self_scored ?? null,
    node.rule ?? null,
  ]);
  const counted = adjustments.map(({ code: own, kind, each, cap }) => [own, kind, each, cap]);
  return createHash("sha256")
    .update(JSON.stringify([code, level, max_points, nodes, counted]))
    .digest("hex")
    .slice(0, 12);
}
