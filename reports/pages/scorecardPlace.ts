import { z } from "zod";
import { type Block, type Cell, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { areasAt, type ParNodeRow, parNodeName, parNodeRow } from "../parNodes.ts";
import { pointsCell, printPoints } from "../points.ts";

export default definePage({
  title: "scorecard_place.title",
  chapter: "par_scorecard",
  bundles: ["province", "ministry"],
  order: 10,
  isPrintedEveryRound: true,
  from: "marts.par_nodes",
  row: z.object(parNodeRow),
  note: "scorecard_place.note",
  ranks: "with_interval",
  blocks(rows, { words }) {
    const areas = areasAt(rows, "final");
    const total = areas.find((row) => row.node_code === "total");
    return total === undefined ? [] : [inWords(total, words), byArea(areas, words)];
  },
});

function inWords(total: ParNodeRow, words: Words): Block {
  const { points, max_points, index_rank: rank, n_ranked: n } = total;
  if (points === null || rank === null || n === null)
    return sentence([total], words.say("scorecard_place.incomplete", { n: total.n_missing }), {
      isHeadline: true,
    });
  const values = { points: printPoints(points), max: printPoints(max_points), rank, n };
  return sentence([total], words.say("scorecard_place.ranked", values), { isHeadline: true });
}

function byArea(areas: readonly ParNodeRow[], words: Words): Block {
  return table(areas, {
    caption: words.say("scorecard_place.table"),
    shortName: words.say("short.scorecard_place.table"),
    columns: [
      {
        header: words.say("column.area"),
        isRowHeader: true,
        cell: (row) => cell.text(areaLabel(row, words)),
      },
      { header: words.say("column.points"), cell: (row) => pointsCell(row.points) },
      { header: words.say("column.interval"), cell: intervalOf },
      { header: words.say("column.max"), cell: (row) => pointsCell(row.max_points) },
      {
        header: words.say("column.achieved_share"),
        cell: (row) => cell.number(row.points_share === null ? null : 100 * row.points_share, "percent"),
      },
      { header: words.say("column.lost"), cell: (row) => pointsCell(row.lost_points) },
    ],
    isStrong: (row) => row.node_code === "total",
  });
}

/** Of the surveyed part; [z] where nothing is surveyed. */
function intervalOf({ points_low: low, points_high: high, points_error_status }: ParNodeRow): Cell {
  if (points_error_status === "fixed") return cell.notApplicable();
  return low === null || high === null ? cell.absent(null) : { kind: "interval", low, high };
}

function areaLabel(row: ParNodeRow, words: Words): string {
  return row.node_code === "total"
    ? words.say("column.total")
    : `${row.node_code}. ${parNodeName(row, words)}`;
}
