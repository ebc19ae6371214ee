import { z } from "zod";
import { printedAnchor } from "../anchor.ts";
import { cell, table } from "../blocks.ts";
import { componentName, publishedDomain } from "../components.ts";
import { explainCommand } from "../explainCommand.ts";
import { definePage } from "../page.ts";
import { provenance } from "../provenance.ts";
import { count, nullableNumber } from "../rows.ts";

const row = z.object({
  provenance,
  index_code: z.string(),
  year: count,
  domain_level: z.string(),
  domain_name: z.string(),
  component: z.string(),
  value: nullableNumber, // null: named in the source without a figure
  source_url: z.string(),
});

export default definePage({
  title: "par_means.title",
  chapter: "par_history",
  bundles: ["national"],
  order: 30,
  from: "marts.par_means",
  row,
  note: "par_means.note",
  blocks(rows, { words }) {
    if (rows.length === 0) return [];
    const newestFirst = [...rows].sort(
      (a, b) =>
        b.year - a.year ||
        words.locale.compare(a.domain_level, b.domain_level) ||
        words.locale.compare(a.domain_name, b.domain_name) ||
        words.locale.compare(a.component, b.component),
    );
    return [
      table(newestFirst, {
        caption: words.say("par_means.table"),
        shortName: words.say("short.par_means.table"),
        idOf: (one) =>
          printedAnchor(String(one.year), one.index_code, one.domain_level, one.domain_name, one.component),
        columns: [
          { header: words.say("column.year"), align: "left", cell: (one) => cell.number(one.year, "year") },
          {
            header: words.say("column.domain"),
            isRowHeader: true,
            cell: (one) => cell.text(publishedDomain(one.domain_name, words)),
          },
          {
            header: words.say("par_means.component"),
            align: "left",
            cell: (one) => cell.text(componentName(one.component, words)),
          },
          {
            header: words.say("column.value"),
            cell: (one) => cell.number(one.value, one.component.includes("count") ? "count" : "points"),
          },
          {
            header: words.say("column.source"),
            align: "left",
            cell: (one) => cell.source(one.source_url),
          },
        ],
      }),
      ...newestFirst
        .filter(({ domain_level }) => domain_level === "nation")
        .slice(0, 1)
        .map((one) =>
          explainCommand(
            [one],
            {
              round: String(one.year),
              index: one.index_code,
              unit: "nation",
              node: one.component,
              isPrinted: true,
            },
            words,
          ),
        ),
    ];
  },
});
