import { z } from "zod";
import { groupBy } from "../../../models/groupBy.ts";
import { type Block, cell, figure, sentence, table } from "../../blocks.ts";
import { countBars } from "../../charts/countBars.ts";
import type { Words } from "../../messages/words.ts";
import { definePage } from "../../page.ts";
import { count, nullableNumber, roundRow } from "../../rows.ts";

const row = z.object({
  ...roundRow,
  poll_key: z.string(),
  title: z.string(),
  unit_code: z.string().nullable(), // null: a poll of the ministry, which is public
  question_code: z.string(),
  wording: z.string(),
  answer_value: z.string(),
  answer_wording: z.string(),
  n_submissions: count,
  n_answers: count,
  n_chosen: count,
  chosen_percent: nullableNumber, // null: no answer yet
});
type Row = z.output<typeof row>;

/** No interval stands on this page: whoever wanted to, answered. */
export default definePage({
  title: "polls.title",
  chapter: "monitor",
  bundles: ["national", "province", "ministry"],
  order: 80,
  from: "marts.polls",
  row,
  note: "polls.note",
  blocks(rows, { words }) {
    return [...groupBy(rows, ({ poll_key }) => poll_key).values()].flatMap((poll) => pollBlocks(poll, words));
  },
});

function pollBlocks(poll: readonly Row[], words: Words): readonly Block[] {
  const { title, n_submissions } = poll[0] as Row;
  const questions = [...groupBy(poll, ({ question_code }) => question_code).values()];
  return [
    sentence(poll, words.say("polls.sentence", { title, n: n_submissions })),
    ...questions.flatMap((question) => questionBlocks(question, title, words)),
  ];
}

function questionBlocks(question: readonly Row[], title: string, words: Words): readonly Block[] {
  const { wording, n_answers } = question[0] as Row;
  const chart = figure(question, {
    title: words.say("polls.chart", { wording }),
    subtitle: words.say("polls.subtitle", { title, n: n_answers }),
    description: words.say("polls.description", { n: question.length }),
    chart: countBars(
      question.map(({ answer_wording, n_chosen }) => ({
        label: answer_wording,
        value: n_chosen,
        valueLabel: words.locale.number(n_chosen, 0),
      })),
      { axisTitle: words.say("polls.n") },
    ),
  });
  return [
    ...(n_answers > 0 ? [chart] : []),
    table(question, {
      caption: words.say("polls.table", { title: wording }),
      shortName: words.say("short.polls.table"),
      columns: [
        {
          header: words.say("polls.question"),
          isRowHeader: true,
          cell: ({ answer_wording }) => cell.text(answer_wording),
        },
        { header: words.say("polls.n"), cell: ({ n_chosen }) => cell.number(n_chosen, "count") },
        {
          header: words.say("polls.percent"),
          cell: ({ chosen_percent }) =>
            chosen_percent === null
              ? cell.absent(words.say("polls.no_answers"))
              : cell.number(chosen_percent, "share"),
        },
      ],
    }),
  ];
}
