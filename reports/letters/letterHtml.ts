import { contentPolicy } from "../html/contentPolicy.ts";
import { escapeText } from "../html/escape.ts";
import { tableHtml } from "../html/tableHtml.ts";
import type { Words } from "../messages/words.ts";
import type { Letter } from "./letter.ts";
import { draftMark, placeAndDate } from "./lines.ts";

/** The same letter as `letterDocx` writes, as one page of HTML that opens from a disk and prints on A4. */
export function letterHtml(letter: Letter, words: Words): string {
  const text = escapeText;
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(letter.subject)}</title>
<link rel="stylesheet" href="assets/letter.css">
</head>
<body>
<main class="sheet">
<p class="draft">${text(draftMark(letter, words))}</p>
${letter.isIllustrative ? `<p class="warning" role="note">${text(words.say("provenance.warning"))}</p>` : ""}
<header class="head">
<div class="agency">${letter.issuer.map((name) => `<b>${text(name)}</b>`).join("")}<hr></div>
<div class="nation"><b>${text(words.say("letter.nation"))}</b><i>${text(words.say("letter.motto"))}</i><hr></div>
<p class="number">${text(words.say("letter.number"))}<span class="about">${text(words.say("letter.about", { subject: letter.subject }))}</span></p>
<p class="day">${text(placeAndDate(letter, words))}</p>
</header>
${recipientsHtml(letter, words)}
<div class="body">
${letter.body.map(({ text: own, number }) => `<p>${number === undefined ? "" : `${number}. `}${text(own)}</p>`).join("\n")}
</div>
<footer class="foot">
<div class="copies"><b>${text(words.say("letter.copies"))}</b>${listHtml(letter.copies)}</div>
<div class="signer"><p>${text(words.say("letter.blank_signer"))}</p><p>${text(words.say("letter.blank_signer"))}</p></div>
</footer>
${annexHtml(letter, words)}
</main>
</body>
</html>
`;
}

function recipientsHtml({ recipients }: Letter, words: Words): string {
  const to = escapeText(words.say("letter.to"));
  return recipients.length === 1
    ? `<p class="to">${to} ${escapeText(recipients[0] as string)}.</p>`
    : `<div class="to many">${to}${listHtml(recipients)}</div>`;
}

function listHtml(names: readonly string[]): string {
  const items = names.map((name, i) => `<li>- ${escapeText(name)}${i === names.length - 1 ? "." : ";"}</li>`);
  return `<ul>${items.join("")}</ul>`;
}

function annexHtml({ annex }: Letter, words: Words): string {
  if (annex === null) return "";
  const notes = annex.notes.map((note) => `<p class="note">${escapeText(note)}</p>`);
  return `<section class="annex">
<h2>${escapeText(words.say("letter.annex"))}</h2>
<p class="title">${escapeText(annex.title)}</p>
<p class="of">${escapeText(annex.of)}</p>
${annex.tables.map((table) => tableHtml(table, words)).join("\n")}
${notes.join("\n")}
</section>`;
}
