import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, type Column, cell, figure, sentence, table } from "../blocks.ts";
import { intervalPlot } from "../charts/intervalPlot.ts";
import { valueSlope } from "../charts/valueSlope.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, estimate, estimateOf, nullableNumber, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  earlier_round: z.string(),
  is_comparable: z.boolean(),
  reason: z.string().nullable(), // null: the round says nothing of the earlier one
  reason_en: z.string().nullable(),
  recipe_code: z.string(),
  domain_code: z.string(),
  node_code: z.string(),
  is_shown_recipe: z.boolean(),
  domain_level: z.enum(["province", "region", "nation"]),
  unit_code: z.string().nullable(), // null: a public aggregate
  domain_name: z.string(),
  domain_name_en: z.string(),
  node_level: z.enum(["item", "factor", "part", "overall"]),
  node_order: count,
  node_name: z.string(),
  node_name_en: z.string(),
  earlier_percent: nullableNumber, // null with the change
  later_percent: nullableNumber,
  ...estimate("change_percent"),
  change_p_holm: nullableNumber, // null but for provinces with a change
  n_shared_psus: count.nullable(), // null where rounds are not comparable
  n_psus: count.nullable(),
});
type ChangeRow = z.output<typeof row>;

const address = rowAddress(
  "marts.sipas_changes",
  "round_code",
  "earlier_round",
  "recipe_code",
  "domain_code",
  "node_code",
);

export default definePage({
  title: "sipas_changes.title",
  chapter: "sipas",
  bundles: ["national", "province"],
  order: 15,
  from: address.from,
  address,
  row,
  note: "sipas_changes.note",
  blocks(rows, { reader, words }) {
    const own = rows.filter(
      (each) =>
        each.is_shown_recipe &&
        each.node_level !== "item" &&
        (reader.kind === "national" || each.unit_code !== null),
    );
    const pairs = [...groupBy(own, ({ earlier_round }) => earlier_round)].sort(([a], [b]) =>
      a < b ? 1 : -1,
    );
    return pairs.flatMap(([, ofPair]) => pairBlocks(ofPair, words));
  },
});

function pairBlocks(rows: readonly ChangeRow[], words: Words): readonly Block[] {
  const first = rows[0] as ChangeRow;
  if (!first.is_comparable) return notComparable(first, words);
  const main = rows
    .filter(({ domain_level }) => domain_level === (rows.some(isNation) ? "nation" : "province"))
    .sort((a, b) => a.node_order - b.node_order);
  const provinces = rows
    .filter((each) => each.domain_level === "province" && each.node_level === "overall")
    .sort(
      (a, b) =>
        Number(a.change_percent === null) - Number(b.change_percent === null) ||
        (b.change_percent ?? 0) - (a.change_percent ?? 0) ||
        ((a.unit_code ?? "") < (b.unit_code ?? "") ? -1 : 1),
    );
  return [
    ...inWords(main, words),
    ...(rows.some(isNation) ? provincesInWords(provinces, words) : []),
    ...nodeBlocks(main, words),
    ...(rows.some(isNation) ? provinceBlocks(provinces, words) : []),
  ];
}

const isNation = ({ domain_level }: ChangeRow): boolean => domain_level === "nation";
const domainName = (each: ChangeRow, words: Words): string =>
  words.pick(each.domain_name, each.domain_name_en);
const nodeName = (each: ChangeRow, words: Words): string => words.pick(each.node_name, each.node_name_en);

/** The reason in words, and a table that has no change to give, so that nobody looks for one elsewhere. */
function notComparable(first: ChangeRow, words: Words): readonly Block[] {
  const { earlier_round: earlier, reason, reason_en } = first;
  const text =
    reason === null || reason_en === null
      ? words.say("sipas_changes.undeclared", { earlier })
      : words.say("sipas_changes.not_comparable", { earlier, reason: words.pick(reason, reason_en) });
  return [
    sentence([first], text),
    table([first], {
      caption: words.say("sipas_changes.table_none", { earlier }),
      shortName: words.say("short.sipas_changes.table_none", { earlier, round: first.round_code }),
      columns: [
        {
          header: words.say("sipas_changes.years"),
          isRowHeader: true,
          cell: (each) => cell.text(`${each.earlier_round} – ${each.round_code}`),
        },
        { header: words.say("sipas_changes.change"), cell: () => cell.notApplicable() },
      ],
    }),
  ];
}

function inWords(main: readonly ChangeRow[], words: Words): readonly Block[] {
  const overall = main.find(({ node_level }) => node_level === "overall");
  if (overall === undefined) return [];
  const { value, low, high } = estimateOf(overall, "change_percent");
  if (value === null || low === null || high === null) return [];
  const years = { earlier: overall.earlier_round, later: overall.round_code };
  const domain = domainName(overall, words);
  return [
    sentence(
      [overall],
      words.say(low > 0 || high < 0 ? "sipas_changes.nation" : "sipas_changes.nation_unclear", {
        ...years,
        domain,
        change: value,
        low,
        high,
      }),
      { isHeadline: true },
    ),
    sentence(
      [overall],
      words.say("sipas_changes.shared", {
        ...years,
        shared: overall.n_shared_psus ?? 0,
        n: overall.n_psus ?? 0,
      }),
    ),
  ];
}

