import { expect, test } from "vitest";
import { sentence } from "../../reports/blocks.ts";
import type { ChapterCode } from "../../reports/chapters.ts";
import type { Section } from "../../reports/document.ts";
import { type ChapterSection, glanceSection } from "../../reports/glance.ts";
import { wordsOf } from "../../reports/messages/words.ts";
import type { Provenance } from "../../reports/provenance.ts";
import { compose, fileOf, hue, render } from "./renderAll.ts";
import { fictionalProvince } from "./scorecardFixture.ts";

const words = wordsOf("en");

function placed(
  chapter: ChapterCode,
  round: string | null,
  said: readonly (readonly [text: string, isHeadline: boolean])[],
  provenance: Provenance = "published",
): ChapterSection {
  const section: Section = {
    id: `${chapter}-r${round}`,
    title: `What of ${chapter}?`,
    kicker: null,
    note: null,
    provenance: [provenance],
    blocks: said.map(([text, isHeadline]) => sentence([{ provenance }], text, { isHeadline })),
  };
  return { chapter, round, chapterTitle: `${chapter} ${round ?? ""}`.trim(), section };
}

const rowsOf = (section: Section | null) =>
  (section?.blocks ?? []).flatMap((block) =>
    block.kind === "table"
      ? block.body.map(({ cells: [question, answer] }) => [
          block.caption,
          question?.kind === "places" ? question.places[0]?.id : question,
          answer?.kind === "text" ? answer.text : answer,
        ])
      : [],
  );

test("of each chapter the newest round alone is summed up: headlines under their question, everything else left to the report", () => {
  const section = glanceSection(
    [
      placed("sipas", "2023", [
        ["First now.", true],
        ["Much more.", false],
        ["And rising.", true],
      ]),
      placed("sipas", "2022", [["First then.", true]]),
      placed("par_history", null, [["Never lower.", true]]),
      placed("method", null, [["Only this.", false]]),
    ],
    words,
  );
  expect(rowsOf(section)).toEqual([
    ["In short: sipas 2023", "sipas-r2023", "First now. And rising."],
    ["In short: par_history", "par_history-rnull", "Never lower."],
  ]);
});

test("invented answers stand in a table of their own beside published ones, marked", () => {
  const section = glanceSection(
    [
      placed("sipas", "2023", [["Invented.", true]], "illustrative"),
      placed("sipas", "2023", [["Published.", true]]),
    ],
    words,
  );
  expect(section?.blocks.map((block) => "provenance" in block && block.provenance)).toEqual([
    "illustrative",
    "published",
  ]);
});

test("a report without a headline begins with its first question", () => {
  expect(glanceSection([placed("sipas", "2023", [["Said in passing.", false]])], words)).toBeNull();
});

test("a province finds its place before the contents, and each answer leads to a section that is there", async () => {
  const page = fileOf(await render(hue), "index.html");
  const lead = page.slice(page.indexOf('id="nhin-nhanh"'), page.indexOf('class="contents"'));
  expect(lead).toContain("người dân hài lòng");
  const targets = [...lead.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets.length).toBeGreaterThan(2);
  for (const id of targets) expect(page).toContain(`<section id="${id}"`);
});

test("a unit with a scorecard finds what it lost most, who answers for it, and what the next rank asks for", async () => {
  const bundle = await compose(fictionalProvince);
  const glance = bundle.editions[0]?.documents[0]?.sections.find(({ id }) => id === "nhin-nhanh") ?? null;
  const text = rowsOf(glance).flat().join("\n");
  expect(text).toMatch(/Bị trừ nhiều nhất: .+ điểm; phụ trách: /);
  expect(text).toMatch(/Muốn lên \d+ hạng/);
});
