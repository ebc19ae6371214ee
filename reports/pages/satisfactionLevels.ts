import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, type Column, cell, figure, sentence, table } from "../blocks.ts";
import { likertBars } from "../charts/likertBars.ts";
import { domainName, domainRow } from "../domains.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow, status } from "../rows.ts";

const row = z.object({
  ...roundRow,
  ...domainRow,
  factor_code: z.string(),
  factor_order: count,
  factor_name: z.string(),
  factor_name_en: z.string(),
  answer_level: count,
  level_name: z.string(),
  level_name_en: z.string(),
  share_percent: nullableNumber, // null: suppressed, with the number of answers
  n_answers: count.nullable(),
  share_status: status,
});
type Row = z.output<typeof row>;

/** The levels of one factor in one domain, the worst first. */
interface Answers {
  readonly provenance: Row["provenance"];
  readonly first: Row;
  readonly levels: readonly Row[];
}

const address = rowAddress("marts.satisfaction_levels", "round_code", "domain_code", "factor_code");

export default definePage({
  title: "levels.title",
  chapter: "sipas",
  bundles: ["national", "province"],
  order: 38,
  from: address.from,
  address,
  row,
  note: "levels.note",
  blocks(rows, { reader, words }) {
    const seen = rows.filter(
      ({ domain_level, unit_code }) =>
        domain_level === "nation" || (reader.kind !== "national" && unit_code === reader.unit_code),
    );
    const answers = [
      ...groupBy(seen, ({ factor_code, domain_level }) => `${factor_code} ${domain_level}`).values(),
    ]
      .map(inOrder)
      .sort(
        (a, b) =>
          a.first.factor_order - b.first.factor_order ||
          Number(a.first.unit_code === null) - Number(b.first.unit_code === null),
      );
    const [first] = answers;
    if (first === undefined || (reader.kind !== "national" && first.first.unit_code === null)) return [];
    const shown = answers.filter(({ levels }) => levels.every(({ share_percent }) => share_percent !== null));
    return [
      ...inWords(shown, words),
      ...(shown.length === 0 ? [] : [chart(shown, domainName(first.first, words), words)]),
      levelTable(answers, domainName(first.first, words), words),
    ];
  },
});

function inOrder(rows: readonly Row[]): Answers {
  const levels = [...rows].sort((a, b) => a.answer_level - b.answer_level);
  const first = levels[0] as Row;
  return { provenance: first.provenance, first, levels };
}

const factorName = ({ first }: Answers, words: Words): string =>
  words.pick(first.factor_name, first.factor_name_en);
const levelName = (level: Row, words: Words): string => words.pick(level.level_name, level.level_name_en);

/** Shares of the two worst and of the two best answers. */
const worse = ({ levels }: Answers): number => sum(levels.slice(0, (levels.length - 1) / 2));
const better = ({ levels }: Answers): number => sum(levels.slice((levels.length + 1) / 2));
const sum = (levels: readonly Row[]): number =>
  levels.reduce((total, { share_percent }) => total + (share_percent ?? 0), 0);

/** Where most answers are on the worse side: a fact of the sample, not a comparison. */
function inWords(shown: readonly Answers[], words: Words): readonly Block[] {
  const own = shown.filter(({ first }) => first.unit_code === shown[0]?.first.unit_code);
  const [most] = [...own].sort((a, b) => worse(b) - worse(a) || a.first.factor_order - b.first.factor_order);
  if (most === undefined) return [];
  const text = words.say("levels.sentence", {
    factor: factorName(most, words),
    worse: worse(most),
    better: better(most),
  });
  return [sentence([most], text)];
}

function chart(shown: readonly Answers[], domain: string, words: Words): Block {
  const names = (shown[0] as Answers).levels.map((level) => levelName(level, words));
  return figure(shown, {
    title: words.say("levels.chart", { domain }),
    subtitle: words.say("levels.subtitle"),
    description: words.say("levels.description", {
      n: new Set(shown.map(({ first }) => first.factor_code)).size,
      domains: [...new Set(shown.map(({ first }) => domainName(first, words)))].join(", "),
    }),
    chart: likertBars(
      shown.map((each) => ({
        label: factorName(each, words),
        endLabel: domainName(each.first, words),
        shares: each.levels.map(({ share_percent }) => share_percent ?? 0),
      })),
      {
        axisTitle: words.say("levels.axis"),
        answers: names,
        shareText: (share) => words.locale.number(share, 1),
      },
    ),
  });
}

function levelTable(answers: readonly Answers[], domain: string, words: Words): Block {
  const levels = (answers[0] as Answers).levels;
  return table<Answers>(answers, {
    idOf: ({ first }) => address.idOf(first),
    caption: words.say("levels.table", { domain }),
    shortName: words.say("short.levels.table"),
    columns: [
      {
        header: words.say("column.criterion"),
        isRowHeader: true,
        cell: (each) => cell.text(factorName(each, words)),
      },
      {
        header: words.say("column.domain"),
        align: "left",
        cell: ({ first }) => cell.text(domainName(first, words)),
      },
      ...levels.map(
        (level, position): Column<Answers> => ({
          header: levelName(level, words),
          cell: ({ levels: own, first }) => {
            const share = own[position]?.share_percent ?? null;
            return share === null ? cell.missing(first.share_status) : cell.number(share, "share");
          },
        }),
      ),
      {
        header: words.say("levels.answers"),
        cell: ({ first }) =>
          first.n_answers === null ? cell.missing(first.share_status) : cell.number(first.n_answers, "count"),
      },
    ],
    isStrong: ({ first }) => first.unit_code !== null,
  });
}
