import { z } from "zod";
import { unitSlug } from "../../models/units/unitSlug.ts";
import { type Block, type Cell, type Column, cell, figure, sentence, table } from "../blocks.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import type { OfficialPaper } from "../letters/letter.ts";
import type { Words } from "../messages/words.ts";
import { definePage, type Page } from "../page.ts";
import { approvalPapers } from "../papers/approvalPapers.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";
import {
  dfCell,
  intervalCell,
  named,
  percentCell,
  percentLabel,
  rankingsOf,
  type ScoredIndex,
  scoredChapter,
  scoredPercent,
} from "./scorecardRows.ts";

const rank = count.nullable(); // null: the unit is not ranked, or an error is not known

/** A row of marts.par_standings. */
export const standingRow = z.object({
  ...roundRow,
  index_code: z.string(),
  ranking_code: z.string(),
  unit_code: z.string(),
  unit_name: z.string(),
  unit_name_en: z.string(),
  region_name: z.string().nullable(), // null: a ministry
  region_name_en: z.string().nullable(),
  group_name: z.string().nullable(), // null: no index
  group_name_en: z.string().nullable(),
  unit_type: z.enum(["city", "province", "ministry", "ministerial-agency"]).nullable(),
  ...scoredPercent,
  percent_n: count.nullable(), // null: nothing surveyed
  rank_status: z.enum(["ranked", "unranked", "withheld"]),
  is_fictional: z.boolean(),
  reason: z.string().nullable(), // null: ranked, or withheld
  reason_en: z.string().nullable(),
  index_rank: rank,
  n_ranked: count,
  marginal_low: rank,
  marginal_high: rank,
  simultaneous_low: rank,
  simultaneous_high: rank,
  n_indistinct: rank,
  indistinct_names: z.string().nullable(), // null: none
  indistinct_names_en: z.string().nullable(),
  top_share: nullableNumber, // null: fewer than ten are ranked
  bottom_share: nullableNumber,
  is_tied_in_print: z.boolean(),
  region_rank: rank,
  n_region: rank,
  group_rank: rank,
  n_group: rank,
  type_rank: rank,
  n_type: rank,
});
type Row = z.output<typeof standingRow>;
export type StandingRow = Row;

export const standingAddress = rowAddress("marts.par_standings", "round_code", "index_code", "unit_code");

/** Where each unit stands, and how sure its rank is. */
export function standingsPage(index: ScoredIndex): Page {
  return definePage({
    title: "standings.title",
    chapter: scoredChapter[index],
    bundles: ["national"],
    order: 10,
    isPrintedEveryRound: true,
    from: standingAddress.from,
    address: standingAddress,
    row: standingRow,
    note: "scorecard.covered",
    ranks: "with_interval",
    blocks: (rows, { words }) => rankingsOf(rows, index).flatMap((ranking) => rankingBlocks(ranking, words)),
    papers: (rows, { words }) =>
      rankingsOf(rows, index).flatMap((ranking) => papersOf(ranking, index, words)),
  });
}

/** What a ranking is approved by. Names of files tell real rankings under different criteria sets apart. */
function papersOf(ranking: readonly Row[], index: ScoredIndex, words: Words): readonly OfficialPaper[] {
  const ranked = byRank(ranking).filter(({ rank_status }) => rank_status === "ranked");
  const [first] = ranked;
  if (first === undefined) return [];
  const code = first.is_fictional ? "" : `-${unitSlug(first.ranking_code)}`;
  return approvalPapers(
    {
      code: `${index === "par_province" ? "par-index-tinh" : "par-index-bo"}${code}`,
      round: first.round_code,
      index: words.say(`index.${index}`),
      nRanked: ranked.length,
      sentences: [...inWords(ranked, words), ...withoutRank(byRank(ranking), words)].flatMap((block) =>
        block.kind === "sentence" ? [block.text] : [],
      ),
      table: table<Row>(ranked, {
        caption: words.say("standings.table"),
        columns: [
          { header: words.say("column.rank"), cell: (own) => cell.number(own.index_rank, "count") },
          {
            header: words.say("column.unit"),
            isRowHeader: true,
            cell: (own) => cell.text(named(own, words)),
          },
          { header: words.say("standings.index"), cell: percentCell },
          { header: words.say("column.interval"), cell: intervalCell },
          {
            header: words.say("standings.simultaneous"),
            cell: (own) => rankSetCell(own, own.simultaneous_low, own.simultaneous_high, words),
          },
          {
            header: words.say("column.group"),
            align: "left",
            cell: (own) => textCell(own.group_name, own.group_name_en, words),
          },
        ],
      }),
    },
    words,
  );
}

