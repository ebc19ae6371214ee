import { z } from "zod";
import { type Block, cell, figure, sentence, table } from "../blocks.ts";
import { intervalLabel } from "../charts/intervalLabel.ts";
import { trendLines } from "../charts/trendLines.ts";
import { estimateColumns } from "../columns.ts";
import { domainName, domainRow } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, estimate, estimateOf, roundRow } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...domainRow,
  year: count,
  is_comparable: z.boolean(),
  segment_no: count,
  reason: z.string().nullable(), // null: the round says nothing of that year
  reason_en: z.string().nullable(),
  ...estimate("share_percent"),
  share_percent_n: count.nullable(), // null when suppressed
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.sipas_trend", "round_code", "domain_code", "year");

export default definePage({
  title: "sipas_trend.title",
  chapter: "sipas",
  bundles: ["national", "province"],
  order: 14,
  from: address.from,
  address,
  row,
  note: "sipas_trend.note",
  blocks(rows, { reader, words }) {
    const byYear = [...rows].sort((a, b) => a.year - b.year);
    const nation = byYear.filter(({ domain_level }) => domain_level === "nation");
    const own = reader.kind === "national" ? nation : byYear.filter(({ unit_code }) => unit_code !== null);
    const known = own.filter(({ share_percent }) => share_percent !== null);
    if (known.length < 2) return [];
    return [
      ...breaks(own, words),
      chart(known, reader.kind === "national" ? [] : nation, words),
      yearTable(own, words),
    ];
  },
});

/** Which years may not be set against this one, and why. */
function breaks(own: readonly Row[], words: Words): readonly Block[] {
  return own
    .filter(({ is_comparable }) => !is_comparable)
    .map((each) => {
      const earlier = String(each.year);
      const { reason, reason_en } = each;
      const text =
        reason === null || reason_en === null
          ? words.say("sipas_changes.undeclared", { earlier })
          : words.say("sipas_changes.not_comparable", { earlier, reason: words.pick(reason, reason_en) });
      return sentence([each], text);
    });
}

function chart(known: readonly Row[], nation: readonly Row[], words: Words): Block {
  const shown = [...known, ...nation.filter(({ share_percent }) => share_percent !== null)];
  const [first, last] = [known[0] as Row, known.at(-1) as Row];
  const domain = domainName(first, words);
  return figure(shown, {
    title: words.say("sipas_trend.chart", { domain }),
    subtitle: words.say("sipas_trend.subtitle"),
    description: words.say("sipas_trend.description", {
      ...{ domain, first: first.year, last: last.year },
      first_value: first.share_percent as number,
      last_value: last.share_percent as number,
    }),
    chart: trendLines(
      shown.map((each) => {
        const estimate = estimateOf(each, "share_percent");
        const { value, low, high } = estimate;
        return {
          valueLabel: intervalLabel(estimate, words),
          ...{ series: domainName(each, words), year: each.year, value: value as number, low, high },
          segment: each.segment_no,
          // the nation's figures are in its own report: two labels on one place could not be read
          pointLabel: domainName(each, words) === domain ? words.locale.number(value as number, 2) : "",
          isDerived: false,
        };
      }),
      {
        axisTitle: words.say("sipas_ranking.axis"),
        series: [...new Set(shown.map((each) => domainName(each, words)))],
        segments: segments(known, words),
      },
    ),
  });
}

/** A stretch begins with each year that is not comparable, and with the first one that is again. */
function segments(known: readonly Row[], words: Words) {
  return known
    .filter((each, i) => i === 0 || each.segment_no !== known[i - 1]?.segment_no)
    .map((each) => ({
      year: each.year,
      label: words.say(each.is_comparable ? "sipas_trend.comparable" : "sipas_trend.apart"),
    }));
}

function yearTable(own: readonly Row[], words: Words): Block {
  return table<Row>(own, {
    idOf: address.idOf,
    caption: words.say("sipas_trend.table", { domain: domainName(own[0] as Row, words) }),
    shortName: words.say("short.sipas_trend.table"),
    columns: [
      { header: words.say("column.year"), isRowHeader: true, cell: ({ year }) => cell.number(year, "year") },
      ...estimateColumns("share_percent", words),
      {
        header: words.say("sipas_trend.versus"),
        align: "left",
        cell: ({ is_comparable }) =>
          cell.text(words.say(is_comparable ? "sipas_trend.yes" : "sipas_trend.no")),
      },
    ],
  });
}
