import type { Table } from "../blocks.ts";
import type { Letter, OfficialPaper } from "../letters/letter.ts";
import type { Words } from "../messages/words.ts";

/** A ranking that waits for approval. */
export interface Ranking {
  /** Stands in the names of the files: `sipas`, `par-index-tinh`. */
  readonly code: string;
  readonly round: string;
  /** "SIPAS", "PAR INDEX các tỉnh". */
  readonly index: string;
  readonly nRanked: number;
  /** What may be said of it, each a whole sentence. */
  readonly sentences: readonly string[];
  readonly table: Table;
}

/**
 * The submission (tờ trình) and the draft of the decision (quyết định) that would approve a ranking, each with the ranking as its
 * annex. Their number, day, legal basis and signature are blank.
 */
export function approvalPapers(ranking: Ranking, words: Words): readonly OfficialPaper[] {
  const { code, round, index, nRanked } = ranking;
  const shared = {
    round,
    place: words.say("letter.ministry_place"),
    subject: words.say("paper.approval_subject", { index, round }),
    notice: words.say("paper.notice"),
    isIllustrative: ranking.table.provenance === "illustrative",
  };
  return [
    {
      ...shared,
      stem: `to-trinh-${code}`,
      title: words.say("paper.submission"),
      superior: words.say("letter.ministry"),
      issuer: [words.say("paper.reform_department")],
      recipients: [words.say("paper.minister")],
      body: [
        { text: words.say("paper.submission_opening", { index, round, n: nRanked }) },
        ...ranking.sentences.map((text, i) => ({ text, number: i + 1 })),
        { text: words.say("paper.submission_method") },
        { text: words.say("paper.submission_ask", { index, round }) },
      ],
      copies: [words.say("letter.copy_above"), words.say("letter.copy_file")],
      annex: annexOf(ranking, "submission", words),
    },
    {
      ...shared,
      stem: `du-thao-quyet-dinh-${code}`,
      title: words.say("paper.decision"),
      issuer: [words.say("letter.ministry")],
      recipients: [],
      body: [
        { text: words.say("paper.decider"), style: "centred" },
        ...[1, 2].map(() => ({ text: words.say("paper.basis"), style: "basis" as const })),
        { text: words.say("paper.proposal"), style: "basis" },
        { text: words.say("paper.decides"), style: "centred" },
        { text: words.say("paper.article_1", { index, round, n: nRanked }), article: 1 },
        { text: words.say("paper.article_2"), article: 2 },
        { text: words.say("paper.article_3"), article: 3 },
      ],
      copies: [words.say("paper.copy_article_3"), words.say("letter.copy_file")],
      annex: annexOf(ranking, "decision", words),
    },
  ];
}

function annexOf(
  { index, round, table }: Ranking,
  paper: "submission" | "decision",
  words: Words,
): Letter["annex"] {
  const issuer = words.say(paper === "submission" ? "paper.reform_department" : "letter.ministry");
  return {
    title: words.say("paper.ranking_annex", { index, round }),
    of: words.say("letter.annex_of", { paper: words.say(`paper.${paper}_name`), issuer }),
    tables: [table],
    notes: [words.say("paper.ranking_note")],
  };
}
