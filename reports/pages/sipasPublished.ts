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
  year: count,
  domain_level: z.string(),
  domain_name: z.string(),
  component: z.string(),
  value: nullableNumber, // null: only the rank was published
  index_rank: count.nullable(), // null: only the value was published
  source_url: z.string(),
});

export default definePage({
  title: "sipas_published.title",
  chapter: "method",
  bundles: ["national"],
  order: 30,
  from: "marts.sipas_published",
  row,
  note: "sipas_published.note",
  ranks: "sampled_without_interval",
  blocks(rows, { words }) {
    if (rows.length === 0) return [];
    const newestFirst = [...rows].sort((a, b) => b.year - a.year);
    return [
      table(newestFirst, {
        caption: words.say("sipas_published.table"),
        shortName: words.say("short.sipas_published.table"),
        onPaper: { kind: "first", rows: 0 },
        idOf: (one) =>
          printedAnchor(String(one.year), "sipas", one.domain_level, one.domain_name, one.component),
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
          { header: words.say("column.value"), cell: (one) => cell.number(one.value, "percent") },
          {
            header: words.say("column.rank"),
            cell: (one) => (one.index_rank === null ? cell.text("") : cell.number(one.index_rank, "count")),
          },
          { header: words.say("column.source"), align: "left", cell: (one) => cell.source(one.source_url) },
        ],
      }),
      ...newestFirst
        .filter(({ domain_level }) => domain_level === "nation")
        .slice(0, 1)
        .map((one) =>
          explainCommand(
            [one],
            { round: String(one.year), index: "sipas", unit: "nation", node: one.component, isPrinted: true },
            words,
          ),
        ),
    ];
  },
});
