import { unitSlug } from "../../models/units/unitSlug.ts";
import type { Assets } from "../assets.ts";
import { cell, sentence, table } from "../blocks.ts";
import { writeEditions } from "../bundle.ts";
import type { BundleFile, Document, Link } from "../document.ts";
import type { DocumentFacts } from "../facts.ts";
import { illustrativeMark } from "../folder.ts";
import { letterStylesheet } from "../html/letterStylesheet.ts";
import type { Words } from "../messages/words.ts";
import { participationPercent } from "../monitor/rows.ts";
import { provenancesOf } from "../provenance.ts";
import html from "../writers/html.ts";
import type { Letter } from "./letter.ts";
import { letterDocx } from "./letterDocx.ts";
import { letterHtml } from "./letterHtml.ts";
import { ministryLetter } from "./ministryLetter.ts";
import type { Standing } from "./standing.ts";
import { unitLetter } from "./unitLetter.ts";

interface LetterTools {
  readonly words: Words;
  readonly facts: DocumentFacts;
  readonly assets: Assets;
  readonly threshold: number;
}

/** Two letters for each of these units, in HTML and Word, and a first page that lists them. */
export async function letterFiles(
  standings: readonly Standing[],
  tools: LetterTools,
): Promise<readonly BundleFile[]> {
  const { words } = tools;
  const utf8 = new TextEncoder();
  const files: BundleFile[] = [{ path: "assets/letter.css", bytes: utf8.encode(letterStylesheet()) }];
  for (const standing of standings)
    for (const { stem, letter } of lettersOf(standing, words)) {
      files.push({ path: `${stem}.html`, bytes: utf8.encode(letterHtml(letter, words)) });
      files.push({ path: `${stem}.docx`, bytes: await letterDocx(letter, words) });
    }
  const document = indexDocument(standings, tools);
  const { isIllustrative } = document;
  const editions = [{ language: words.language, documents: [document] }];
  const index = await writeEditions(
    { reader: null, isIllustrative, editions, tables: [] },
    { ...tools, writers: [{ format: "html", writer: html }] },
  );
  return [...files, ...index].sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface NamedLetter {
  readonly stem: string;
  readonly title: string;
  readonly letter: Letter;
}

function lettersOf(standing: Standing, words: Words): readonly NamedLetter[] {
  const { unit } = standing;
  const name = { unit: words.pick(unit.unit_name, unit.unit_name_en) };
  const stemOf = (letter: Letter, who: string): string =>
    [
      unit.unit_code,
      unitSlug(unit.unit_name),
      who,
      ...(letter.isIllustrative ? [illustrativeMark] : []),
    ].join("-");
  const toUnit = ministryLetter(standing, words);
  const toDepartments = unitLetter(standing, words);
  return [
    { stem: stemOf(toUnit, "bo-gui-don-vi"), title: words.say("drafts.to_unit", name), letter: toUnit },
    {
      stem: stemOf(toDepartments, "don-vi-gui-co-quan"),
      title: words.say("drafts.to_departments", name),
      letter: toDepartments,
    },
  ];
}

function indexDocument(standings: readonly Standing[], { words, threshold }: LetterTools): Document {
  const lines = standings.map((standing) => ({
    standing,
    provenance: standing.forms[0]?.provenance ?? "illustrative",
    lowest: Math.min(...standing.forms.map((row) => participationPercent(row) ?? Number.POSITIVE_INFINITY)),
  }));
  lines.sort(
    (a, b) => a.lowest - b.lowest || (a.standing.unit.unit_code < b.standing.unit.unit_code ? -1 : 1),
  );
  const links = lines.flatMap(({ standing }) =>
    lettersOf(standing, words).flatMap((own) => linksTo(own, words)),
  );
  const blocks =
    lines.length === 0
      ? []
      : [
          sentence(lines, words.say("drafts.sentence", { n: lines.length }), { isHeadline: true }),
          table(lines, {
            caption: words.say("drafts.list"),
            columns: [
              {
                header: words.say("drafts.unit"),
                isRowHeader: true,
                cell: ({ standing: { unit } }) => cell.text(words.pick(unit.unit_name, unit.unit_name_en)),
              },
              { header: words.say("drafts.lowest"), cell: ({ lowest }) => cell.number(lowest, "share") },
            ],
          }),
        ];
  return {
    path: "index.html",
    title: words.say("drafts.title"),
    subtitle: words.say("drafts.subtitle", { threshold }),
    isIllustrative: lines.some(({ provenance }) => provenance === "illustrative"),
    home: null,
    siblings: [],
    sections: [
      {
        id: "du-thao",
        title: words.say("drafts.list"),
        kicker: null,
        note: words.say("drafts.note"),
        provenance: provenancesOf(blocks),
        blocks: [...blocks, { kind: "links", links }],
      },
    ],
  };
}

function linksTo({ stem, title }: NamedLetter, words: Words): readonly Link[] {
  return [
    { href: `${stem}.html`, text: title },
    { href: `${stem}.docx`, text: words.say("drafts.word", { letter: title }) },
  ];
}