function byRank(ranking: readonly Row[]): readonly Row[] {
  return [...ranking].sort(
    (a, b) => (a.index_rank ?? Infinity) - (b.index_rank ?? Infinity) || (a.unit_code < b.unit_code ? -1 : 1),
  );
}

function rankingBlocks(ranking: readonly Row[], words: Words): readonly Block[] {
  const all = byRank(ranking);
  const ranked = all.filter(({ rank_status }) => rank_status === "ranked");
  if (ranked.length === 0) return [];
  return [
    ...inWords(ranked, words),
    chart(ranked, words),
    rankingTable(all, words),
    sentence(ranked, words.say("standings.sets_explained")),
    ...withoutRank(all, words),
    ...inventedSipas(ranked, words),
    peersTable(ranked, words),
  ];
}

function inWords(ranked: readonly Row[], words: Words): readonly Block[] {
  const [first, last] = [ranked[0] as Row, ranked.at(-1) as Row];
  const ends = words.say("standings.ends", {
    first: named(first, words),
    first_value: first.percent as number,
    last: named(last, words),
    last_value: last.percent as number,
    n: ranked.length,
  });
  const leader =
    first.n_indistinct === null
      ? []
      : [
          sentence(
            [first],
            first.n_indistinct === 0
              ? words.say("standings.leader_alone")
              : words.say("standings.leader_shared", {
                  n: first.n_indistinct,
                  names: indistinct(first, words),
                }),
          ),
        ];
  return [sentence(ranked, ends), ...leader];
}

function indistinct(own: Row, words: Words): string {
  return own.indistinct_names === null
    ? words.say("standings.nobody")
    : words.pick(own.indistinct_names, own.indistinct_names_en ?? own.indistinct_names);
}

function withoutRank(all: readonly Row[], words: Words): readonly Block[] {
  const out = all.filter(({ rank_status }) => rank_status !== "ranked");
  if (out.length === 0) return [];
  return [
    ...out.map((own) =>
      sentence(
        [own],
        words.say("standings.without_rank", { unit: named(own, words), reason: reasonOf(own, words) }),
      ),
    ),
    sentence(out, words.say("standings.others_rule")),
  ];
}

/** Fictional provinces have no citizens to ask. */
function inventedSipas(ranked: readonly Row[], words: Words): readonly Block[] {
  const fictional = ranked.filter((own) => own.is_fictional && own.index_code === "par_province");
  return fictional.length === 0 ? [] : [sentence(fictional, words.say("standings.sipas_invented"))];
}

export function reasonOf({ reason, reason_en }: Row, words: Words): string {
  if (reason === null) return words.say("standings.withheld");
  return words.pick(reason, reason_en ?? reason);
}

function chart(ranked: readonly Row[], words: Words): Block {
  const n = ranked.length;
  return figure(ranked, {
    title: words.say("standings.chart", { n }),
    subtitle: words.say("standings.chart_subtitle"),
    description: words.say("standings.chart_description", {
      n,
      first: named(ranked[0] as Row, words),
      last: named(ranked.at(-1) as Row, words),
    }),
    chart: intervalPlot(
      ranked.map((own) => ({
        label: `${own.index_rank}. ${named(own, words)}`,
        value: own.percent,
        low: own.percent_low,
        high: own.percent_high,
        valueLabel: percentLabel(own, words),
      })),
      { axisTitle: words.say("standings.axis") },
    ),
  });
}

