import { z } from "zod";
import { groupBy } from "../../models/groupBy.ts";
import { type Block, type Column, cell, figure, table } from "../blocks.ts";
import { heatTable } from "../charts/heatTable.ts";
import { shadeSteps } from "../charts/shadeSteps.ts";
import type { Words } from "../messages/words.ts";
import { byNodeOrder, type NodeRow, nodeName, nodeRow } from "../nodes.ts";
import { definePage } from "../page.ts";
import { estimateOf } from "../rows.ts";

/** One province, or the nation, with its nodes in reading order. */
interface DomainRow {
  readonly provenance: NodeRow["provenance"];
  readonly first: NodeRow;
  readonly nodes: readonly NodeRow[];
}

export default definePage({
  title: "sipas_heat.title",
  chapter: "sipas",
  bundles: ["national"],
  order: 32,
  from: "marts.sipas_nodes",
  row: z.object(nodeRow),
  note: "sipas_heat.note",
  blocks(rows, { words }) {
    const shown = rows.filter(
      (row) => row.is_shown_recipe && row.node_level !== "item" && row.domain_level !== "region",
    );
    const domains = [...groupBy(shown, ({ unit_code }) => unit_code).values()].map(toDomain).sort(byOverall);
    const nodes = domains[0]?.nodes ?? [];
    const values = shown.flatMap(({ share_percent }) => (share_percent === null ? [] : [share_percent]));
    if (values.length === 0 || domains.length < 2) return [];
    const drawn = domains.filter((domain) =>
      domain.nodes.some(({ share_percent }) => share_percent !== null),
    );
    return [chart(drawn, nodes, values, words), valueTable(domains, nodes, words)];
  },
});

function toDomain(rows: readonly NodeRow[]): DomainRow {
  const nodes = [...rows].sort(byNodeOrder);
  const first = nodes[0] as NodeRow;
  return { provenance: first.provenance, first, nodes };
}

/** The nation on top, then by the whole; the first node in reading order is the whole. */
function byOverall(a: DomainRow, b: DomainRow): number {
  return (
    Number(a.first.unit_code !== null) - Number(b.first.unit_code !== null) ||
    (b.first.share_percent ?? -1) - (a.first.share_percent ?? -1) ||
    ((a.first.unit_code ?? "") < (b.first.unit_code ?? "") ? -1 : 1)
  );
}

const nameOf = ({ first }: DomainRow, words: Words): string =>
  words.pick(first.domain_name, first.domain_name_en);

function chart(
  domains: readonly DomainRow[],
  nodes: readonly NodeRow[],
  values: readonly number[],
  words: Words,
): Block {
  const { steps, stepLabels } = shadeSteps(values, words);
  return figure(domains, {
    title: words.say("sipas_heat.chart"),
    subtitle: words.say("sipas_heat.subtitle"),
    description: words.say("sipas_heat.description", { n: domains.length, m: nodes.length }),
    chart: heatTable(
      domains.flatMap((domain) =>
        domain.nodes.map((node) => {
          const { value, status } = estimateOf(node, "share_percent");
          const mark = status === "suppressed" ? "[c]" : "[x]";
          return {
            ...{ row: nameOf(domain, words), column: nodeName(node, words), value },
            valueLabel: value === null ? mark : words.locale.number(value, 1),
          };
        }),
      ),
      {
        rows: domains.map((domain) => nameOf(domain, words)),
        columns: nodes.map((node) => nodeName(node, words)),
        ...{ steps, stepLabels, nHeads: domains[0]?.first.unit_code === null ? 1 : 0 },
        noFigure: words.say("shade.none"),
        legendTitle: words.say("shade.title"),
      },
    ),
  });
}

function valueTable(domains: readonly DomainRow[], nodes: readonly NodeRow[], words: Words): Block {
  return table<DomainRow>(domains, {
    caption: words.say("sipas_heat.table"),
    shortName: words.say("short.sipas_heat.table"),
    onPaper: { kind: "first", rows: 0 },
    columns: [
      {
        header: words.say("column.domain"),
        isRowHeader: true,
        cell: (domain) => cell.text(nameOf(domain, words)),
      },
      ...nodes.map(
        (node, position): Column<DomainRow> => ({
          header: nodeName(node, words),
          cell: ({ nodes: own }) => cell.estimate(estimateOf(own[position] as NodeRow, "share_percent")),
        }),
      ),
    ],
    isStrong: ({ first }) => first.unit_code === null,
  });
}
