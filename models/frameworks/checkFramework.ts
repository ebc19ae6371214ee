import { Big } from "big.js";
import { type Say, sayTwice } from "../spec/sayTwice.ts";
import { checkRule } from "./checkRule.ts";
import { checkStructure } from "./checkStructure.ts";
import type { Framework, FrameworkNode } from "./framework.ts";
import { frameworkNodes, isWhole, type PlacedNode } from "./frameworkNodes.ts";
import { nodeCounts } from "./nodeCounts.ts";
import type { Check, SayWaivable } from "./sayWaivable.ts";
import type { Structure } from "./structure.ts";

/**
 * Every broken rule of one framework: codes, leaves, maxima of each node and of the whole, points by kind, counts,
 * and its decision's published structure. A contradiction that the source itself has passes only under a waiver that
 * names its check; a waiver that nothing needs is a problem too.
 */
export function checkFramework(framework: Framework, structure: Structure | null, say: Say): void {
  const used = new Set<Check>();
  const waivable: SayWaivable = (check, path, message) => {
    if (framework.waivers.some((waiver) => waiver.check === check)) used.add(check);
    else say(path, message);
  };
  const nodes = frameworkNodes(framework);
  checkNaming(framework, say);
  for (const placed of nodes) checkNode(placed, say);
  sayTwice(
    nodes.map(({ node }) => node.code),
    (i) => [...(nodes[i] as PlacedNode).path, "code"],
    say,
  );
  checkPoints(framework, nodes, say, waivable);
  checkCounts(framework, nodes, waivable);
  checkStructure(framework, structure, waivable);
  framework.waivers.forEach((waiver, i) => {
    if (!used.has(waiver.check)) say(["waivers", i], `waives ${waiver.check}, which holds without it`);
  });
}

/** An invented set never bears a decision's name, and a decision's set is never called illustrative. */
function checkNaming({ framework, provenance, follows }: Framework, say: Say): void {
  const isNamed = framework.startsWith("minh-hoa-");
  if (provenance === "illustrative" && !isNamed)
    say(["framework"], `is ${framework}; an illustrative set is called minh-hoa-…, not after a decision`);
  if (provenance === "published" && isNamed)
    say(["provenance"], `is published, but ${framework} is illustrative`);
  if (provenance === "published" && follows !== undefined)
    say(["follows"], "only an illustrative set follows a decision; this one is the decision's own");
}

function checkNode({ node, depth, parent, path }: PlacedNode, say: Say): void {
  const here: Say = (inside, message) => say([...path, ...inside], message);
  const shapes = [node.children, node.kind, node.children ? undefined : node.counts].filter(
    (shape) => shape !== undefined,
  );
  if (shapes.length === 0 && !(depth === 1 && node.max !== undefined))
    here([], `${node.code} has no children, no kind and no counts: what it holds must be said`);
  if (node.children && node.kind) here(["kind"], `${node.code} has children; only a leaf has a kind`);
  if (!node.children && node.kind && node.counts)
    here(["counts"], `${node.code} is a leaf; it holds nothing to count`);
  if (depth !== node.code.split(".").length)
    here(
      ["code"],
      `${node.code} stands at level ${depth}; its number has ${node.code.split(".").length} parts`,
    );
  else if (parent && !node.code.startsWith(`${parent.code}.`))
    here(["code"], `${node.code} stands under ${parent.code}; its number begins otherwise`);
  if (depth === 1 && node.kind)
    here(["kind"], `${node.code} is an area; points are given to criteria or below`);
  if ((node.max === undefined) !== (node.status === undefined))
    here(
      [],
      `${node.code} has ${node.max === undefined ? "a status without a max" : "a max without its status"}`,
    );
  if (node.kind) checkLeaf(node, here);
  else if (node.rule ?? node.rule_text ?? node.self_scored ?? node.evidence)
    here([], `${node.code} is no leaf; rule, evidence and self_scored belong to leaves`);
}