function provincesInWords(provinces: readonly ChangeRow[], words: Words): readonly Block[] {
  const known = provinces.filter(({ change_percent }) => change_percent !== null);
  const first = known[0];
  if (first === undefined) return [];
  const text = words.say("sipas_changes.provinces", {
    earlier: first.earlier_round,
    of: known.length,
    up: known.filter(({ change_percent_low }) => (change_percent_low ?? 0) > 0).length,
    down: known.filter(({ change_percent_high }) => (change_percent_high ?? 0) < 0).length,
    held: known.filter(({ change_p_holm }) => (change_p_holm ?? 1) < 0.05).length,
  });
  return [sentence(known, text)];
}

function nodeBlocks(main: readonly ChangeRow[], words: Words): readonly Block[] {
  const first = main[0];
  if (first === undefined) return [];
  const about = { earlier: first.earlier_round, domain: domainName(first, words) };
  return [
    ...slopePlot(main, words),
    changePlot(main, words.say("sipas_changes.chart_nodes", about), (each) => nodeName(each, words), words),
    changeTable(main, "sipas_changes.table_nodes", words, {
      header: words.say("column.criterion"),
      isRowHeader: true,
      cell: (each) => cell.text(nodeName(each, words)),
    }),
  ];
}

/** Both rounds side by side, a line for the whole, each part and each factor. */
function slopePlot(main: readonly ChangeRow[], words: Words): readonly Block[] {
  const known = main.filter(({ change_percent }) => change_percent !== null);
  const [first] = known;
  if (first === undefined) return [];
  const years = { earlier: first.earlier_round, later: first.round_code, domain: domainName(first, words) };
  const text = (value: number | null) => words.locale.number(value ?? Number.NaN, 1);
  const isClear = ({ change_percent_low: low, change_percent_high: high }: ChangeRow) =>
    low !== null && high !== null && (low > 0 || high < 0);
  return [
    figure(known, {
      title: words.say("sipas_changes.slope", years),
      subtitle: words.say("sipas_changes.slope_subtitle"),
      description: words.say("sipas_changes.slope_description", {
        ...years,
        n: known.length,
        clear: known.filter(isClear).length,
      }),
      chart: valueSlope(
        known.map((each) => ({
          label: nodeName(each, words),
          before: each.earlier_percent as number,
          after: each.later_percent as number,
          isClear: isClear(each),
          beforeLabel: text(each.earlier_percent),
          afterLabel: text(each.later_percent),
          changeLabel: changeLabel(each, words),
        })),
        { before: first.earlier_round, after: first.round_code },
      ),
    }),
  ];
}

function provinceBlocks(provinces: readonly ChangeRow[], words: Words): readonly Block[] {
  const first = provinces[0];
  if (first === undefined) return [];
  const about = { earlier: first.earlier_round };
  return [
    changePlot(provinces, words.say("sipas_changes.chart", about), (each) => domainName(each, words), words),
    changeTable(provinces, "sipas_changes.table", words, {
      header: words.say("column.province"),
      isRowHeader: true,
      cell: (each) => cell.text(domainName(each, words)),
    }),
  ];
}

function changePlot(
  rows: readonly ChangeRow[],
  title: string,
  label: (each: ChangeRow) => string,
  words: Words,
): Block {
  const earlier = (rows[0] as ChangeRow).earlier_round;
  return figure(rows, {
    title,
    subtitle: words.say("sipas_changes.subtitle"),
    description: words.say("sipas_changes.description", { n: rows.length, earlier }),
    chart: intervalPlot(
      rows.map((each) => ({
        ...estimateOf(each, "change_percent"),
        label: label(each),
        valueLabel: changeLabel(each, words),
        tone: isNation(each) ? "nation" : "own",
      })),
      { axisTitle: words.say("sipas_changes.axis"), reference: 0, isDifference: true },
    ),
  });
}

function changeLabel(each: ChangeRow, { locale }: Words): string {
  const { value, status } = estimateOf(each, "change_percent");
  if (value === null) return status === "suppressed" ? "[c]" : "[x]";
  return locale.signed(value, 2);
}

function changeTable(
  rows: readonly ChangeRow[],
  caption: `sipas_changes.${"table" | "table_nodes"}`,
  words: Words,
  name: Column<ChangeRow>,
): Block {
  const first = rows[0] as ChangeRow;
  const { earlier_round, round_code } = first;
  const percent = (value: number | null, each: ChangeRow) =>
    value === null ? cell.missing(each.change_percent_status) : cell.number(value, "percent");
  return table(rows, {
    idOf: address.idOf,
    caption: words.say(caption, { earlier: earlier_round, domain: domainName(first, words) }),
    shortName: words.say(`short.${caption}`, { earlier: earlier_round, round: round_code }),
    columns: [
      name,
      {
        header: words.say("sipas_changes.year", { year: earlier_round }),
        cell: (each) => percent(each.earlier_percent, each),
      },
      {
        header: words.say("sipas_changes.year", { year: round_code }),
        cell: (each) => percent(each.later_percent, each),
      },
      {
        header: words.say("sipas_changes.change"),
        cell: (each) => cell.estimate(estimateOf(each, "change_percent"), "difference"),
      },
      {
        header: words.say("column.interval"),
        cell: (each) => cell.interval(estimateOf(each, "change_percent")),
      },
      {
        header: words.say("column.df"),
        cell: (each) =>
          each.change_percent_df === null
            ? cell.missing(each.change_percent_status)
            : cell.number(each.change_percent_df, "df"),
      },
      {
        header: words.say("sipas_changes.shared_units"),
        cell: (each) => cell.number(each.n_shared_psus, "count"),
      },
    ],
    isStrong: (each) => each.node_level !== "factor" && each.domain_level === "nation",
  });
}