function rankSetCell(own: Row, low: number | null, high: number | null, words: Words): Cell {
  if (low === null || high === null)
    return cell.absent(own.rank_status === "ranked" ? null : reasonOf(own, words));
  return low === high ? cell.number(low, "count") : cell.text(words.say("scorecard.rank_set", { low, high }));
}

function rankingTable(all: readonly Row[], words: Words): Block {
  return table<Row>(all, {
    idOf: standingAddress.idOf,
    caption: words.say("standings.table"),
    shortName: words.say("short.standings.table"),
    columns: [
      rankColumn(words),
      {
        header: words.say("column.unit"),
        isRowHeader: true,
        cell: (own) =>
          cell.text(
            own.is_tied_in_print
              ? `${named(own, words)} (${words.say("standings.tied")})`
              : named(own, words),
          ),
      },
      ...standingColumns(words),
      {
        header: words.say("standings.indistinct"),
        align: "left",
        cell: (own) =>
          own.n_indistinct === null
            ? cell.absent(own.rank_status === "ranked" ? null : reasonOf(own, words))
            : cell.text(indistinct(own, words)),
      },
    ],
  });
}

export function rankColumn(words: Words): Column<Row> {
  return {
    header: words.say("column.rank"),
    cell: (own) =>
      own.index_rank === null ? cell.absent(reasonOf(own, words)) : cell.number(own.index_rank, "count"),
  };
}

/** The index with its error, and how sure the rank is; nothing of another unit. */
export function standingColumns(words: Words): readonly Column<Row>[] {
  const share = (value: number | null, own: Row) =>
    value !== null
      ? cell.number(100 * value, "share")
      : own.rank_status === "ranked"
        ? cell.notApplicable()
        : cell.absent(reasonOf(own, words));
  return [
    { header: words.say("standings.index"), cell: percentCell },
    { header: words.say("column.interval"), cell: intervalCell },
    { header: words.say("column.df"), cell: dfCell },
    { header: words.say("column.responses"), cell: (own) => cell.number(own.percent_n, "count") },
    {
      header: words.say("standings.marginal"),
      cell: (own) => rankSetCell(own, own.marginal_low, own.marginal_high, words),
    },
    {
      header: words.say("standings.simultaneous"),
      cell: (own) => rankSetCell(own, own.simultaneous_low, own.simultaneous_high, words),
    },
    { header: words.say("standings.top"), cell: (own) => share(own.top_share, own) },
    { header: words.say("standings.bottom"), cell: (own) => share(own.bottom_share, own) },
  ];
}

function textCell(vi: string | null, en: string | null, words: Words): Cell {
  return vi === null ? cell.notApplicable() : cell.text(words.pick(vi, en ?? vi));
}

export function peersTable(ranked: readonly Row[], words: Words): Block {
  const place = (own: number | null, n: number | null) =>
    own === null || n === null
      ? cell.notApplicable()
      : cell.text(words.say("scorecard.of", { rank: own, n }));
  const text = (vi: string | null, en: string | null) => textCell(vi, en, words);
  const regionColumns: readonly Column<Row>[] = [
    {
      header: words.say("column.region"),
      align: "left",
      cell: (own) => text(own.region_name, own.region_name_en),
    },
    { header: words.say("standings.in_region"), cell: (own) => place(own.region_rank, own.n_region) },
  ];
  return table<Row>(ranked, {
    caption: words.say("standings.peers"),
    shortName: words.say("short.standings.peers"),
    columns: [
      { header: words.say("column.unit"), isRowHeader: true, cell: (own) => cell.text(named(own, words)) },
      ...(ranked.some(({ region_name }) => region_name !== null) ? regionColumns : []),
      {
        header: words.say("column.group"),
        align: "left",
        cell: (own) => text(own.group_name, own.group_name_en),
      },
      { header: words.say("standings.in_group"), cell: (own) => place(own.group_rank, own.n_group) },
      {
        header: words.say("column.unit_type"),
        align: "left",
        cell: (own) =>
          own.unit_type === null ? cell.notApplicable() : cell.text(words.say(`unit_type.${own.unit_type}`)),
      },
      { header: words.say("standings.in_type"), cell: (own) => place(own.type_rank, own.n_type) },
    ],
  });
}
