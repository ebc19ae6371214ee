import type { Edges } from "./buildOrder.ts";
import { layers } from "./table.ts";

/** Tables and their inputs as Markdown: one section a layer, one line a table. Generated, so that an edge is a visible line in review. */
export function graphMarkdown(
  tables: readonly (Edges & { readonly head: { readonly summary: string } })[],
): string {
  const sections = layers.flatMap((layer) => {
    const own = tables
      .filter((table) => table.name.startsWith(`${layer}.`))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return own.length === 0 ? [] : [`## ${layer}`, "", ...own.map(line), ""];
  });
  return [
    "# The graph of tables",
    "",
    "Generated from the SQL itself by `npm run graph`; a test holds it. Each line: the table, what it is, and what it reads.",
    "`raw.*` is what the sources gave; `spec.*` is what models/ says, and in one",
    "table, `spec.released_figures`, what earlier releases show.",
    "",
    ...sections,
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function line({ name, head, inputs }: Edges & { readonly head: { readonly summary: string } }): string {
  return `- **${name}** ${head.summary} ← ${inputs.map((input) => `\`${input}\``).join(", ")}`;
}

/** One table as the graph's text has it. */
export interface GraphLine extends Pick<Edges, "name" | "inputs"> {
  readonly summary: string;
}

/** The tables of a graph's text again: what `graphMarkdown` wrote. */
export function parseGraph(markdown: string): GraphLine[] {
  return [...markdown.matchAll(/^- \*\*([a-z0-9_.]+)\*\* (.*) ← (.*)$/gm)].map(
    ([, name, summary, inputs]) => ({
      name: String(name),
      summary: String(summary),
      inputs: [...String(inputs).matchAll(/`([^`]+)`/g)].map(([, input]) => String(input)),
    }),
  );
}
