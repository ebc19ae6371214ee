import { z } from "zod";
import { cell, sentence, table } from "../blocks.ts";
import { type LostPointsRow, lostPointsRow } from "../lostPoints.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { pointsCell, printPoints } from "../points.ts";

export default definePage({
  title: "lost_blocks.title",
  chapter: "par_ministry",
  bundles: ["ministry"],
  order: 20,
  isPrintedEveryRound: true,
  from: "marts.par_lost_points",
  row: z.object(lostPointsRow),
  note: "lost_blocks.note",
  blocks(rows, { words }) {
    const blocks = rows.filter((row) => row.part_level === "block");
    const first = blocks[0];
    if (first === undefined || first.unit_lost_points === null) return [];
    const lost = printPoints(first.unit_lost_points);
    return [
      sentence(blocks, words.say("lost_blocks.sentence", { lost }), { isHeadline: true }),
      byBlock(blocks, words),
    ];
  },
});

function byBlock(blocks: readonly LostPointsRow[], words: Words) {
  return table(blocks, {
    caption: words.say("lost_blocks.table"),
    shortName: words.say("short.lost_blocks.table"),
    columns: [
      {
        header: words.say("column.part"),
        isRowHeader: true,
        cell: (row) => cell.text(words.pick(row.node_name, row.node_name_en)),
      },
      { header: words.say("column.max"), cell: (row) => pointsCell(row.max_points) },
      { header: words.say("column.points"), cell: (row) => pointsCell(row.points) },
      { header: words.say("column.lost"), cell: (row) => pointsCell(row.lost_points) },
      {
        header: words.say("column.lost_share"),
        cell: (row) => cell.number(row.lost_share === null ? null : 100 * row.lost_share, "share"),
      },
      {
        header: words.say("column.error"),
        cell: (row) => (row.error_status === "not_applicable" ? cell.notApplicable() : cell.absent(null)),
      },
    ],
  });
}
