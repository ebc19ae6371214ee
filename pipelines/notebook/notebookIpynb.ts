import { outputHtml } from "./outputHtml.ts";
import type { CellOutput, RunNotebook } from "./runNotebook.ts";

/** A run notebook in Jupyter's own format (nbformat 4.5), for reading there; it is run here, not by a kernel. */
export function notebookIpynb(notebook: RunNotebook): string {
  const cells = notebook.cells.map((cell, i) => {
    const common = { id: `cell-${i + 1}`, metadata: {}, source: toLines(cell.source) };
    if (cell.kind === "markdown") return { cell_type: "markdown", ...common };
    const metadata = {
      language: cell.kind,
      ...(cell.name && { name: cell.name }),
      ...(cell.data && { data: cell.data }),
    };
    const outputs = toOutputs(notebook.outputs[i] as CellOutput);
    return { cell_type: "code", ...common, metadata, execution_count: null, outputs };
  });
  const metadata = {
    title: notebook.title,
    language_info: { name: "sql" },
    thuocdo: { build: notebook.build, is_illustrative: notebook.isIllustrative },
  };
  return `${JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }, null, 1)}\n`;
}

function toOutputs(output: CellOutput): unknown[] {
  if (output.kind === "nothing") return [];
  if (output.kind === "text") return [{ output_type: "stream", name: "stdout", text: toLines(output.text) }];
  return [{ output_type: "display_data", metadata: {}, data: { "text/html": toLines(outputHtml(output)) } }];
}

/** Jupyter keeps a text as its lines, each with its end. */
function toLines(text: string): string[] {
  return text.split(/(?<=\n)/);
}
