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
    "`raw.*` is what the sources gave; `spec.*` is what models/ says.",
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
