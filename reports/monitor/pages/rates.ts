import { z } from "zod";
import { groupBy } from "../../../models/groupBy.ts";
import { type Cell, cell, table } from "../../blocks.ts";
import { definePage } from "../../page.ts";
import { provenanceOf } from "../../provenance.ts";
import { count, nullableNumber, roundRow } from "../../rows.ts";
import { byForm, domainOf, formName, monitorDomain, ownRows } from "../rows.ts";

const row = z.object({
  ...roundRow,
  instrument_code: z.string(),
  ...monitorDomain,
  form_name: z.string(),
  form_name_en: z.string(),
  form_order: count,
  rate_code: z.string(),
  rate_order: count,
  rate_percent: nullableNumber, // null: nobody to take it of
});
type Row = z.output<typeof row>;

export default definePage({
  title: "rates.title",
  chapter: "monitor",
  bundles: ["national", "province", "ministry"],
  order: 60,
  from: "marts.outcome_rates",
  row,
  note: "rates.note",
  blocks(rows, { reader, words }) {
    const own = ownRows(rows, reader);
    const [first] = own;
    if (first === undefined) return [];
    provenanceOf(own, words.say("rates.title")); // refuses a mixture, which rows of rates would hide
    const forms = [...groupBy([...own].sort(byForm), ({ instrument_code }) => instrument_code).values()];
    const byRate = [
      ...groupBy(
        [...own].sort((a, b) => a.rate_order - b.rate_order),
        ({ rate_code }) => rate_code,
      ),
    ];
    const rateOf = (code: string, form: readonly Row[]): Cell => {
      const rate = form.find(({ rate_code }) => rate_code === code)?.rate_percent ?? null;
      return rate === null ? cell.absent(words.say("rates.none")) : cell.number(rate, "share");
    };
    return [
      table(
        byRate.map(([code, [any]]) => ({ code, provenance: (any as Row).provenance })),
        {
          caption: words.say("rates.table", { domain: domainOf(first, words) }),
          shortName: words.say("short.rates.table"),
          columns: [
            { header: words.say("rates.rate"), isRowHeader: true, cell: ({ code }) => cell.text(code) },
            ...forms.map((form) => ({
              header: formName(form[0] as Row, words),
              cell: ({ code }: { readonly code: string }) => rateOf(code, form),
            })),
          ],
        },
      ),
    ];
  },
});
