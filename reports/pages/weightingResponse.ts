import { z } from "zod";
import { type Block, cell, sentence, table } from "../blocks.ts";
import type { Words } from "../messages/words.ts";
import { definePage } from "../page.ts";
import { rowAddress } from "../rowAddress.ts";
import { count, nullableNumber, roundRow } from "../rows.ts";

const terms = ["region", "unit_type", "persons"] as const;

const row = z.object({
  ...roundRow,
  term_code: z.enum(["all", ...terms]),
  n_drawn_eligible: count,
  response_share: nullableNumber, // null: nobody was drawn
  r_indicator: nullableNumber, // null: of a term, or nothing to model
  r_indicator_adjusted: nullableNumber,
  r_partial: nullableNumber, // null: of the whole, or left out of the model
});
type Row = z.output<typeof row>;

const address = rowAddress("marts.weighting_response", "round_code", "term_code");

export default definePage({
  title: "weighting_response.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 83,
  from: address.from,
  address,
  row,
  note: "weighting_response.note",
  blocks(rows, { words }) {
    const whole = rows.filter(({ term_code }) => term_code === "all");
    const parts = terms.flatMap((term) => rows.filter(({ term_code }) => term_code === term));
    const hasIndicator = whole.some(({ r_indicator }) => r_indicator !== null);
    return [...whole.map((one) => inWords(one, words)), ...(hasIndicator ? [partTable(parts, words)] : [])];
  },
});

function inWords(whole: Row, words: Words): Block {
  const { round_code, n_drawn_eligible, response_share, r_indicator, r_indicator_adjusted } = whole;
  const text =
    response_share === null || r_indicator === null || r_indicator_adjusted === null
      ? words.say("weighting_response.none", { round: round_code })
      : words.say("weighting_response.sentence", {
          ...{ round: round_code, n: n_drawn_eligible, rate: 100 * response_share },
          ...{ r: r_indicator, adjusted: r_indicator_adjusted },
        });
  return sentence([whole], text);
}

function partTable(parts: readonly Row[], words: Words): Block {
  return table(parts, {
    idOf: address.idOf,
    caption: words.say("weighting_response.table"),
    shortName: words.say("short.weighting_response.table"),
    columns: [
      {
        header: words.say("weighting_response.term"),
        isRowHeader: true,
        cell: ({ term_code }) =>
          cell.text(term_code === "all" ? "" : words.say(`weighting_response.${term_code}`)),
      },
      {
        header: words.say("weighting_response.partial"),
        cell: ({ r_partial }) =>
          r_partial === null
            ? cell.absent(words.say("weighting_response.left_out"))
            : cell.number(r_partial, "ratio"),
      },
    ],
  });
}
