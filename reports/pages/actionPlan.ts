import { actionPlanRow, beginWith, planTables } from "../actionPlan.ts";
import { sentence } from "../blocks.ts";
import { definePage } from "../page.ts";
import { actionPlanPaper } from "../papers/actionPlanPaper.ts";

export default definePage({
  title: "action_plan.title",
  chapter: "action_plan",
  bundles: ["province", "ministry"],
  order: 10,
  from: "marts.action_plan",
  row: actionPlanRow,
  note: "action_plan.note",
  blocks(rows, { words }) {
    const tables = planTables(rows, words);
    const blocks = rows.filter(({ part_level }) => part_level === "block");
    return [
      ...beginWith(rows, words),
      ...(blocks.length === 0 ? [] : [sentence(blocks, words.say("action_plan.blocks_only"))]),
      ...tables,
    ];
  },
  papers: (rows, { words }) => actionPlanPaper(rows, words),
});
