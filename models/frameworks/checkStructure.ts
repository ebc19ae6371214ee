import { Big } from "big.js";
import type { Framework } from "./framework.ts";
import { nodeCounts } from "./nodeCounts.ts";
import type { SayWaivable } from "./sayWaivable.ts";
import type { Structure } from "./structure.ts";

/** Compares a framework with what is published of the decision that it transcribes or follows. */
export function checkStructure(framework: Framework, structure: Structure | null, say: SayWaivable): void {
  if (structure === null) {
    if (framework.follows !== undefined)
      say(
        "structure",
        ["follows"],
        `is ${framework.follows}, of which models/published/par_structure.csv has nothing for ${framework.level}`,
      );
    return;
  }
  checkTotals(framework, structure, say);
  if (framework.nodes.length > 0) checkAreas(framework, structure, say);
  for (const { area, max_points } of structure.blocks)
    if (framework.blocks.every((block) => max_points === null || !new Big(block.max_points).eq(max_points)))
      say(
        "structure",
        ["blocks"],
        `${structure.decision} has "${area}" of ${max_points} points; no block has as many`,
      );
}

function checkTotals(framework: Framework, { decision, total }: Structure, say: SayWaivable): void {
  if (total === null) return;
  const { counts, survey_points } = framework;
  for (const what of ["criteria", "subcriteria"] as const) {
    const given = total[what];
    if (given !== null && counts?.[what] !== given)
      say("structure", ["counts", what], `is ${counts?.[what] ?? "missing"}; ${decision} has ${given}`);
  }
  if (
    total.survey_points !== null &&
    !(survey_points && new Big(survey_points.points).eq(total.survey_points))
  )
    say(
      "structure",
      ["survey_points"],
      `is ${survey_points?.points ?? "missing"}; ${decision} gives ${total.survey_points}`,
    );
}

function checkAreas(framework: Framework, { decision, areas }: Structure, say: SayWaivable): void {
  const isOwn = framework.follows === undefined;
  for (const area of areas) {
    const i = framework.nodes.findIndex((node) => node.code === String(area.area_no));
    const node = framework.nodes[i];
    if (node === undefined) {
      say("structure", ["nodes"], `area ${area.area_no} of ${decision}, "${area.area}", is missing`);
      continue;
    }
    const counted = nodeCounts(node);
    for (const what of ["criteria", "subcriteria"] as const)
      if (area[what] !== null && counted?.[what] !== area[what])
        say(
          "structure",
          ["nodes", i],
          `area ${node.code} has ${counted?.[what] ?? "no"} ${what}; ${decision} has ${area[what]}`,
        );
    if (area.max_points !== null && !(node.max !== undefined && new Big(node.max).eq(area.max_points)))
      say(
        "structure",
        ["nodes", i],
        `area ${node.code} has ${node.max ?? "no"} points; ${decision} gives ${area.max_points}`,
      );
    if (isOwn && node.name.vi !== area.area)
      say("structure", ["nodes", i, "name"], `is "${node.name.vi}"; ${decision} calls it "${area.area}"`);
  }
}
