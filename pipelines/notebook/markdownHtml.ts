import { escapeText } from "../../reports/html/escape.ts";

/**
 * The Markdown that notebooks are written in, as HTML: headings, paragraphs, lists, quotes, fenced code, and within
 * a line **strong**, *emphasis*, `code` and links to the web. Everything else is text, and all text is escaped.
 */
export function markdownHtml(source: string): string {
  const blocks = source.split(/\n{2,}(?=(?:[^`]*```[^`]*```)*[^`]*$)/);
  return blocks
    .filter((block) => block.trim() !== "")
    .map((block) => blockHtml(block.trim()))
    .join("\n");
}

function blockHtml(block: string): string {
  const code = /^```\w*\n([\s\S]*?)\n?```$/.exec(block);
  if (code) return `<pre><code>${escapeText(code[1] as string)}</code></pre>`;
  const heading = /^(#{1,4}) (.+)$/.exec(block);
  if (heading) {
    const level = (heading[1] as string).length;
    return `<h${level}>${lineHtml(heading[2] as string)}</h${level}>`;
  }
  const lines = block.split("\n");
  if (lines.every((line) => /^> ?/.test(line))) {
    return `<blockquote><p>${lineHtml(lines.map((line) => line.replace(/^> ?/, "")).join(" "))}</p></blockquote>`;
  }
  const marker = /^(?:- |(\d+)\. )/;
  if (marker.test(lines[0] as string)) {
    const tag = marker.exec(lines[0] as string)?.[1] === undefined ? "ul" : "ol";
    const items = block
      .split(/\n(?=- |\d+\. )/)
      .map((item) => item.replace(marker, "").replace(/\n\s*/g, " "));
    return `<${tag}>${items.map((item) => `<li>${lineHtml(item)}</li>`).join("")}</${tag}>`;
  }
  return `<p>${lineHtml(lines.join(" "))}</p>`;
}

function lineHtml(text: string): string {
  return escapeText(text)
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith("`") && part.length > 1 ? `<code>${part.slice(1, -1)}</code>` : emphasis(part),
    )
    .join("");
}

function emphasis(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/\*([^*]+)\*/g, "<em>$1</em>");
}
