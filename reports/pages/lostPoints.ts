import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { nodeAnchor } from "../anchor.ts";
import { type Block, cell, figure, sentence, table } from "../blocks.ts";
import { waterfall } from "../charts/waterfall.ts";
import { type LostPointsRow, leafLabel, lossReason, lostPointsRow } from "../lostPoints.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { addPoints, pointsCell, printPoints } from "../points.ts";

export default definePage({
  title: "lost_points.title",
  chapter: "par_scorecard",
  bundles: ["province", "ministry"],
  order: 30,
  from: "marts.par_lost_points",
  row: z.object(lostPointsRow),
  note: "lost_points.note",
  blocks(rows, { words }) {
    const leaves = rows.filter((row) => row.part_level === "leaf");
    if (leaves.length === 0) return [];
    const lost = leaves.filter(isLost).sort((a, b) => a.lost_order - b.lost_order);
    return [
      inWords(leaves, lost, words),
      ...most(lost, words),
      ...againstSurveyError(lost, words),
      ...chart(leaves, words),
      ...(lost.length === 0 ? [] : [lossTable(lost, words), ...byDepartment(lost, words)]),
    ];
  },
});

const isLost = (row: LostPointsRow): boolean => row.lost_points !== null && Number(row.lost_points) !== 0;

function inWords(leaves: readonly LostPointsRow[], lost: readonly LostPointsRow[], words: Words): Block {
  if (lost.length === 0) return sentence(leaves, words.say("lost_points.none"), { isHeadline: true });
  const five = lost.slice(0, 5).reduce((sum, row) => sum + (row.lost_share ?? 0), 0);
  return sentence(
    leaves,
    words.say("lost_points.sentence", {
      lost: printPoints(addPoints(lost.map((row) => row.lost_points ?? "0"))),
      max: printPoints(addPoints(applicable(leaves).map((row) => row.max_points))),
      share: 100 * five,
    }),
    { isHeadline: true },
  );
}

/** The losses to begin with, each with who answers for it. */
function most(lost: readonly LostPointsRow[], words: Words): readonly Block[] {
  if (lost.length === 0) return [];
  const first = lost.slice(0, 3);
  const leaves = first.map((row) =>
    words.say("lost_points.leaf", {
      leaf: leafLabel(row, words),
      lost: printPoints(row.lost_points ?? "0"),
      department: departmentOf(row, words),
    }),
  );
  return [
    sentence(first, words.say("lost_points.most", { leaves: leaves.join("; ") }), { isHeadline: true }),
  ];
}

/** Only a survey's loss has an error to be compared with: beyond it where the interval of the loss lies above 0. */
function againstSurveyError(lost: readonly LostPointsRow[], words: Words): readonly Block[] {
  const surveyed = lost.filter(({ error_status }) => error_status !== "not_applicable");
  const known = surveyed.filter(({ lost_points_low }) => lost_points_low !== null);
  const beyond = known.filter(({ lost_points_low }) => (lost_points_low ?? 0) > 0);
  const within = known.filter((row) => !beyond.includes(row));
  const unknown = surveyed.filter((row) => !known.includes(row));
  const codes = (rows: readonly LostPointsRow[]) => rows.map(({ node_code }) => node_code).join(", ");
  return [
    ...(beyond.length === 0
      ? []
      : [sentence(beyond, words.say("lost_points.beyond", { n: beyond.length, codes: codes(beyond) }))]),
    ...(within.length === 0
      ? []
      : [sentence(within, words.say("lost_points.within", { n: within.length, codes: codes(within) }))]),
    ...(unknown.length === 0
      ? []
      : [sentence(unknown, words.say("lost_points.unknown", { n: unknown.length, codes: codes(unknown) }))]),
  ];
}

/** Leaves that count in the maximum. */
function applicable(leaves: readonly LostPointsRow[]): readonly LostPointsRow[] {
  return leaves.filter((row) => row.area_code !== null && row.lost_points !== null);
}

