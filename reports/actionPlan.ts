import { z } from "zod";
import { type Block, type Column, cell, sentence, table } from "./blocks.ts";
import type { Words } from "./messages/words.ts";
import { pointsCell } from "./points.ts";
import { count, decimalText, nullableNumber, roundRow } from "./rows.ts";
import { shownGaps } from "./shownGaps.ts";

/** A row of marts.action_plan: one matter that a unit may work on. */
export const actionPlanRow = z.object({
  ...roundRow,
  unit_code: z.string(),
  unit_level: z.enum(["province", "ministry"]),
  unit_type: z.enum(["city", "province", "ministry", "ministerial-agency"]),
  unit_name: z.string(),
  unit_name_en: z.string(),
  matter_kind: z.enum(["lost_points", "weakness", "gap"]),
  matter_order: count,
  part_level: z.enum(["leaf", "block", "item"]),
  node_code: z.string(),
  node_name: z.string(),
  node_name_en: z.string(),
  lost_points: decimalText.nullable(), // null: an item of the survey
  difference_percent: nullableNumber, // null: points
  difference_q: nullableNumber,
  department_name: z.string().nullable(), // null: nobody is named
  department_name_en: z.string().nullable(),
});
export type ActionPlanRow = z.output<typeof actionPlanRow>;

/**
 * The tables of a plan: points that were lost, weaknesses that are established, and gaps that are not; each with blanks to fill in.
 * The paper that departments work from leaves out q: their captions say what is established.
 */
export function planTables(
  rows: readonly ActionPlanRow[],
  words: Words,
  { isPaper = false }: { readonly isPaper?: boolean } = {},
): readonly (Block & { kind: "table" })[] {
  return (["lost_points", "weakness", "gap"] as const).flatMap((kind) => {
    const matters = mattersOf(rows, kind);
    if (matters.length === 0) return [];
    return [
      table(matters, {
        caption: words.say(`action_plan.${kind}`),
        shortName: words.say(`short.action_plan.${kind}`),
        columns: [
          {
            header: words.say("action_plan.matter"),
            isRowHeader: true,
            cell: (row) => cell.text(matterName(row, words)),
          },
          ...(kind === "lost_points" ? pointColumns(words) : differenceColumns(words, isPaper)),
          ...(["measure", "owner", "deadline"] as const).map(
            (blank): Column<ActionPlanRow> => ({
              header: words.say(`action_plan.${blank}`),
              align: "left",
              cell: () => cell.text(""),
            }),
          ),
        ],
      }),
    ];
  });
}

function mattersOf(rows: readonly ActionPlanRow[], kind: ActionPlanRow["matter_kind"]): ActionPlanRow[] {
  return rows
    .filter((row) => row.matter_kind === kind)
    .sort((a, b) => a.matter_order - b.matter_order)
    .slice(0, kind === "gap" ? shownGaps : undefined);
}

/** The first three matters, with whose they are: what is lost or established; else, said as such, what is not. */
export function beginWith(rows: readonly ActionPlanRow[], words: Words): readonly Block[] {
  const known = rows.filter(({ part_level }) => part_level !== "block");
  const found = [...mattersOf(known, "lost_points"), ...mattersOf(known, "weakness")];
  const matters = found.length > 0 ? found : mattersOf(known, "gap");
  if (matters.length === 0) return [];
  const first = matters.slice(0, 3);
  const names = first.map((row) => withDepartment(row, words)).join("; ");
  const text =
    found.length > 0
      ? words.say("action_plan.first_mend", { n: found.length, names })
      : words.say("action_plan.first_gap", { names });
  return [sentence(first, text, { isHeadline: true })];
}

function withDepartment(row: ActionPlanRow, words: Words): string {
  const name = matterName(row, words);
  return row.department_name === null
    ? name
    : `${name} (${words.pick(row.department_name, row.department_name_en ?? row.department_name)})`;
}

/** "3.1.2 Name" of a leaf; of blocks and items the name says it all. */
function matterName(row: ActionPlanRow, words: Words): string {
  const name = words.pick(row.node_name, row.node_name_en);
  return row.part_level !== "leaf" || name.includes(row.node_code) ? name : `${row.node_code} ${name}`;
}

function pointColumns(words: Words): readonly Column<ActionPlanRow>[] {
  return [
    { header: words.say("column.lost"), cell: (row) => pointsCell(row.lost_points) },
    {
      header: words.say("column.department"),
      align: "left",
      cell: (row) =>
        row.department_name === null
          ? cell.absent(words.say("action_plan.no_department"))
          : cell.text(words.pick(row.department_name, row.department_name_en ?? row.department_name)),
    },
  ];
}

function differenceColumns(words: Words, isPaper: boolean): readonly Column<ActionPlanRow>[] {
  return [
    {
      header: words.say("action_plan.difference"),
      cell: (row) => cell.number(row.difference_percent, "difference"),
    },
    ...(isPaper
      ? []
      : [
          {
            header: words.say("strengths.q"),
            cell: (row: ActionPlanRow) => cell.number(row.difference_q, "probability"),
          },
        ]),
  ];
}
