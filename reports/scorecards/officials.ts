import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, cell, figure, sentence, table } from "../blocks.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import type { Words } from "../messages/words.ts";
import { definePage, type Page } from "../page.ts";
import { count, roundRow } from "../rows.ts";
import {
  dfCell,
  intervalCell,
  named,
  percentCell,
  percentLabel,
  type ScoredIndex,
  scoredChapter,
  scoredPercent,
} from "./scorecardRows.ts";

const row = z.object({
  ...roundRow,
  index_code: z.string(),
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  group_code: z.string(),
  group_name: z.string().nullable(), // null: all groups together
  group_name_en: z.string().nullable(),
  group_order: count,
  node_code: z.string(),
  node_kind: z.enum(["leaf", "item"]),
  node_name: z.string(),
  node_name_en: z.string(),
  node_order: count,
  n_listed: count,
  n_responses: count,
  response_percent: z.number(),
  ...scoredPercent,
  percent_n: count.nullable(), // null: suppressed
  points: z.string().nullable(), // null: not a leaf over all groups, or no estimate
  max_points: z.string().nullable(),
});
type Row = z.output<typeof row>;

/** What officials answered about each unit, with the error of nonresponse, and how many answered. */
export function officialsPage(index: ScoredIndex): Page {
  return definePage({
    title: "officials.title",
    chapter: scoredChapter[index],
    bundles: ["national"],
    order: 30,
    from: "marts.par_survey",
    row,
    note: "officials.note",
    blocks(rows, { words }) {
      const leaves = rows.filter((each) => each.index_code === index && each.node_kind === "leaf");
      const all = leaves.filter(({ group_code }) => group_code === "all");
      if (all.length === 0) return [];
      const lists = oneOf(leaves, ({ unit_code, group_code }) => `${unit_code}/${group_code}`);
      return [
        inWords(
          oneOf(all, ({ unit_code }) => unit_code),
          words,
        ),
        ...[...groupBy(all, ({ node_code }) => node_code).values()]
          .slice(0, 1)
          .map((own) => chart(own, words)),
        leavesTable(all, words),
        ratesTable(lists, words),
      ];
    },
  });
}

/** The first row of each. */
function oneOf(rows: readonly Row[], keyOf: (own: Row) => string): readonly Row[] {
  return [...groupBy(rows, keyOf).values()].map((own) => own[0] as Row);
}

function inWords(units: readonly Row[], words: Words): Block {
  const listed = units.reduce((sum, own) => sum + own.n_listed, 0);
  const responses = units.reduce((sum, own) => sum + own.n_responses, 0);
  const lowest = units.reduce((a, b) => (b.response_percent < a.response_percent ? b : a));
  return sentence(
    units,
    words.say("officials.sentence", {
      listed,
      responses,
      rate: (100 * responses) / listed,
      unit: named(lowest, words),
      lowest: lowest.response_percent,
    }),
  );
}

function chart(ofLeaf: readonly Row[], words: Words): Block {
  const { node_code } = ofLeaf[0] as Row;
  return figure(ofLeaf, {
    title: words.say("officials.chart", { leaf: node_code }),
    subtitle: words.say("officials.chart_subtitle"),
    description: words.say("officials.description", { n: ofLeaf.length }),
    chart: intervalPlot(
      ofLeaf.map((own) => ({
        label: named(own, words),
        value: own.percent,
        low: own.percent_low,
        high: own.percent_high,
        valueLabel: own.percent_status === "suppressed" ? "[c]" : percentLabel(own, words),
      })),
      { axisTitle: words.say("officials.axis") },
    ),
  });
}

function leavesTable(all: readonly Row[], words: Words): Block {
  return table<Row>(all, {
    caption: words.say("officials.leaves"),
    shortName: words.say("short.officials.leaves"),
    onPaper: { kind: "first", rows: 0 },
    columns: [
      { header: words.say("column.unit"), isRowHeader: true, cell: (own) => cell.text(named(own, words)) },
      {
        header: words.say("officials.leaf"),
        align: "left",
        cell: (own) => cell.text(words.pick(own.node_name, own.node_name_en)),
      },
      { header: words.say("column.share"), cell: percentCell },
      { header: words.say("column.interval"), cell: intervalCell },
      { header: words.say("column.df"), cell: dfCell },
      {
        header: words.say("column.responses"),
        cell: (own) =>
          own.percent_n === null ? cell.missing("suppressed") : cell.number(own.percent_n, "count"),
      },
      {
        header: words.say("officials.points"),
        cell: (own) =>
          own.points === null
            ? cell.missing(own.percent_status === "suppressed" ? "suppressed" : "not_estimable")
            : cell.number(Number(own.points), "points"),
      },
      {
        header: words.say("column.max"),
        cell: (own) =>
          own.max_points === null ? cell.absent(null) : cell.number(Number(own.max_points), "points"),
      },
    ],
  });
}

function ratesTable(lists: readonly Row[], words: Words): Block {
  return table<Row>(lists, {
    caption: words.say("officials.rates"),
    shortName: words.say("short.officials.rates"),
    onPaper: { kind: "strong" },
    columns: [
      { header: words.say("column.unit"), isRowHeader: true, cell: (own) => cell.text(named(own, words)) },
      {
        header: words.say("officials.group"),
        align: "left",
        cell: ({ group_name, group_name_en }) =>
          cell.text(
            group_name === null
              ? words.say("officials.all_groups")
              : words.pick(group_name, group_name_en ?? group_name),
          ),
      },
      { header: words.say("officials.listed"), cell: (own) => cell.number(own.n_listed, "count") },
      { header: words.say("officials.forms"), cell: (own) => cell.number(own.n_responses, "count") },
      { header: words.say("officials.rate"), cell: (own) => cell.number(own.response_percent, "percent") },
    ],
    isStrong: ({ group_code }) => group_code === "all",
  });
}