/** Drawn only for a whole card: a missing leaf is no loss. */
function chart(leaves: readonly LostPointsRow[], words: Words): readonly Block[] {
  const first = leaves[0] as LostPointsRow;
  if (first.unit_lost_points === null) return [];
  const unit = words.pick(first.unit_name, first.unit_name_en);
  const max = addPoints(applicable(leaves).map((row) => row.max_points));
  const points = addPoints([max, `-${first.unit_lost_points}`]);
  const steps = [...groupBy(leaves, (row) => row.area_code).values()].flatMap((ofArea) => {
    const area = ofArea[0] as LostPointsRow;
    const lost = addPoints(ofArea.map((row) => row.lost_points ?? "0"));
    const label =
      area.area_code === null
        ? leafLabel(area, words)
        : `${area.area_code}. ${words.pick(area.area_name ?? "", area.area_name_en ?? "")}`;
    return [{ label, value: Number(lost), valueLabel: words.locale.signed(-Number(lost), 2) }];
  });
  const end = (key: "lost_points.from" | "lost_points.to", value: string) => ({
    label: words.say(key),
    value: Number(value),
    valueLabel: words.locale.decimal(printPoints(value)),
  });
  return [
    figure(leaves, {
      title: words.say("lost_points.chart", { unit }),
      subtitle: words.say("lost_points.subtitle"),
      description: words.say("lost_points.description", {
        n: steps.length,
        max: printPoints(max),
        points: printPoints(points),
      }),
      chart: waterfall(steps, {
        axisTitle: words.say("lost_points.axis"),
        from: end("lost_points.from", max),
        to: end("lost_points.to", points),
      }),
    }),
  ];
}

function lossTable(lost: readonly LostPointsRow[], words: Words): Block {
  return table(lost, {
    caption: words.say("lost_points.table"),
    shortName: words.say("short.lost_points.table"),
    onPaper: { kind: "first", rows: 15 },
    columns: [
      {
        header: words.say("column.node"),
        isRowHeader: true,
        cell: (row) => cell.place(nodeAnchor(row.round_code, row.node_code), leafLabel(row, words)),
      },
      { header: words.say("column.max"), cell: (row) => pointsCell(row.max_points) },
      { header: words.say("column.points"), cell: (row) => pointsCell(row.points) },
      { header: words.say("column.lost"), cell: (row) => pointsCell(row.lost_points) },
      {
        header: words.say("column.lost_share"),
        cell: (row) => cell.number(row.lost_share === null ? null : 100 * row.lost_share, "share"),
      },
      { header: words.say("column.error"), cell: errorCell },
      {
        header: words.say("column.reason"),
        align: "left",
        cell: (row) => cell.text(lossReason(row, words)),
      },
      {
        header: words.say("column.department"),
        align: "left",
        cell: (row) => cell.text(departmentOf(row, words)),
      },
      {
        header: words.say("column.repeated"),
        cell: (row) =>
          (row.n_rounds_comparable ?? 0) > 1
            ? cell.number(row.n_rounds_lost, "count")
            : cell.absent(words.say("lost_points.single_round")),
      },
    ],
  });
}

/** Half the interval of a surveyed leaf; [z] where no survey gave the points. */
function errorCell({ lost_points_low: low, lost_points_high: high, error_status }: LostPointsRow) {
  if (error_status === "not_applicable") return cell.notApplicable();
  return cell.number(low === null || high === null ? null : (high - low) / 2, "points");
}

function departmentOf(row: LostPointsRow, words: Words): string {
  if (row.department_name === null) return words.say("lost_points.no_department");
  return words.pick(row.department_name, row.department_name_en ?? row.department_name);
}

function byDepartment(lost: readonly LostPointsRow[], words: Words): readonly Block[] {
  const departments = [...groupBy(lost, (row) => departmentOf(row, words))]
    .map(([name, rows]) => ({
      provenance: (rows[0] as LostPointsRow).provenance,
      name,
      points: addPoints(rows.map((row) => row.lost_points ?? "0")),
      n: rows.length,
    }))
    .sort((a, b) => Number(b.points) - Number(a.points));
  const assumed = lost.filter((row) => row.department_status === "assumed");
  return [
    table(departments, {
      caption: words.say("lost_points.departments"),
      shortName: words.say("short.lost_points.departments"),
      columns: [
        { header: words.say("column.department"), isRowHeader: true, cell: ({ name }) => cell.text(name) },
        { header: words.say("column.lost"), cell: ({ points }) => pointsCell(points) },
        { header: words.say("column.leaves"), cell: ({ n }) => cell.number(n, "count") },
      ],
    }),
    ...(assumed.length === 0
      ? []
      : [sentence(assumed, words.say("lost_points.departments_assumed", { n: assumed.length }))]),
  ];
}