function checkLeaf(node: FrameworkNode, say: Say): void {
  if (node.max === undefined) say([], `leaf ${node.code} has no max`);
  if (node.self_scored === undefined) say([], `leaf ${node.code} does not say whether it is self_scored`);
  if (node.self_scored && (node.kind === "survey" || node.kind === "sipas"))
    say(["self_scored"], `${node.code} is a ${node.kind} leaf; what a survey scores is never self-scored`);
  if (node.rule) checkRule(node.rule, node.max, (path, message) => say(["rule", ...path], message));
}

function checkPoints(
  framework: Framework,
  nodes: readonly PlacedNode[],
  say: Say,
  waivable: SayWaivable,
): void {
  for (const { node, path } of nodes) {
    const sum = sumOfMaxima(node.children);
    if (sum !== null && node.max !== undefined && !sum.eq(node.max))
      waivable(
        "points_sum",
        [...path, "max"],
        `children of ${node.code} add to ${sum} points; it has ${node.max}`,
      );
  }
  const total = sumOfMaxima(framework.nodes);
  if (total !== null && framework.nodes.length > 0 && !total.eq(framework.max_points))
    waivable(
      "points_sum",
      ["nodes"],
      `areas add to ${total} points; the framework has ${framework.max_points}`,
    );
  if (!new Big(framework.max_points).eq(100))
    say(["max_points"], `is ${framework.max_points}; a framework has 100 points`);
  checkBlocks(framework, nodes, say);
}

function sumOfMaxima(nodes: readonly FrameworkNode[] | undefined): Big | null {
  if (nodes === undefined) return null;
  return nodes.reduce<Big | null>(
    (sum, { max }) => (sum === null || max === undefined ? null : sum.plus(max)),
    new Big(0),
  );
}

function checkBlocks(framework: Framework, nodes: readonly PlacedNode[], say: Say): void {
  const { blocks, survey_points } = framework;
  const leafPoints = (kinds: readonly string[]) =>
    nodes.reduce(
      (sum, { node }) => (node.kind && kinds.includes(node.kind) ? sum.plus(node.max ?? 0) : sum),
      new Big(0),
    );
  sayTwice(
    blocks.map(({ code }) => code),
    (i) => ["blocks", i, "code"],
    say,
  );
  sayTwice(
    blocks.flatMap(({ kinds }) => kinds),
    () => ["blocks"],
    say,
  );
  const sum = blocks.reduce((total, block) => total.plus(block.max_points), new Big(0));
  if (blocks.length > 0 && !sum.eq(framework.max_points))
    say(["blocks"], `blocks add to ${sum} points; the framework has ${framework.max_points}`);
  if (!isWhole(framework)) return;
  blocks.forEach((block, i) => {
    const held = leafPoints(block.kinds);
    if (!held.eq(block.max_points))
      say(
        ["blocks", i, "max_points"],
        `is ${block.max_points}; leaves of the kinds ${block.kinds.join(", ")} add to ${held}`,
      );
  });
  const surveyed = leafPoints(["survey", "sipas"]);
  if (survey_points && !surveyed.eq(survey_points.points))
    say(
      ["survey_points", "points"],
      `is ${survey_points.points}; survey and SIPAS leaves add to ${surveyed}`,
    );
}

function checkCounts(framework: Framework, nodes: readonly PlacedNode[], waivable: SayWaivable): void {
  for (const { node, path } of nodes) {
    if (!node.counts || !node.children) continue;
    const held = nodeCounts(node);
    for (const what of ["criteria", "subcriteria"] as const)
      if (held !== null && held[what] !== node.counts[what])
        waivable(
          `${what}_sum`,
          [...path, "counts", what],
          `is ${node.counts[what]}; ${node.code} holds ${held[what]}`,
        );
  }
  const { counts } = framework;
  if (counts === undefined || framework.nodes.length === 0) return;
  if (framework.nodes.length !== counts.areas)
    waivable(
      "structure",
      ["counts", "areas"],
      `is ${counts.areas}; ${framework.nodes.length} areas are held`,
    );
  for (const what of ["criteria", "subcriteria"] as const) {
    const each = framework.nodes.map((area) => nodeCounts(area));
    if (each.includes(null)) continue;
    const held = each.reduce((sum, area) => sum + (area?.[what] ?? 0), 0);
    if (held !== counts[what])
      waivable(`${what}_sum`, ["counts", what], `is ${counts[what]}; the areas' own counts add to ${held}`);
  }
}
