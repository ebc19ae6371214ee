import { z } from "zod";
import { groupBy } from "../models/groupBy.ts";
import { type Block, cell, sentence, table } from "./blocks.ts";
import type { ChapterCode } from "./chapters.ts";
import type { Words } from "./messages/words.ts";
import { definePage, type Page } from "./page.ts";
import { count, nullableNumber, roundRow } from "./rows.ts";

const nullableCount = count.nullable();

const row = z.object({
  ...roundRow,
  index_code: z.enum(["sipas", "par_ministry", "par_province"]),
  ranking_code: z.string(),
  finding_order: count,
  finding_kind: z.enum(["leader", "last", "sure_ranks", "change", "changes"]),
  verdict: z.enum(["established", "not_established", "not_tested"]),
  test_code: z.enum(["pairs_holm", "pairs_simultaneous", "rank_sets", "change", "changes_holm"]).nullable(), // null: nothing is tested
  unit_name: z.string().nullable(), // null: said of all
  unit_name_en: z.string().nullable(),
  value_percent: nullableNumber, // null: points, or said of all
  value_points: z.string().nullable(),
  n_others: nullableCount, // null: a change of the nation
  n_alike: nullableCount, // null: nothing is tested, or nobody is compared
  n_up: nullableCount,
  n_down: nullableCount,
  earlier_round: z.string().nullable(), // null: no change
  change_percent: nullableNumber,
  change_percent_low: nullableNumber,
  change_percent_high: nullableNumber,
  test_p: nullableNumber, // null: many tests held together
});
type Finding = z.output<typeof row>;

/** What an index says in short, first of its chapter and on the first page: no difference is claimed that its test does not establish. */
export function findingsPage(
  chapter: ChapterCode,
  index: Finding["index_code"],
  isOwn: (ranking: string) => boolean,
): Page {
  return definePage({
    title: "findings.title",
    chapter,
    bundles: ["national"],
    order: 1,
    isLead: true,
    isPrintedEveryRound: true,
    from: "marts.key_findings",
    row,
    note: "findings.note",
    blocks(rows, { words }) {
      const own = rows.filter((each) => each.index_code === index && isOwn(each.ranking_code));
      const rankings = groupBy(own, ({ ranking_code }) => ranking_code);
      return [...rankings.values()].flatMap((ranking) => findingBlocks(ranking, words));
    },
  });
}

function findingBlocks(ranking: readonly Finding[], words: Words): readonly Block[] {
  const inOrder = [...ranking].sort((a, b) => a.finding_order - b.finding_order);
  return [
    ...inOrder.map((finding) => sentence([finding], inWords(finding, words), { isHeadline: true })),
    table(inOrder, {
      caption: words.say("findings.table"),
      shortName: words.say("short.findings.table"),
      columns: [
        {
          header: words.say("findings.finding"),
          isRowHeader: true,
          cell: (finding) => cell.text(words.say(`findings.${finding.finding_kind}`)),
        },
        {
          header: words.say("findings.verdict"),
          align: "left",
          cell: ({ verdict }) => cell.text(words.say(`verdict.${verdict}`)),
        },
        {
          header: words.say("findings.test"),
          align: "left",
          cell: ({ test_code }) =>
            test_code === null
              ? cell.absent(words.say("findings.no_error"))
              : cell.text(words.say(`test.${test_code}`)),
        },
        {
          header: words.say("findings.p"),
          cell: ({ test_p }) => (test_p === null ? cell.notApplicable() : cell.number(test_p, "probability")),
        },
      ],
    }),
  ];
}

function inWords(finding: Finding, words: Words): string {
  switch (finding.finding_kind) {
    case "leader":
    case "last":
      return ofOne(finding, words);
    case "sure_ranks":
      return words.say("findings.sure", { n: finding.n_up ?? 0, of: finding.n_others ?? 0 });
    case "change":
      return ofNation(finding, words);
    case "changes":
      return ofProvinces(finding, words);
  }
}

/** Who leads or is last: told from all others, from some, or without an error to tell by. */
function ofOne(finding: Finding, words: Words): string {
  const kind = finding.finding_kind === "leader" ? "leader" : "last";
  const values = {
    unit: words.pick(finding.unit_name ?? "", finding.unit_name_en ?? finding.unit_name ?? ""),
    value:
      finding.value_percent === null
        ? words.say("findings.points", { value: finding.value_points ?? "" })
        : words.say("findings.percent", { value: finding.value_percent }),
    of: finding.n_others ?? 0,
  };
  if (finding.verdict === "not_tested") return words.say(`findings.${kind}_untested`, values);
  if (finding.verdict === "established") return words.say(`findings.${kind}_alone`, values);
  const n = finding.n_alike ?? 0;
  if (n === values.of) return words.say(`findings.${kind}_of_none`, values);
  return words.say(`findings.${kind}_shared`, { ...values, n });
}

function ofProvinces(finding: Finding, words: Words): string {
  const { n_up, n_down, n_others, earlier_round } = finding;
  const values = { of: n_others ?? 0, earlier: earlier_round ?? "" };
  const [up, down] = [n_up ?? 0, n_down ?? 0];
  if (up + down === 0) return words.say("findings.no_province", values);
  return words.say("findings.provinces", { ...values, up, down });
}

function ofNation(finding: Finding, words: Words): string {
  const values = {
    earlier: finding.earlier_round ?? "",
    change: finding.change_percent ?? 0,
    low: finding.change_percent_low ?? 0,
    high: finding.change_percent_high ?? 0,
  };
  if (finding.verdict !== "established") return words.say("findings.no_change", values);
  return words.say(values.change > 0 ? "findings.rise" : "findings.fall", values);
}
