import { groupBy } from "../../models/groupBy.ts";
import type { Block } from "../blocks.ts";
import { figureSvg } from "../charts/figureSvg.ts";
import { svgSize } from "../charts/svgSize.ts";
import type { BundleFile, Document, Link, LinkList, Section } from "../document.ts";
import { footerEntries } from "../footerEntries.ts";
import { contentPolicy, contentPolicyWithTrying } from "../html/contentPolicy.ts";
import { escapeText } from "../html/escape.ts";
import { scrollHint, tableHtml } from "../html/tableHtml.ts";
import { whatIfScript } from "../html/whatIfScript.ts";
import { type Words, wordsOf } from "../messages/words.ts";
import { elsewhereOf } from "../printedChapters.ts";
import type { BlockProvenance } from "../provenance.ts";
import { subtitleOf } from "../subtitle.ts";
import { defineWriter, languageSuffix, type ReportTools } from "../writer.ts";

/** A page of HTML for each document. */
export default defineWriter({
  async write({ documents, downloads }, tools) {
    const utf8 = new TextEncoder();
    const files: BundleFile[] = [];
    for (const document of documents) {
      files.push({ path: document.path, bytes: utf8.encode(await pageHtml(document, downloads, tools)) });
    }
    return files;
  },
});

/** One page: complete without a script, without a network, opened from a disk. */
async function pageHtml(document: Document, downloads: readonly Link[], tools: ReportTools): Promise<string> {
  const lead: string[] = [];
  const sections: string[] = [];
  const { words } = tools;
  for (const [kicker, ofChapter] of groupBy(document.sections, (section) => section.kicker)) {
    for (const section of ofChapter)
      (section.isLead === true ? lead : sections).push(await sectionHtml(section, tools));
    const elsewhere = kicker === null ? null : elsewhereOf(ofChapter, words);
    if (elsewhere !== null) sections.push(`<p class="paper legend">${escapeText(elsewhere)}</p>`);
  }
  const title = escapeText(document.title);
  const subtitle = escapeText(subtitleOf(document, tools.facts, words));
  const tries = document.sections.some(({ blocks }) =>
    blocks.some((block) => block.kind === "table" && block.tryOut !== undefined),
  );
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${tries ? contentPolicyWithTrying : contentPolicy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${subtitle}</title>
<link rel="stylesheet" href="assets/report.css">
</head>
<body>
<a class="skip" href="#noi-dung">${escapeText(words.say("nav.skip"))}</a>
<header class="top"><div class="wrap">
${document.home === null ? "" : `<p class="home"><a href="${escapeText(document.home.href)}">${escapeText(document.home.text)}</a></p>`}
<h1>${title}</h1>
<p class="subtitle">${subtitle}</p>
${languagesHtml(document, tools)}</div></header>
${document.isIllustrative ? warningHtml(document, words) : ""}
${siblingsHtml(document, words)}
${downloadsHtml(downloads, words)}<main id="noi-dung" class="wrap">
${lead.map((section) => `${section}\n`).join("")}${contentsHtml(document, words)}
${sections.join("\n")}
</main>
${footerHtml(tools)}
${tries ? `<script>${whatIfScript}</script>\n` : ""}</body>
</html>
`;
}

function warningHtml({ isFictional = false }: Document, words: Words): string {
  const mark = escapeText(words.say("provenance.mark"));
  const text = words.say(isFictional ? "provenance.fictional_warning" : "provenance.warning");
  return `<aside class="warning" aria-label="${mark}"><div class="wrap"><p><b>${mark}.</b> ${escapeText(text)}</p></div></aside>`;
}

function siblingsHtml({ siblings }: Document, words: Words): string {
  if (siblings.length === 0) return "";
  const links = siblings.map(
    ({ href, text, isCurrent }) =>
      `<li><a href="${escapeText(href)}"${isCurrent ? ' aria-current="page"' : ""}>${escapeText(text)}</a></li>`,
  );
  return `<nav aria-label="${escapeText(words.say("nav.files"))}"><div class="wrap"><ul>${links.join("")}</ul></div></nav>`;
}

/** The same page in the other languages of the release. */
function languagesHtml({ path }: Document, { words, languages, suffix }: ReportTools): string {
  const links = languages
    .filter((language) => language !== words.language)
    .map((language) => {
      const href = path.replace(`${suffix}.html`, `${languageSuffix(language, languages)}.html`);
      const name = wordsOf(language).say("nav.language");
      return `<a href="${escapeText(href)}" lang="${language}" hreflang="${language}">${escapeText(name)}</a>`;
    });
  return links.length === 0 ? "" : `<p class="languages">${links.join(" ")}</p>\n`;
}

function downloadsHtml(downloads: readonly Link[], words: Words): string {
  if (downloads.length === 0) return "";
  const heading = escapeText(words.say("nav.downloads"));
  const list = (links: readonly Link[]) =>
    `<ul>${links.map(({ href, text }) => `<li><a href="${escapeText(href)}">${escapeText(text)}</a></li>`).join("")}</ul>`;
  const drafts = downloads.filter(({ isDraft }) => isDraft === true);
  const folded =
    drafts.length === 0
      ? ""
      : `<details><summary>${escapeText(words.say("nav.drafts", { n: drafts.length }))}</summary>${list(drafts)}</details>`;
  const reports = list(downloads.filter((link) => !drafts.includes(link)));
  return `<nav class="downloads" aria-label="${heading}"><div class="wrap"><b>${heading}</b>${reports}${folded}</div></nav>
`;
}

/** Where one page holds several chapters, as indices and rounds, its sections stand under their names. */
function contentsHtml({ sections }: Document, words: Words): string {
  const listed = sections.filter(({ isLead }) => isLead !== true);
  if (listed.length < 5) return "";
  const heading = escapeText(words.say("nav.contents"));
  let before = 0;
  const lists = [...groupBy(listed, ({ kicker }) => kicker)].map(([kicker, own]) => {
    const name = kicker === null ? "" : `<h3>${escapeText(kicker)}</h3>`;
    const links = own.map(({ id, title }) => `<li><a href="#${id}">${escapeText(title)}</a></li>`);
    const start = before === 0 ? "" : ` start="${before + 1}"`;
    before += own.length;
    return `<div>${name}<ol${start}>${links.join("")}</ol></div>`;
  });
  return `<nav class="contents" aria-label="${heading}"><h2>${heading}</h2><div class="lists">${lists.join("")}</div></nav>`;
}

async function sectionHtml(section: Section, tools: ReportTools): Promise<string> {
  const { words } = tools;
  const blocks: string[] = [];
  for (const [position, block] of section.blocks.entries()) {
    blocks.push(await blockHtml(block, `${section.id}-${position + 1}`, tools));
  }
  const badges = section.provenance.map((kind) => badgeHtml(kind, words)).join(" ");
  const note =
    section.note === null
      ? ""
      : `<div class="note" role="note"><b>${escapeText(words.say("page.note"))}</b> ${escapeText(section.note)}</div>`;
  // a page of an earlier round alone is printed whole by whoever prints it
  const isOffPaper = section.isOffPaper === true && section.kicker !== null;
  return `<section id="${section.id}"${isOffPaper ? ' class="screen"' : ""} aria-labelledby="${section.id}-h">
${section.kicker === null ? "" : `<p class="kicker">${escapeText(section.kicker)}</p>`}
<h2 id="${section.id}-h">${escapeText(section.title)}</h2>
${badges === "" ? "" : `<p class="source">${badges}</p>`}
${blocks.join("\n")}
${note}
</section>`;
}

function badgeHtml(provenance: BlockProvenance, words: Words): string {
  const style = provenance === "illustrative" ? "mark" : "badge";
  return `<span class="${style}">${escapeText(words.say(`provenance.${provenance}`))}</span>`;
}

async function blockHtml(block: Block | LinkList, id: string, tools: ReportTools): Promise<string> {
  switch (block.kind) {
    case "sentence":
      return `<p class="${block.isAside ? "aside" : "key"}">${escapeText(block.text)}</p>`;
    case "table":
      return tableHtml(block, tools.words);
    case "links":
      return linksHtml(block);
    case "figure": {
      const svg = await figureSvg(block, id, tools);
      return `<figure class="scroll${isTall(svg) ? " tall" : ""}" tabindex="0" role="group" aria-label="${escapeText(block.title)}">${scrollHint(tools.words)}${svg}</figure>`;
    }
  }
}

/** A chart of a row a province wants a sheet of paper for itself. */
function isTall(svg: string): boolean {
  const { width, height } = svgSize(svg);
  return height > 1.4 * width;
}

function linksHtml({ links }: LinkList): string {
  const items = links.map(({ href, text, note }) => {
    const small = note === undefined ? "" : ` <small>${escapeText(note)}</small>`;
    return `<li><a href="${escapeText(href)}">${escapeText(text)}</a>${small}</li>`;
  });
  return `<ul class="links${links.length > 12 ? " many" : ""}">${items.join("\n")}</ul>`;
}

function footerHtml({ words, facts }: ReportTools): string {
  const list = footerEntries(facts, words).map(
    ([name, value]) => `<dt>${escapeText(name)}</dt><dd>${escapeText(value)}</dd>`,
  );
  return `<footer><div class="wrap"><dl>${list.join("")}</dl></div></footer>`;
}
