import { z } from "zod";
import { CheckError } from "../../../models/errors.ts";
import { groupBy } from "../../../models/groupBy.ts";
import { cell, table } from "../../blocks.ts";
import { definePage } from "../../page.ts";
import { provenanceOf } from "../../provenance.ts";
import { count, roundRow } from "../../rows.ts";
import { formName } from "../rows.ts";

const row = z.object({
  ...roundRow,
  instrument_code: z.string(),
  form_name: z.string(),
  form_name_en: z.string(),
  line_order: count,
  line_code: z.enum([
    "in_store",
    "test_response",
    "no_token",
    "unknown_token",
    "not_submitted",
    "before_opening",
    "after_closing",
    "second_answer",
    "valid",
    "valid_without_unit",
  ]),
  n: count,
});
type Row = z.output<typeof row>;

interface Line {
  readonly code: Row["line_code"];
}

export default definePage({
  title: "balance.title",
  chapter: "monitor",
  bundles: ["national"],
  order: 65,
  from: "marts.participation_balance",
  row,
  note: "balance.note",
  blocks(rows, { words }) {
    if (rows.length === 0) return [];
    provenanceOf(rows, words.say("balance.title")); // refuses a mixture, which the lines would hide
    const forms = [...groupBy(rows, ({ instrument_code }) => instrument_code).values()];
    forms.forEach(refuseUnbalanced);
    const lines = [
      ...groupBy(
        [...rows].sort((a, b) => a.line_order - b.line_order),
        ({ line_code }) => line_code,
      ),
    ];
    return [
      table(
        lines.map(([code, [any]]) => ({ code, provenance: (any as Row).provenance })),
        {
          caption: words.say("balance.table"),
          shortName: words.say("short.balance.table"),
          columns: [
            {
              header: words.say("column.step"),
              isRowHeader: true,
              cell: ({ code }) => cell.text(words.say(`balance.${code}`)),
            },
            ...forms.map((form) => ({
              header: formName(form[0] as Row, words),
              cell: ({ code }: Pick<Line, "code">) =>
                cell.number(form.find(({ line_code }) => line_code === code)?.n ?? null, "count"),
            })),
          ],
          isStrong: ({ code }) => code === "in_store" || code === "valid",
        },
      ),
    ];
  },
});

function refuseUnbalanced(form: readonly Row[]): void {
  const part = (code: Row["line_code"]) => form.find(({ line_code }) => line_code === code)?.n ?? 0;
  const others = form.filter(
    ({ line_code }) => line_code !== "in_store" && line_code !== "valid_without_unit",
  );
  const sum = others.reduce((total, { n }) => total + n, 0);
  if (sum !== part("in_store")) {
    throw new CheckError(
      `The store holds ${part("in_store")} submissions of ${form[0]?.instrument_code}, but valid ones and those not counted add to ${sum}.`,
    );
  }
}
