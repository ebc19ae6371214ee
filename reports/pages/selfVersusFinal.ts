import { z } from "zod";
import { type Block, type Column, cell, figure, sentence, table } from "../blocks.ts";
import { pairedDots } from "../charts/pairedDots.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { areasAt, type ParNodeRow, parNodeName, parNodeRow } from "../parNodes.ts";
import { pointsCell, printPoints } from "../points.ts";

/** One area through the stages; surveyed leaves, which nobody claims, are left out. */
interface Stages {
  readonly provenance: ParNodeRow["provenance"];
  readonly final: ParNodeRow;
  readonly claim: ParNodeRow;
  readonly appraised: ParNodeRow | undefined;
}

export default definePage({
  title: "self_final.title",
  chapter: "par_scorecard",
  bundles: ["province", "ministry"],
  order: 20,
  from: "marts.par_nodes",
  row: z.object(parNodeRow),
  note: "self_final.note",
  blocks(rows, { words }) {
    const claims = areasAt(rows, "self");
    const firsts = areasAt(rows, "appraised_1");
    const areas = areasAt(rows, "final").flatMap((final): Stages[] => {
      const claim = claims.find((row) => row.node_code === final.node_code);
      const appraised = firsts.find((row) => row.node_code === final.node_code);
      return claim === undefined ? [] : [{ provenance: final.provenance, final, claim, appraised }];
    });
    const total = areas.find(({ final }) => final.node_code === "total");
    if (total === undefined) return [];
    const parts = areas.filter((area) => area !== total);
    return [...inWords(total, words), chart(parts, words), byStage(areas, words)];
  },
});

function inWords({ final }: Stages, words: Words): readonly Block[] {
  const { self_points: self, self_scored_points: points, gap_points: gap } = final;
  if (self === null || points === null || gap === null) return [];
  return [
    sentence(
      [final],
      words.say("self_final.sentence", {
        self: printPoints(self),
        final: printPoints(points),
        gap: printPoints(gap),
      }),
      { isHeadline: true },
    ),
  ];
}

const labelOf = ({ final }: Stages, words: Words): string =>
  `${final.node_code}. ${parNodeName(final, words)}`;

function chart(areas: readonly Stages[], words: Words): Block {
  const unit = words.pick(areas[0]?.final.unit_name ?? "", areas[0]?.final.unit_name_en ?? "");
  const percent = (points: string | null, { claim }: Stages) =>
    points === null || Number(claim.max_points) === 0
      ? null
      : (100 * Number(points)) / Number(claim.max_points);
  const inFigures = (value: number | null) => (value === null ? "–" : `${words.locale.number(value, 2)} %`);
  return figure(areas, {
    title: words.say("self_final.chart", { unit }),
    subtitle: words.say("self_final.subtitle"),
    description: words.say("self_final.description", { n: areas.length }),
    chart: pairedDots(
      areas.map((area) => {
        const before = percent(area.claim.points, area);
        const after = percent(area.final.self_scored_points, area);
        const label = labelOf(area, words);
        return { label, before, after, beforeLabel: inFigures(before), afterLabel: inFigures(after) };
      }),
      {
        axisTitle: words.say("self_final.axis"),
        before: words.say("column.claimed"),
        after: words.say("column.final"),
      },
    ),
  });
}

function byStage(areas: readonly Stages[], words: Words): Block {
  const column = (header: string, points: (area: Stages) => string | null): Column<Stages> => ({
    header,
    cell: (area) => pointsCell(points(area)),
  });
  return table(areas, {
    caption: words.say("self_final.table"),
    shortName: words.say("short.self_final.table"),
    columns: [
      {
        header: words.say("column.area"),
        isRowHeader: true,
        cell: (area) =>
          cell.text(area.final.node_code === "total" ? words.say("column.total") : labelOf(area, words)),
      },
      column(words.say("column.max"), ({ claim }) => claim.max_points),
      column(words.say("column.claimed"), ({ claim }) => claim.points),
      column(words.say("stage.appraised_1"), ({ appraised }) => appraised?.points ?? null),
      column(words.say("column.final"), ({ final }) => final.self_scored_points),
      column(words.say("self_final.gap"), ({ final }) => final.gap_points),
    ],
    isStrong: ({ final }) => final.node_code === "total",
  });
}
