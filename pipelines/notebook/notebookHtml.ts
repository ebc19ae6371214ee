import { escapeText } from "../../reports/html/escape.ts";
import { codeVersion } from "../packageRoot.ts";
import { markdownHtml } from "./markdownHtml.ts";
import { illustrativeMark, outputHtml } from "./outputHtml.ts";
import type { RunNotebook } from "./runNotebook.ts";

const style = `body{max-width:60rem;margin:2rem auto;padding:0 1.25rem;font:17px/1.6 "Be Vietnam Pro",system-ui,sans-serif;color:#1c1c1c}
h1,h2,h3{line-height:1.25}
pre{background:#f4f4f1;padding:.8rem 1rem;overflow-x:auto;font-size:.85rem}
table{border-collapse:collapse;font-size:.9rem;display:block;overflow-x:auto}
th,td{padding:.25rem .7rem;border-bottom:1px solid #ddd;text-align:left}
td.number{text-align:right;font-variant-numeric:tabular-nums}
caption.mark,figcaption.mark,p.mark{text-align:left;color:#8a3b00;font-size:.85rem}
figure{margin:1rem 0;overflow-x:auto}
footer{margin-top:3rem;border-top:1px solid #ddd;font-size:.85rem;color:#555}`;

/** A run notebook as one page that needs nothing else; the same build gives the same bytes. */
export function notebookHtml(notebook: RunNotebook): string {
  const body = notebook.cells.map((cell, i) =>
    cell.kind === "markdown"
      ? markdownHtml(cell.source)
      : `<pre><code>${escapeText(cell.source)}</code></pre>\n${outputHtml(notebook.outputs[i] as never)}`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(notebook.title)}</title>
<style>${style}</style>
</head>
<body>
${notebook.isIllustrative ? `<p class="mark">${escapeText(illustrativeMark)}</p>\n` : ""}${body.join("\n")}
<footer><p>Build ${escapeText(notebook.build)} · thuocdo ${escapeText(codeVersion)}</p></footer>
</body>
</html>
`;
}
